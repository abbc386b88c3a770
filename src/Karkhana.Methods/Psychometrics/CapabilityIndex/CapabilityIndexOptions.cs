namespace Karkhana.Methods.Psychometrics;

/// <summary>The capability index has nothing to set.</summary>
public sealed record CapabilityIndexOptions;
