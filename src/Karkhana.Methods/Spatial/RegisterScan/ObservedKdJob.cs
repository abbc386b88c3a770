using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Counts the pairs of each industry by distance, in pieces of about a hundred million pairs; a row is a piece's
/// counts.</summary>
internal sealed class ObservedKdJob : IReplicateJob<RowChunks>
{
    private const double PairsOfPiece = 1e8;

    private readonly KdPlan _plan;
    private readonly SitePairs[] _rows;
    private readonly List<(int Industry, int First, int End)> _pieces = [];

    public ObservedKdJob(KdPlan plan, IReadOnlyList<int[]> industries)
    {
        _plan = plan;
        _rows = [.. industries.Select(points => new SitePairs(plan, points, [points.Length]))];
        for (int industry = 0; industry < industries.Count; industry++)
        {
            int pieces = (int)Math.Ceiling(KdPlan.Pairs(industries[industry].Length) / PairsOfPiece);
            int first = 0;
            for (int piece = 1; piece <= pieces; piece++)
            {
                int end = (int)Math.Ceiling(industries[industry].Length * Math.Sqrt((double)piece / pieces));
                _pieces.Add((industry, first, end));
                first = end;
            }
        }
    }

    public string Stage => "counting pairs of industries";

    public int Replicates => _pieces.Count;

    public int BlockSize => 1;

    public RowChunks Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (int industry, int first, int end) = _pieces[range.First];
        PairDistanceBins counted = new(_plan.Bins, _plan.Width);
        long[] totals = new long[_plan.Bins + 2];
        _rows[industry].Count(counted, first, end);
        counted.MoveTo(totals);
        return new RowChunks([Array.ConvertAll(totals, total => (double)total)]);
    }

    /// <summary>Adds up the pieces of each industry; whole numbers, so in any order.</summary>
    public double[][] Totals(RowChunks counts)
    {
        double[][] totals = [.. _rows.Select(_ => new double[_plan.Bins + 2])];
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            double[] total = totals[_pieces[piece].Industry];
            ReadOnlySpan<double> part = counts[piece];
            for (int bin = 0; bin < total.Length; bin++)
            {
                total[bin] += part[bin];
            }
        }

        return totals;
    }
}
