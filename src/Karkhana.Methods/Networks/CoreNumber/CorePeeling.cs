namespace Karkhana.Methods.Networks;

/// <summary>Takes away nodes by ascending degree, which is kept sorted in bins (Batagelj and Zaversnik 2003).</summary>
internal sealed class CorePeeling
{
    private readonly int[] _degrees;
    private readonly int[] _sorted;
    private readonly int[] _places;
    private readonly int[] _bins;

    private CorePeeling(int[] degrees)
    {
        _degrees = degrees;
        _bins = new int[(degrees.Length == 0 ? 0 : degrees.Max()) + 2];
        foreach (int degree in degrees)
        {
            _bins[degree + 1]++;
        }

        for (int degree = 1; degree < _bins.Length; degree++)
        {
            _bins[degree] += _bins[degree - 1];
        }

        int[] next = [.. _bins];
        _sorted = new int[degrees.Length];
        _places = new int[degrees.Length];
        for (int node = 0; node < degrees.Length; node++)
        {
            _places[node] = next[degrees[node]]++;
            _sorted[_places[node]] = node;
        }
    }

    /// <summary>Peels a network.</summary>
    /// <param name="degrees">The degree of each node; becomes its core number.</param>
    /// <param name="losers">Networks whose targets lose one of their degree when a node goes.</param>
    /// <returns>The core numbers.</returns>
    public static int[] Of(int[] degrees, params ReadOnlySpan<Graph> losers)
    {
        CorePeeling peeling = new(degrees);
        for (int place = 0; place < degrees.Length; place++)
        {
            int node = peeling._sorted[place];
            foreach (Graph graph in losers)
            {
                foreach (int target in graph.Targets(node))
                {
                    peeling.Lower(target, degrees[node]);
                }
            }
        }

        return degrees;
    }

    // Nodes already taken have a degree of at most the least, so they stay as they are.
    private void Lower(int node, int least)
    {
        if (_degrees[node] <= least)
        {
            return;
        }

        int first = _bins[_degrees[node]]++;
        int other = _sorted[first];
        (_sorted[first], _sorted[_places[node]]) = (node, other);
        (_places[other], _places[node]) = (_places[node], first);
        _degrees[node]--;
    }
}
