using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The Kd part of a register scan.</summary>
internal sealed class KdScan(PointPattern points, RegisterTypes types, RegisterScanOptions options)
{
    public IEnumerable<ScanFinding> Findings(ExecutionOptions? execution, List<Note> notes, CancellationToken cancellationToken)
    {
        List<ScanFinding> tested = [];
        KdPlan? plan = types.Sizes.Length == 0 ? null : KdPlan.For(points, types.Sizes, options);
        if (plan is not null)
        {
            KdSplit split = KdSplit.For(plan, types.Sizes, options.ExactUpTo);
            ObservedKdJob counting = new(plan, [.. types.Tested.Select(type => type.Points)]);
            double[][] bins = counting.Totals(ReplicateEngine.Local.Execute(counting, execution, cancellationToken));
            NestedKdJob drawing = new(plan, types.Sizes, split, options);
            RowChunks drawn = ReplicateEngine.Local.Execute(drawing, execution, cancellationToken);
            Test(plan, split, bins, drawn, tested, cancellationToken);
            AddNotes(plan, split, tested, notes);
        }
        else if (types.Sizes.Length > 0)
        {
            notes.Add(new Note(
                "one-spot", Severity.Warning,
                "The establishments stand on one spot, as far as a sample of their pairs shows; there are no distances to test."));
            tested.AddRange(types.Tested.Select(
                type => new ScanFinding(type.Name, ScanStatistic.Kd, type.Points.Length, ScanVerdict.CannotTell)));
        }

        return RegisterScan.Judge(types, ScanStatistic.Kd, tested, options.Alpha);
    }

    private void Test(
        KdPlan plan, KdSplit split, double[][] bins, RowChunks drawn, List<ScanFinding> tested, CancellationToken cancellationToken)
    {
        int width = plan.Distances.Count;
        KdFromBins smooth = new(plan);
        GriddedPairs? gridded = split.Lattice is null ? null : new GriddedPairs(plan, split.Lattice);
        foreach (IGrouping<int, int> size in Enumerable.Range(0, bins.Length).GroupBy(i => types.Tested[i].Points.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int place = types.SizeOf(size.Key);
            ReplicateRows simulated = drawn.Slice(place * width, width);
            ScanBands bands = new(simulated, options.Alpha);
            foreach (int i in size)
            {
                double[] observed = new double[width];
                double bandwidth = smooth.Curve(bins[i], size.Key, observed);
                double[] likeDraws = place < split.Exact ? observed : Gridded(plan, split, gridded!, types.Tested[i].Points);
                tested.Add(RegisterScan.Tested(
                    types.Tested[i], ScanStatistic.Kd, bands.Around(plan.Distances, observed, likeDraws),
                    GreatestDeviation.Of(likeDraws, simulated)) with
                {
                    Bandwidth = bandwidth,
                    Method = place < split.Exact ? ScanMethod.Exact : ScanMethod.Gridded,
                });
            }
        }
    }

    private static double[] Gridded(KdPlan plan, KdSplit split, GriddedPairs gridded, int[] sites)
    {
        double[] bins = new double[plan.Bins + 2];
        double[] curve = new double[plan.Distances.Count];
        gridded.Count(sites, sites.Length, sites.Length, new double[bins.Length], bins);
        new KdFromBins(plan, split.Lattice!.Spread).Curve(bins, sites.Length, curve);
        return curve;
    }

    private void AddNotes(KdPlan plan, KdSplit split, List<ScanFinding> tested, List<Note> notes)
    {
        notes.Add(new Note(
            "shared-draws", Severity.Information,
            "All industries share the draws: each p-value is exact, those of two industries are not independent."));
        if (split.Lattice is not null)
        {
            notes.Add(new Note(
                "gridded-draws", Severity.Information,
                FormattableString.Invariant(
                    $"Draws of industries with more than {(split.Exact == 0 ? 0 : types.Sizes[split.Exact - 1])} establishments were counted on a lattice of {split.Lattice.Cell:G4}; their observed curves from all pairs.")));
        }

        string[] floored = [.. tested.Where(finding => finding.Bandwidth <= plan.Width).Select(finding => finding.Industry)];
        if (floored.Length > 0)
        {
            notes.Add(new Note(
                "least-bandwidth", Severity.Warning,
                FormattableString.Invariant(
                    $"The distances of {string.Join(", ", floored)} do not vary; the bandwidth was set to {plan.Width:G4}, the width of a bin.")));
        }
    }
}
