namespace Karkhana.Methods.Experiments;

/// <summary>Nothing can be set on bivariate normal probabilities.</summary>
public sealed record BivariateNormalProbabilityOptions;
