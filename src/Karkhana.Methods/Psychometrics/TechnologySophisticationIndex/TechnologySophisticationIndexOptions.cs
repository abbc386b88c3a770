namespace Karkhana.Methods.Psychometrics;

/// <summary>The technology sophistication index has nothing to set.</summary>
public sealed record TechnologySophisticationIndexOptions;
