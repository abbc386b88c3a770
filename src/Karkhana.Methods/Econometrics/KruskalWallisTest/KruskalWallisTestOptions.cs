namespace Karkhana.Methods.Econometrics;

/// <summary>The Kruskal-Wallis test has nothing that can be set.</summary>
public sealed record KruskalWallisTestOptions;
