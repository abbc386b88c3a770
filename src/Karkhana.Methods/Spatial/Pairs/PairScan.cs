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
                sink.Add(0, grid.Own[place]);
            }

            int count = grid.Gather(grid.X[place], grid.Y[place], place, reach, _near);
            Plain(place, count, ref sink);
            double safe = edge.Safe(place);
            if (safe < reach.Squared)
            {
                Excess(place, Far(count, safe), ref sink);
            }
        }
    }

    private void Plain<TSink>(int place, int count, ref TSink sink)
        where TSink : struct, IPairSink
    {
        ReadOnlySpan<double> squares = _near.Squared.AsSpan(0, count);
        if (grid.IsUnit)
        {
            foreach (double squared in squares)
            {
                sink.Count(squared);
            }

            return;
        }

        double reference = grid.Reference[place];
        for (int k = 0; k < squares.Length; k++)
        {
            sink.Add(squares[k], reference * grid.Neighbour[_near.Places[k]]);
        }
    }

    private int Far(int count, double safe)
    {
        ReadOnlySpan<double> squares = _near.Squared.AsSpan(0, count);
        double[] farSquares = _far.Squared;
        int[] farPlaces = _far.Places;
        int[] places = _near.Places;
        int far = 0;
        for (int k = 0; k < squares.Length; k++)
        {
            farSquares[far] = squares[k];
            farPlaces[far] = places[k];
            far += squares[k] > safe ? 1 : 0;
        }

        return far;
    }

    private void Excess<TSink>(int place, int count, ref TSink sink)
        where TSink : struct, IPairSink
    {
        edge.Fill(place, _far, count);
        double reference = grid.Reference[place];
        for (int k = 0; k < count; k++)
        {
            double excess = _far.Excess[k];
            Capped += excess == EdgeWeights.Cap - 1 ? 1 : 0;
            sink.Add(_far.Squared[k], grid.IsUnit ? excess : excess * reference * grid.Neighbour[_far.Places[k]]);
        }
    }
}
