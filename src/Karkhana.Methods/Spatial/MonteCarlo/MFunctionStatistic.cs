using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>The M function as a statistic of a pattern.</summary>
/// <param name="options">Distances and types.</param>
/// <param name="weighted">Whether weights count.</param>
/// <param name="search">What finds neighbours among sites that all patterns share; null takes the plane.</param>
internal sealed class MFunctionStatistic(MFunctionOptions options, bool weighted, NeighbourSearch? search = null) : ICurveStatistic
{
    private static readonly ExecutionOptions OneWorker = new() { Workers = 1 }; // the patterns run side by side

    public IReadOnlyList<double> Distances => options.Distances;

    public double[] Curve(PointPattern points, CancellationToken cancellationToken)
    {
        MFunctionKernel kernel = new(weighted ? points : points with { Weights = [] }, options, search);
        kernel.Individual(OneWorker, cancellationToken);
        return kernel.Curve();
    }

    /// <summary>The fast way: neighbours of all points are counted once, each point weighing 1.</summary>
    internal sealed class Members(NeighbourTotals totals) : IMemberStatistic
    {
        public Func<int[], double[]> ForMembers(int size)
        {
            LabellingKernel kernel = new(totals, [size]);
            return members =>
            {
                double[] curve = new double[totals.Radii.Count];
                kernel.Curves(members, curve);
                return curve;
            };
        }
    }
}
