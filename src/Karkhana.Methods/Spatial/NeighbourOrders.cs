namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by the number of steps of the shortest path that leads to them.</summary>
internal static class NeighbourOrders
{
    /// <summary>Gives the neighbours of each order; every link weighs 1.</summary>
    /// <remarks>Breadth-first from each unit along the links. Cost: the links within the largest order of each
    /// unit.</remarks>
    /// <param name="weights">The links of first order, taken as given; a link of a unit with itself is no step.</param>
    /// <param name="orders">The largest order.</param>
    /// <param name="cancellationToken">Looked at between units.</param>
    /// <returns>The matrix of each order from 1.</returns>
    public static SpatialWeights[] Of(SpatialWeights weights, int orders, CancellationToken cancellationToken)
    {
        int n = weights.Count;
        int[][] starts = [.. Enumerable.Range(0, orders).Select(_ => new int[n + 1])];
        List<int>[] neighbours = [.. Enumerable.Range(0, orders).Select(_ => new List<int>())];
        int[] seen = new int[n];
        Array.Fill(seen, -1);
        List<int> front = [];
        List<int> next = [];
        for (int unit = 0; unit < n; unit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            seen[unit] = unit;
            front.Clear();
            front.Add(unit);
            for (int order = 0; order < orders; order++)
            {
                Step(weights, unit, front, next, seen);
                next.Sort();
                neighbours[order].AddRange(next);
                starts[order][unit + 1] = neighbours[order].Count;
                (front, next) = (next, front);
            }
        }

        return [.. starts.Select((rows, order) => new SpatialWeights(weights.Ids, rows, [.. neighbours[order]], Ones(neighbours[order].Count)))];
    }

    private static void Step(SpatialWeights weights, int unit, List<int> front, List<int> next, int[] seen)
    {
        next.Clear();
        foreach (int at in front)
        {
            foreach (int neighbour in weights.NeighboursOf(at))
            {
                if (seen[neighbour] != unit)
                {
                    seen[neighbour] = unit;
                    next.Add(neighbour);
                }
            }
        }
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
