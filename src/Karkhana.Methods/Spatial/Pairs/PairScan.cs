using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Spatial;

/// <summary>Runs over all pairs of a reference and a neighbour place within a reach.</summary>
/// <remarks>Each pair is given once with weight 1 and, beyond the safe distance of its reference, once more with what
/// its edge weight exceeds 1 by; pairs on one place come at distance 0 with weight 1. Cost: the pairs of places.</remarks>
internal sealed class PairScan(PairGrid grid, EdgeWeights edge, Reach reach)
{
    private readonly PairBuffer _near = new(grid.NeighbourCount);
    private readonly PairBuffer _far = new(grid.NeighbourCount);

    /// <summary>Gets how many pairs carry the greatest isotropic weight.</summary>
    public long Capped { get; private set; }

    public void Run<TSink>(ref TSink sink, CancellationToken cancellationToken)
        where TSink : struct, IPairSink
    {
        for (int place = 0; place < grid.Count; place++)
        {
            if (grid.Reference[place] == 0)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            sink.Begin(place);
            if (grid.Own[place] > 0)
            {
                sink.Add([0], [grid.Own[place]]);
            }

            int count = grid.Gather(grid.X[place], grid.Y[place], place, reach, _near);
            int first = sink.TakesDoubled && grid.IsSymmetric ? LaterThan(place, count) : 0;
            Plain(place, (first, count), sink.TakesDoubled && grid.IsSymmetric ? 2 : 1, ref sink);
            double safe = edge.Safe(place);
            if (safe < reach.Squared)
            {
                Excess(place, Far(count, safe), ref sink);
            }
        }
    }

    private int LaterThan(int place, int count) => ~_near.Places.AsSpan(0, count).BinarySearch(place);

    private void Plain<TSink>(int place, (int First, int End) range, int times, ref TSink sink)
        where TSink : struct, IPairSink
    {
        ReadOnlySpan<double> squares = _near.Squared.AsSpan(range.First, range.End - range.First);
        if (grid.IsUnit)
        {
            sink.Count(squares, times);
            return;
        }

        double reference = grid.Reference[place] * times;
        Span<double> weights = _near.Excess.AsSpan(0, squares.Length);
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = reference * grid.Neighbour[_near.Places[range.First + k]];
        }

        sink.Add(squares, weights);
    }

    private int Far(int count, double safe)
    {
        Vector256<double> limit = Vector256.Create(safe);
        int far = 0;
        for (int k = 0; k < count; k += Vector256<double>.Count)
        {
            Vector256<double> squared = Vector256.Create(_near.Squared, k);
            Vector256<double> chosen = Vector256.GreaterThan(squared, limit) & Vector256.LessThan(Vector256.Create((double)k) + Vector256<double>.Indices, Vector256.Create((double)count));
            far += Compaction.Store((squared, Vector128.Create(_near.Places, k)), chosen, _far.Squared.AsSpan(far), _far.Places.AsSpan(far));
        }

        return far;
    }

    private void Excess<TSink>(int place, int count, ref TSink sink)
        where TSink : struct, IPairSink
    {
        edge.Fill(place, _far, count, reach);
        Span<double> excess = _far.Excess.AsSpan(0, count);
        foreach (double weight in excess)
        {
            Capped += weight == EdgeWeights.Cap - 1 ? 1 : 0;
        }

        if (!grid.IsUnit)
        {
            double reference = grid.Reference[place];
            for (int k = 0; k < excess.Length; k++)
            {
                excess[k] *= reference * grid.Neighbour[_far.Places[k]];
            }
        }

        sink.Add(_far.Squared.AsSpan(0, count), excess);
    }
}
