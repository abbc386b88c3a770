using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Groups of industries that keep to the same places.</summary>
public static class RelatedIndustries
{
    private const string Source = "Delgado, Porter & Stern 2016, doi:10.1093/jeg/lbv017";

    // Percentage points. Many small groups fit the noise: their score is perfect, but their best neighbour is as near.
    private const double AboutEqual = 1;

    /// <summary>Groups the industries of a register by the places of its establishments.</summary>
    /// <remarks>See the other overload. Source: Delgado, Porter and Stern 2016, doi:10.1093/jeg/lbv017.</remarks>
    /// <param name="firms">The register, with industries and places.</param>
    /// <param name="options">Similarity, linkage, number of groups.</param>
    /// <param name="execution">Workers are not used; progress is reported.</param>
    /// <param name="cancellationToken">Looked at between industries and between numbers of groups.</param>
    /// <returns>The groups.</returns>
    /// <exception cref="ArgumentException">The register names no industries or no places, or more groups are asked for
    /// than there are industries.</exception>
    public static RelatedIndustriesResult Estimate(
        FirmRegister firms,
        RelatedIndustriesOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        Require.That(
            firms.Industries.Length == firms.Count, nameof(firms), "must have an industry for every establishment");
        Require.That(firms.Places.Length == firms.Count, nameof(firms), "must have a place for every establishment");
        return Estimate(firms.Places, firms.Industries, firms.Employment, options, execution, cancellationToken);
    }

    /// <summary>Groups industries by the places of establishments.</summary>
    /// <remarks>
    /// Similarity of two industries: the mean of three measures, each standardised over all pairs: Pearson's
    /// correlation over places of log(1 + employment) or of the location quotient; coagglomeration γ of Ellison,
    /// Glaeser and Kerr; relatedness of the table of specialisation. All establishments enter places and references;
    /// only industries with enough of them are grouped. Groups come from hierarchical clustering with the distance
    /// max s − s (Ward's linkage on its squares, or average linkage). The number of groups is the one with the best
    /// validation score: the mean of four percentages, of groups and of industries whose mean similarity within their
    /// group exceeds the mean, and the 95th percentile, of their mean similarities with the other groups. Splitting
    /// real groups keeps that score high, so among scores within one percentage point of the best the greatest margin
    /// decides: the mean, over industries, of the similarity within less that with the best group outside; then fewer
    /// groups. This last rule is ours. The article adds input–output and occupation links, which a
    /// register does not have, and corrects groups by hand, which is not done here. Groups are associated with shared
    /// places; they are no proof of ties. Missing employment counts as the median of the known, with a note;
    /// establishments without a place or an industry are left out with a note. With fewer than three industries, or
    /// when nothing varies, there is one group and a note. No firm is named, and an industry of fewer than
    /// <see cref="RelatedIndustriesOptions.LeastEstablishments"/> is not shown. The order of rows changes no bit.
    /// Cost: pairs of industries × places, and industries² for each number of groups tried.
    /// Source: Delgado, Porter and Stern 2016, doi:10.1093/jeg/lbv017; Ward 1963, doi:10.1080/01621459.1963.10500845.
    /// </remarks>
    /// <param name="places">The place of each establishment.</param>
    /// <param name="industries">Its industry.</param>
    /// <param name="employment">Its workers, zero or greater, NaN when missing; empty when each counts 1.</param>
    /// <param name="options">Similarity, linkage, number of groups.</param>
    /// <param name="execution">Workers are not used; progress is reported.</param>
    /// <param name="cancellationToken">Looked at between industries and between numbers of groups.</param>
    /// <returns>The groups.</returns>
    /// <exception cref="ArgumentException">Lists differ in length, employment is negative, or more groups are asked
    /// for than there are industries.</exception>
    public static RelatedIndustriesResult Estimate(
        IReadOnlyList<string> places,
        IReadOnlyList<string> industries,
        IReadOnlyList<double> employment,
        RelatedIndustriesOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        Establishments all = Establishments.Of(places, industries, employment);
        options ??= new RelatedIndustriesOptions();
        (string[] kept, List<Note> notes) = Kept(all, options);
        IndustrySimilarity similarity = kept.Length < 2
            ? new IndustrySimilarity([], [])
            : IndustrySimilarity.Of(all.Plants, kept, options, cancellationToken);
        notes.AddRange(similarity.Notes);
        (int[] groupOf, GroupingScore[] scores) = similarity.Values.Length == 0
            ? (new int[kept.Length], [])
            : Grouped(similarity.Values, kept.Length, options, execution, cancellationToken);
        return RelatedIndustriesResult.Of(
            kept, [.. kept.Select(industry => all.Counts[industry])], (similarity.Values, groupOf), scores, notes,
            new Provenance(
                "agglomeration.related-industries",
                FormattableString.Invariant($"profile = {options.Profile}, relatedness = {options.Relatedness}, linkage = {options.Linkage}, ")
                + FormattableString.Invariant($"groups = {options.Groups}, least_groups = {options.LeastGroups}, ")
                + FormattableString.Invariant($"most_groups = {options.MostGroups}, least_establishments = {options.LeastEstablishments}"),
                Source));
    }

    private static (string[] Kept, List<Note> Notes) Kept(Establishments all, RelatedIndustriesOptions options)
    {
        string[] kept = [.. all.Counts.Where(entry => entry.Value >= options.LeastEstablishments)
            .Select(entry => entry.Key).Order(StringComparer.Ordinal)];
        Require.That(
            options.Groups is not { } groups || kept.Length == 0 || groups <= kept.Length,
            nameof(options.Groups),
            FormattableString.Invariant($"must be at most the number of industries, {kept.Length}; it was {options.Groups}"));
        List<Note> notes = [.. all.Notes];
        if (kept.Length < all.Counts.Count)
        {
            notes.Add(new Note(
                "small-industries", Severity.Information,
                FormattableString.Invariant($"{all.Counts.Count - kept.Length} of {all.Counts.Count} industries have fewer than ")
                + FormattableString.Invariant($"{options.LeastEstablishments} establishments and are not grouped.")));
        }

        if (kept.Length < 3)
        {
            notes.Add(new Note(
                "too-few-industries", Severity.Warning,
                FormattableString.Invariant($"There are {kept.Length} industries to group; fewer than three make no choice of groups.")));
        }

        return (kept, notes);
    }

    private static (int[] GroupOf, GroupingScore[] Scores) Grouped(
        double[] similarity,
        int count,
        RelatedIndustriesOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        double most = similarity.Where(value => !double.IsNaN(value)).Max();
        Dendrogram tree = Dendrogram.Of(
            Array.ConvertAll(similarity, value => double.IsNaN(value) ? 0 : most - value), count, options.Linkage,
            cancellationToken);
        (int least, int last) = Range(options, count);
        GroupingScore[] scores = new GroupingScore[last - least + 1];
        for (int groups = least; groups <= last; groups++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            execution?.Progress?.Report(new RunProgress("trying numbers of groups", groups - least, scores.Length));
            scores[groups - least] = new GroupSimilarity(similarity, tree.Cut(groups), groups).Score();
        }

        GroupingScore best = scores.Where(score => !(score.Validation < scores.Max(other => other.Validation) - AboutEqual))
            .MaxBy(score => score.Margin)!; // the first of equal ones, so the fewest groups
        return (tree.Cut(best.Groups), scores);
    }

    private static (int Least, int Most) Range(RelatedIndustriesOptions options, int count)
    {
        if (options.Groups is { } fixedNumber)
        {
            return (fixedNumber, fixedNumber);
        }

        int most = Math.Min(options.MostGroups ?? Math.Max(2, count / 2), count);
        return (Require.Between(options.LeastGroups, 2, most, nameof(options.LeastGroups)), most);
    }
}
