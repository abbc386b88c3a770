namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the combined spatial model.</summary>
public sealed record SpatialCombinedRegressionOptions : SpatialModelOptions;
