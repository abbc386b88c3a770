namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the spatial error model.</summary>
public sealed record SpatialErrorRegressionOptions : SpatialModelOptions;
