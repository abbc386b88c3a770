using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>The M function as a statistic of a pattern.</summary>
internal sealed class MFunctionStatistic(MFunctionOptions options, bool weighted) : ICurveStatistic
{
    private static readonly ExecutionOptions OneWorker = new() { Workers = 1 }; // the patterns run side by side

    public IReadOnlyList<double> Distances => options.Distances;

    public double[] Curve(PointPattern points, CancellationToken cancellationToken)
    {
        MFunctionKernel kernel = new(weighted ? points : points with { Weights = [] }, options);
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
