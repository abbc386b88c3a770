using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>Kd of draws of every size, one row of curves per draw.</summary>
/// <param name="plan">The distances, bins and coordinates.</param>
/// <param name="sizes">The sizes, ascending.</param>
/// <param name="split">Which of them are counted pair by pair.</param>
/// <param name="options">Replicates and seed.</param>
internal sealed class NestedKdJob(KdPlan plan, int[] sizes, KdSplit split, RegisterScanOptions options) : IReplicateJob<RowChunks>
{
    public string Stage => "drawing sites";

    public int Replicates => options.Replicates;

    public int BlockSize => 4;

    public RowChunks Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        Worker worker = new(plan, sizes, split);
        int[] identity = [.. Enumerable.Range(0, plan.X.Length)];
        int[] drawn = new int[identity.Length];
        double[][] rows = new double[range.Count][];
        for (int s = 0; s < rows.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            identity.CopyTo(drawn, 0);
            new RandomStream(options.Seed, RandomPurpose.NestedSites, range.First + s).ShuffleFront<int>(drawn, sizes[^1]);
            rows[s] = worker.Curves(drawn.AsSpan(0, sizes[^1]), cancellationToken);
        }

        return new RowChunks(rows);
    }

    /// <summary>The tables of one block of draws.</summary>
    private sealed class Worker
    {
        private readonly KdPlan _plan;
        private readonly int[] _sizes;
        private readonly KdSplit _split;
        private readonly PairDistanceBins _counted;
        private readonly KdFromBins _exact;
        private readonly KdFromBins? _smoothGridded;
        private readonly GriddedPairs? _gridded;
        private readonly long[] _totals;
        private readonly double[] _bins;
        private readonly double[] _others;

        public Worker(KdPlan plan, int[] sizes, KdSplit split)
        {
            (_plan, _sizes, _split) = (plan, sizes, split);
            _counted = new PairDistanceBins(plan.Bins, plan.Width);
            _exact = new KdFromBins(plan);
            _totals = new long[plan.Bins + 2];
            _bins = new double[plan.Bins + 2];
            _others = new double[plan.Bins + 2];
            if (split.Lattice is not null)
            {
                _gridded = new GriddedPairs(plan, split.Lattice);
                _smoothGridded = new KdFromBins(plan, split.Lattice.Spread);
            }
        }

        public double[] Curves(ReadOnlySpan<int> drawn, CancellationToken cancellationToken)
        {
            int width = _plan.Distances.Count;
            double[] curves = new double[_sizes.Length * width];
            if (_split.Exact > 0)
            {
                CountPairs(drawn, curves, cancellationToken);
            }

            for (int size = _split.Exact; size < _sizes.Length; size += 2)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int other = Math.Min(size + 1, _sizes.Length - 1);
                _gridded!.Count(drawn, _sizes[size], _sizes[other], _bins, _others);
                _smoothGridded!.Curve(_bins, _sizes[size], curves.AsSpan(size * width, width));
                _smoothGridded.Curve(_others, _sizes[other], curves.AsSpan(other * width, width));
            }

            return curves;
        }

        private void CountPairs(ReadOnlySpan<int> drawn, double[] curves, CancellationToken cancellationToken)
        {
            int width = _plan.Distances.Count;
            SitePairs rows = new(_plan, drawn, _sizes[.._split.Exact]);
            Array.Clear(_totals);
            int before = 0;
            for (int size = 0; size < _split.Exact; size++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.Count(_counted, before, _sizes[size]);
                _counted.MoveTo(_totals);
                for (int bin = 0; bin < _bins.Length; bin++)
                {
                    _bins[bin] = _totals[bin];
                }

                _exact.Curve(_bins, _sizes[size], curves.AsSpan(size * width, width));
                before = _sizes[size];
            }
        }
    }
}
