namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the network autocorrelation model.</summary>
public sealed record NetworkAutocorrelationOptions : SpatialModelOptions;
