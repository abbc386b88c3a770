using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>Groups of related industries.</summary>
/// <param name="Industries">One entry per industry, in ordinal order.</param>
/// <param name="Groups">One entry per group, in the order of their first industries.</param>
/// <param name="ValidationScore">The validation score of the groups, 0 to 100; NaN when there is one group.</param>
/// <param name="Scores">The scores of all numbers of groups tried.</param>
/// <param name="Similarity">The similarities, row after row, NaN on the diagonal; empty when nothing varies.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RelatedIndustriesResult(
    IReadOnlyList<RelatedIndustry> Industries,
    IReadOnlyList<IndustryGroup> Groups,
    double ValidationScore,
    IReadOnlyList<GroupingScore> Scores,
    IReadOnlyList<double> Similarity,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : ITidyResult
{
    /// <summary>Gives one row per industry.</summary>
    /// <returns>The table <c>related_industries</c>.</returns>
    public Table ToTable() => Table.Of(
        "related_industries",
        Column.Of("industry", Industries.Select(row => (string?)row.Industry), "Industry", "Industry code."),
        Column.Of("n", Industries.Select(row => row.Establishments), "Establishments", "", "Number of establishments."),
        Column.Of("group", Industries.Select(row => row.Group), "Group", "", "Number of the group."),
        Column.Of(
            "within", Industries.Select(row => row.Within), "Similarity within", "standard deviations",
            "Mean similarity with the rest of the group.", recommended: true),
        Column.Of(
            "best_outside", Industries.Select(row => row.BestOutside), "Best outside", "standard deviations",
            "Highest mean similarity with another group; above the value within, the industry stands between two groups."),
        Column.Of(
            "best_outside_group", Industries.Select(row => row.BestOutsideGroup), "Best outside group", "",
            "Number of that group; 0 when there is none."));

    /// <summary>Gives one row per group.</summary>
    /// <returns>The table <c>industry_groups</c>.</returns>
    public Table ToGroups() => Table.Of(
        "industry_groups",
        Column.Of("group", Groups.Select(group => group.Group), "Group", "", "Number of the group."),
        Column.Of(
            "industries", Groups.Select(group => (string?)string.Join(", ", group.Industries)), "Industries", "Its members."),
        Column.Of("n", Groups.Select(group => group.Establishments), "Establishments", "", "Number of establishments."),
        Column.Of(
            "within", Groups.Select(group => group.Within), "Similarity within", "standard deviations",
            "Mean similarity of its pairs.", recommended: true),
        Column.Of(
            "between", Groups.Select(group => group.Between), "Similarity between", "standard deviations",
            "Mean of the similarities with the other groups."),
        Column.Of(
            "best_outside", Groups.Select(group => group.BestOutside), "Best outside", "standard deviations",
            "Highest similarity with another group."));

    /// <summary>Gives one row per number of groups tried.</summary>
    /// <returns>The table <c>grouping_scores</c>.</returns>
    public Table ToScores() => Table.Of(
        "grouping_scores",
        Column.Of("groups", Scores.Select(score => score.Groups), "Groups", "", "Number of groups."),
        Column.Of(
            "validation_score", Scores.Select(score => score.Validation), "Validation score", "percent",
            "Groups and industries that are more alike within than between.", recommended: true),
        Column.Of(
            "margin", Scores.Select(score => score.Margin), "Margin", "standard deviations",
            "Mean over industries of the similarity within less that with the best group outside."));

    internal static RelatedIndustriesResult Of(
        string[] industries,
        int[] establishments,
        (double[] Similarity, int[] GroupOf) found,
        GroupingScore[] scores,
        IReadOnlyList<Note> notes,
        Provenance provenance)
    {
        int groups = found.GroupOf.Length == 0 ? 0 : found.GroupOf.Max() + 1;
        GroupSimilarity means = new(
            found.Similarity.Length > 0 ? found.Similarity : Unknown(industries.Length), found.GroupOf, groups);
        RelatedIndustry[] rows = new RelatedIndustry[industries.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            (int at, double best) = Best(means.OutsideOfIndustry(i));
            rows[i] = new RelatedIndustry(
                industries[i], establishments[i], found.GroupOf[i] + 1, means.WithinOfIndustry(i), best, at + 1);
        }

        IndustryGroup[] entries = [.. Enumerable.Range(0, groups).Select(group => Entry(group, rows, means))];
        double validation = scores.FirstOrDefault(score => score.Groups == groups)?.Validation ?? double.NaN;
        return new RelatedIndustriesResult(rows, entries, validation, scores, found.Similarity, notes, provenance);
    }

    private static IndustryGroup Entry(int group, RelatedIndustry[] rows, GroupSimilarity means)
    {
        RelatedIndustry[] members = [.. rows.Where(row => row.Group == group + 1)];
        double[] outside = [.. means.OutsideOfGroup(group).Select(other => other.Similarity)];
        return new IndustryGroup(
            group + 1,
            [.. members.Select(row => row.Industry)],
            members.Sum(row => row.Establishments),
            means.WithinOfGroup(group),
            Core.Kernels.Sums.Mean(outside),
            Best(means.OutsideOfGroup(group)).Similarity);
    }

    private static double[] Unknown(int count)
    {
        double[] similarity = new double[count * count];
        Array.Fill(similarity, double.NaN);
        return similarity;
    }

    private static (int Group, double Similarity) Best(IEnumerable<(int Group, double Similarity)> outside)
    {
        (int group, double similarity) = (-1, double.NaN);
        foreach ((int other, double value) in outside)
        {
            if (group < 0 || value > similarity)
            {
                (group, similarity) = (other, value);
            }
        }

        return (group, similarity);
    }
}
