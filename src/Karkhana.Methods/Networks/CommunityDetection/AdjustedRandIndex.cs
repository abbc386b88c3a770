using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>How alike two partitions of the same nodes are.</summary>
public static class AdjustedRandIndex
{
    /// <summary>Gives the index: 1 for the same partition, about 0 for unrelated ones.</summary>
    /// <remarks>
    /// (Σ C(n_ij, 2) − e) / ((Σ C(a_i, 2) + Σ C(b_j, 2)) / 2 − e), e = Σ C(a_i, 2) Σ C(b_j, 2) / C(n, 2); two partitions
    /// that are both one part, or both all singles, are the same: 1. Cost: n. Source: Hubert and Arabie 1985,
    /// doi:10.1007/BF01908075, equation 5.
    /// </remarks>
    /// <param name="first">The part of each node, from 0 and below the number of nodes.</param>
    /// <param name="second">The same of the other partition.</param>
    /// <returns>At most 1.</returns>
    /// <exception cref="ArgumentException">The partitions are not of as many nodes, or a part is out of range.</exception>
    public static double Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int n = first.Length;
        Require.SameLength(n, second.Length, nameof(second));
        double[] a = new double[n];
        double[] b = new double[n];
        Dictionary<(int, int), double> both = [];
        for (int node = 0; node < n; node++)
        {
            a[Require.Between(first[node], 0, n - 1, nameof(first))]++;
            b[Require.Between(second[node], 0, n - 1, nameof(second))]++;
            both[(first[node], second[node])] = both.GetValueOrDefault((first[node], second[node])) + 1;
        }

        (double inA, double inB, double inBoth) = (Pairs(a), Pairs(b), Pairs(both.Values));
        double expected = inA / Pairs([n]) * inB;
        double range = ((inA + inB) / 2) - expected;
        return n < 2 || range == 0 ? 1 : (inBoth - expected) / range;
    }

    private static double Pairs(IEnumerable<double> sizes) => sizes.Sum(size => size * (size - 1) / 2);
}
