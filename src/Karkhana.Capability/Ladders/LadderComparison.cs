using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Whether two ladders tell the same of the same firms.</summary>
public static class LadderComparison
{
    /// <summary>Compares two profiles.</summary>
    /// <remarks>
    /// Over the firms that both profiles hold: Spearman's correlation of the indices; the table of depths and of the
    /// levels of each pair of functions with γ, τ_b and the share of reversed pairs of firms; the mean index on the
    /// second ladder by depth on the first, which does not fall when the mapping is monotone; and the pairs of items
    /// that the ladders order oppositely (<see cref="LadderMapping"/>). Ladders that share items go together by
    /// construction: a high correlation says that the mapping was done alike, not that the ladders confirm each other,
    /// which is why no p-value is given. Cost: firms × functions². Source: framework 8, row 22; Spearman 1904,
    /// doi:10.2307/1412159; Goodman and Kruskal 1954, doi:10.1080/01621459.1954.10501231.
    /// </remarks>
    /// <param name="left">The profile on the first ladder.</param>
    /// <param name="right">The profile on the second ladder, of the same survey.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">No firm is on both.</exception>
    public static LadderComparisonResult Estimate(CapabilityProfileResult left, CapabilityProfileResult right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Dictionary<int, CapabilityLadderResult> onRight = right.Ladders.ToDictionary(ladder => ladder.Firm, ladder => ladder.Ladder);
        (CapabilityLadderResult Left, CapabilityLadderResult Right)[] firms = [.. left.Ladders
            .Where(ladder => onRight.ContainsKey(ladder.Firm)).Select(ladder => (ladder.Ladder, onRight[ladder.Firm]))];
        Require.That(firms.Length > 0, nameof(right), "must hold a firm that is on the first ladder too; it held none");
        (int rows, int columns) = (left.LevelCount + 1, right.LevelCount + 1);
        int[] depths = Counts(firms.Select(firm => (firm.Left.Depth, firm.Right.Depth)), rows, columns);
        return new LadderComparisonResult
        {
            Left = left.Id,
            Right = right.Id,
            Firms = firms.Length,
            IndexCorrelation = RankCorrelation.Spearman([.. firms.Select(firm => firm.Left.Index)], [.. firms.Select(firm => firm.Right.Index)]),
            LeftLevels = rows,
            RightLevels = columns,
            Depths = depths,
            DepthAssociation = OrdinalAssociation.Estimate(depths, rows, columns),
            MeanIndexByDepth = [.. Enumerable.Range(0, rows).Select(depth => Sums.Mean([.. firms
                .Where(firm => firm.Left.Depth == depth && !double.IsNaN(firm.Right.Index)).Select(firm => firm.Right.Index)]))],
            Functions = [.. left.Functions.SelectMany((name, f) => right.Functions.Select((other, g) =>
            {
                int[] counts = Counts(firms.Select(firm => (firm.Left.Levels[f], firm.Right.Levels[g])), rows, columns);
                return new LadderFunctionPair(name, other, counts, OrdinalAssociation.Estimate(counts, rows, columns));
            }))],
            SharedItems = left.Ladder is { } a && right.Ladder is { } b ? LadderMapping.SharedItems(a, b) : null,
            Reversals = left.Ladder is { } c && right.Ladder is { } d ? LadderMapping.Reversals(c, d) : null,
        };
    }

    private static int[] Counts(IEnumerable<(int Left, int Right)> levels, int rows, int columns)
    {
        int[] counts = new int[rows * columns];
        foreach ((int left, int right) in levels)
        {
            counts[(left * columns) + right]++;
        }

        return counts;
    }
}
