using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Exact Sobol indices as a measure.</summary>
public static class ExactSobolIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, ExactSobolIndexOptions, ExactSobolIndexResult>(
        "experiments.exact-sobol-index",
        "Exact variance decomposition of standard test functions.",
        ExactSobolIndex.Source,
        [],
        [
            new OutputSpec("variance", OutputShape.Scalar, "of the function"),
            new OutputSpec("variable", OutputShape.Vector, "x1, x2, ..."),
            new OutputSpec("first_order", OutputShape.Vector, "by input"),
            new OutputSpec("total", OutputShape.Vector, "by input"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => ExactSobolIndex.Estimate(options, execution, cancellationToken));
}
