namespace Karkhana.Agglomeration;

/// <summary>Shannon's entropy of codes, split by groups: total = related (within groups) + unrelated (between).</summary>
/// <param name="Total">−Σ p ln p over codes.</param>
/// <param name="Related">The entropy within each group, weighted by the share of the group.</param>
internal readonly record struct Variety(double Total, double Related)
{
    /// <summary>Gives the variety of counted codes.</summary>
    /// <param name="counts">How often each code comes.</param>
    /// <param name="groups">The group of each code.</param>
    public static Variety Of(IReadOnlyDictionary<int, int> counts, int[] groups)
    {
        double total = Entropy(counts.Values);
        double unrelated = Entropy(counts.GroupBy(pair => groups[pair.Key]).Select(group => group.Sum(pair => pair.Value)));
        return new Variety(total, Math.Max(0, total - unrelated));
    }

    /// <summary>Gives −Σ p ln p of counts; 0 when there is at most one code.</summary>
    /// <remarks>In the order of the counts, so that names do not matter to the last bit.</remarks>
    public static double Entropy(IEnumerable<int> counts)
    {
        int[] sorted = [.. counts.Order()];
        double all = sorted.Sum();
        double entropy = 0;
        foreach (int count in sorted)
        {
            entropy -= count / all * Math.Log(count / all);
        }

        return entropy;
    }
}
