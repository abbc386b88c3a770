using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>The m function as a statistic of a pattern.</summary>
internal sealed class MDensityStatistic(MDensityFunctionOptions options, bool weighted) : ICurveStatistic
{
    private static readonly ExecutionOptions OneWorker = new() { Workers = 1 };

    public IReadOnlyList<double> Distances => options.Distances;

    public double[] Curve(PointPattern points, CancellationToken cancellationToken) =>
        [.. MDensityFunction.Estimate(
            weighted ? points : points with { Weights = [] }, options, OneWorker, cancellationToken).Values];
}
