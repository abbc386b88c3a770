namespace Karkhana.Methods.Econometrics;

/// <summary>The Shapiro-Wilk test has nothing that can be set.</summary>
public sealed record ShapiroWilkTestOptions;
