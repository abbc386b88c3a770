namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the tests of spatial dependence.</summary>
public sealed record SpatialDependenceTestsOptions : SpatialModelOptions;
