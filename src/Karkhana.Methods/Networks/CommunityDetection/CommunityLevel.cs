namespace Karkhana.Methods.Networks;

/// <summary>An undirected network whose nodes may stand for many: ties between them, and ties within each.</summary>
/// <param name="Rows">Ties to other nodes, each from both ends.</param>
/// <param name="Strengths">The summed strength of each node, ties within counted from both ends.</param>
/// <param name="Total">The sum of all strengths: twice the ties.</param>
internal sealed record CommunityLevel(CompressedRows Rows, double[] Strengths, double Total)
{
    public int Count => Strengths.Length;

    public static CommunityLevel Of(Graph merged)
    {
        int n = merged.NodeCount;
        int[] starts = new int[n + 1];
        int[] targets = new int[merged.TieCount];
        double[] values = new double[merged.TieCount];
        double[] strengths = new double[n];
        double total = 0;
        for (int node = 0; node < n; node++)
        {
            merged.Targets(node).CopyTo(targets.AsSpan(starts[node]));
            merged.Values(node).CopyTo(values.AsSpan(starts[node]));
            starts[node + 1] = starts[node] + merged.Targets(node).Length;
            foreach (double value in merged.Values(node))
            {
                strengths[node] += value;
            }

            total += strengths[node];
        }

        return new CommunityLevel(new CompressedRows(starts, targets, values), strengths, total);
    }

    /// <summary>Makes one node of each part.</summary>
    /// <param name="parts">The part of each node, numbered from 0.</param>
    /// <param name="count">How many parts there are.</param>
    public CommunityLevel Joined(int[] parts, int count)
    {
        (int[] first, int[] next) = Chains(parts, count);
        double[] strengths = new double[count];
        int[] starts = new int[count + 1];
        List<int> targets = [];
        List<double> values = [];
        double[] sums = new double[count];
        int[] seen = new int[count];
        int touched = 0;
        for (int part = 0; part < count; part++)
        {
            touched = 0;
            for (int node = first[part]; node >= 0; node = next[node])
            {
                strengths[part] += Strengths[node];
                Gather(node, part, parts, sums, seen, ref touched);
            }

            Array.Sort(seen, 0, touched);
            foreach (int other in seen.AsSpan(0, touched))
            {
                targets.Add(other);
                values.Add(sums[other]);
                sums[other] = 0;
            }

            starts[part + 1] = targets.Count;
        }

        return new CommunityLevel(new CompressedRows(starts, [.. targets], [.. values]), strengths, Total);
    }

    private static (int[] First, int[] Next) Chains(int[] parts, int count)
    {
        int[] first = new int[count];
        int[] next = new int[parts.Length];
        Array.Fill(first, -1);
        for (int node = parts.Length - 1; node >= 0; node--)
        {
            next[node] = first[parts[node]];
            first[parts[node]] = node;
        }

        return (first, next);
    }

    private void Gather(int node, int part, int[] parts, double[] sums, int[] seen, ref int touched)
    {
        for (int k = Rows.Starts[node]; k < Rows.Starts[node + 1]; k++)
        {
            int other = parts[Rows.Targets[k]];
            if (other == part)
            {
                continue;
            }

            if (sums[other] == 0)
            {
                seen[touched++] = other;
            }

            sums[other] += Rows.Values[k];
        }
    }
}
