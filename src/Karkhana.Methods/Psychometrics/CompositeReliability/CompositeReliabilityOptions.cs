namespace Karkhana.Methods.Psychometrics;

/// <summary>The composite reliability has nothing to set.</summary>
public sealed record CompositeReliabilityOptions;
