namespace Karkhana.Methods.Networks;

/// <summary>Joins the pair of communities that raises modularity most, until none does.</summary>
internal static class FastGreedySearch
{
    /// <summary>Gives the community of each node, numbered from 0 in the order of their first nodes.</summary>
    public static int[] Run(CommunityLevel network, double resolution, CancellationToken cancellationToken)
    {
        int n = network.Count;
        Dictionary<int, double>[] ties = Ties(network);
        double[] strengths = [.. network.Strengths];
        int[] versions = new int[n];
        int[] parents = [.. Enumerable.Range(0, n)];
        PriorityQueue<(int A, int B, int VersionA, int VersionB), (double Loss, int A, int B)> queue = new();
        void Offer(int a, int b)
        {
            (int first, int second) = a < b ? (a, b) : (b, a);
            double gain = ties[a][b] - (resolution * strengths[a] / network.Total * strengths[b]);
            if (gain > 0)
            {
                queue.Enqueue((first, second, versions[first], versions[second]), (-gain, first, second));
            }
        }

        for (int node = 0; node < n; node++)
        {
            foreach (int other in ties[node].Keys.Where(other => other > node))
            {
                Offer(node, other);
            }
        }

        while (queue.TryDequeue(out (int A, int B, int VersionA, int VersionB) pair, out _))
        {
            if (versions[pair.A] != pair.VersionA || versions[pair.B] != pair.VersionB)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            (int kept, int gone) = ties[pair.A].Count >= ties[pair.B].Count ? (pair.A, pair.B) : (pair.B, pair.A);
            Join(ties, kept, gone);
            strengths[kept] += strengths[gone];
            parents[gone] = kept;
            versions[kept]++;
            versions[gone]++;
            foreach (int other in ties[kept].Keys)
            {
                Offer(kept, other);
            }
        }

        return CommunitySearch.Compact([.. parents.Select(node => Root(parents, node))], n).Labels;
    }

    private static Dictionary<int, double>[] Ties(CommunityLevel network)
    {
        Dictionary<int, double>[] ties = new Dictionary<int, double>[network.Count];
        for (int node = 0; node < ties.Length; node++)
        {
            ties[node] = [];
            for (int k = network.Rows.Starts[node]; k < network.Rows.Starts[node + 1]; k++)
            {
                ties[node].Add(network.Rows.Targets[k], network.Rows.Values[k]);
            }
        }

        return ties;
    }

    private static void Join(Dictionary<int, double>[] ties, int kept, int gone)
    {
        foreach ((int other, double value) in ties[gone])
        {
            ties[other].Remove(gone);
            if (other != kept)
            {
                double sum = ties[kept].GetValueOrDefault(other) + value;
                (ties[kept][other], ties[other][kept]) = (sum, sum);
            }
        }

        ties[gone].Clear();
    }

    private static int Root(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            node = parents[node];
        }

        return node;
    }
}
