namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the spatial error model by moments.</summary>
public sealed record SpatialErrorMomentsOptions : SpatialModelOptions;
