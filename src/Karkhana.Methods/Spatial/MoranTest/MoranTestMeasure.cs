using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The permutation test of Moran's I as a measure.</summary>
public static class MoranTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, MoranTestOptions, MoranPermutationResult>(
        "spatial.moran-test",
        "Whether neighbours have similar values: Moran's I with a random permutation test.",
        MoranPermutation.Source,
        [new InputSpec("values", "id, value"), new InputSpec("weights", "from, to; optional weight")],
        Outputs,
        SpatialValues.Read,
        MoranTest.Estimate);

    /// <summary>Gets the outputs of every permutation test of I.</summary>
    internal static IReadOnlyList<OutputSpec> Outputs =>
    [
        new("estimate", OutputShape.Scalar, "I"),
        new("expectation", OutputShape.Scalar, "-1/(n - 1)"),
        new("mean", OutputShape.Scalar, "mean of I*"),
        new("sd", OutputShape.Scalar, "sample standard deviation of I*"),
        new("z", OutputShape.Scalar, "(I - mean) / sd"),
        new("p_value", OutputShape.Scalar, "permutation p-value, above 0"),
    ];
}
