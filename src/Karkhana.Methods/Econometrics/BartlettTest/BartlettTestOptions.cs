namespace Karkhana.Methods.Econometrics;

/// <summary>Bartlett's test has nothing that can be set.</summary>
public sealed record BartlettTestOptions;
