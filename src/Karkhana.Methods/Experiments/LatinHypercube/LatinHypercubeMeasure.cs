using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>The Latin hypercube as a measure.</summary>
public static class LatinHypercubeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MeasureRequest, LatinHypercubeOptions, LatinHypercubeResult>(
        "experiments.latin-hypercube",
        "Random design with one point in each stratum of every input.",
        LatinHypercube.Source,
        [],
        [
            new OutputSpec("design", OutputShape.Matrix, "row x input; rows from 1, columns x1, x2, ..."),
            new OutputSpec("min_distance", OutputShape.Scalar, "least distance of two points on the unit cube; null unless maximin"),
        ],
        request => request,
        (_, options, execution, cancellationToken) => LatinHypercube.Estimate(options, execution, cancellationToken));
}
