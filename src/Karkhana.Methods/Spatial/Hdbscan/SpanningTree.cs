namespace Karkhana.Methods.Spatial;

/// <summary>A minimum spanning tree of the mutual reachability distances, by ascending distance.</summary>
/// <param name="From">One end of each edge.</param>
/// <param name="To">The other end.</param>
/// <param name="Distances">The mutual reachability distance.</param>
internal sealed record SpanningTree(int[] From, int[] To, double[] Distances)
{
    private const int PlacesBetweenLooks = 4096;

    /// <summary>Grows the tree by Borůvka: in each round every component takes its shortest edge out.</summary>
    /// <remarks>Components at least halve in each round. Which of several trees of the same length comes out does not
    /// matter: the components at each distance are the same.</remarks>
    public static SpanningTree Of(ReachabilityTree tree, CancellationToken cancellationToken)
    {
        int n = tree.Order.Length;
        DisjointSets sets = new(n);
        int[] components = new int[n];
        List<(double Squared, int From, int To)> edges = new(n - 1);
        double[] best = new double[n];
        int[] from = new int[n];
        int[] to = new int[n];
        while (edges.Count < n - 1)
        {
            for (int place = 0; place < n; place++)
            {
                components[place] = sets.Find(place);
                best[place] = double.PositiveInfinity;
            }

            tree.SetComponents(components);
            FindShortest(tree, components, best, from, to, cancellationToken);
            for (int place = 0; place < n; place++)
            {
                if (components[place] == place && sets.Join(from[place], to[place]))
                {
                    edges.Add((best[place], tree.Order[from[place]], tree.Order[to[place]]));
                }
            }
        }

        edges.Sort();
        return new SpanningTree(
            [.. edges.Select(edge => edge.From)], [.. edges.Select(edge => edge.To)],
            [.. edges.Select(edge => Math.Sqrt(edge.Squared))]);
    }

    private static void FindShortest(
        ReachabilityTree tree, int[] components, double[] best, int[] from, int[] to, CancellationToken cancellationToken)
    {
        for (int place = 0; place < components.Length; place++)
        {
            if (place % PlacesBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int component = components[place];
            if (tree.Core[place] < best[component])
            {
                int found = -1;
                tree.NearestOther(place, components, ref best[component], ref found);
                (from[component], to[component]) = found < 0 ? (from[component], to[component]) : (place, found);
            }
        }
    }
}
