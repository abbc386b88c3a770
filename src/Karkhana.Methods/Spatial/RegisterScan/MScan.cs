using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>The M part of a register scan.</summary>
internal static class MScan
{
    public static IEnumerable<ScanFinding> Findings(
        PointPattern points, RegisterTypes types, RegisterScanOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (types.Sizes.Length == 0)
        {
            return RegisterScan.Judge(types, ScanStatistic.MFunction, [], options.Alpha);
        }

        double[] radii = [.. (options.Radii.Count > 0 ? options.Radii : RadiusGrid.For(points.X, points.Y)).Order()];
        NeighbourTotals totals = NeighbourTotals.Of(points, radii, execution, cancellationToken);
        LabellingJob job = new(totals, types.Sizes, options.Replicates, s => new RandomStream(options.Seed, RandomPurpose.NestedSites, s));
        RowChunks drawn = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
        List<ScanFinding> tested = [];
        foreach (IGrouping<int, (string Name, int[] Points)> size in types.Tested.GroupBy(type => type.Points.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReplicateRows simulated = drawn.Slice(types.SizeOf(size.Key) * radii.Length, radii.Length);
            ScanBands bands = new(simulated, options.Alpha);
            LabellingKernel kernel = new(totals, [size.Key]);
            foreach ((string Name, int[] Points) type in size)
            {
                double[] observed = new double[radii.Length];
                kernel.Curves(type.Points, observed);
                tested.Add(RegisterScan.Tested(
                    type, ScanStatistic.MFunction, bands.Around(radii, observed, observed), GreatestDeviation.Of(observed, simulated)));
            }
        }

        return RegisterScan.Judge(types, ScanStatistic.MFunction, tested, options.Alpha);
    }
}
