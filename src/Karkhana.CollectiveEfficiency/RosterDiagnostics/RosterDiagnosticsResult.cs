using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What non-response and the boundary do to a network.</summary>
public sealed record RosterDiagnosticsResult : ITidyResult
{
    /// <summary>Gets the number of firms that could be named.</summary>
    public required int Roster { get; init; }

    /// <summary>Gets the number of them that answered.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets the share that answered.</summary>
    public double ResponseRate => Respondents / (double)Roster;

    /// <summary>Gets the mean number of respondents that name a firm that did not answer; NaN when all
    /// answered.</summary>
    public required double TiesPerMissing { get; init; }

    /// <summary>Gets the mean number of other respondents that name a respondent; NaN when none answered.</summary>
    public required double TiesPerRespondent { get; init; }

    /// <summary>Gets the share of the reported ties with an end off the roster.</summary>
    public required CountedShare Outside { get; init; }

    /// <summary>Gets how many respondents were taken out at a time.</summary>
    public required int Deleted { get; init; }

    /// <summary>Gets how density and centralisation move when respondents are taken out.</summary>
    public required IReadOnlyList<DeletionRange> Sensitivity { get; init; }

    /// <summary>Gets the firms that did not answer, the most named first.</summary>
    public required IReadOnlyList<MissingFirm> Missing { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<(string Term, string Meaning, double Value, double Low, double High)> Quantities =>
    [
        ("response_rate", "Firms of the roster that answered", ResponseRate, double.NaN, double.NaN),
        ("roster", "Firms that could be named", Roster, double.NaN, double.NaN),
        ("ties_per_missing", "Respondents that name a firm that did not answer, mean", TiesPerMissing, double.NaN, double.NaN),
        ("ties_per_respondent", "Other respondents that name a respondent, mean", TiesPerRespondent, double.NaN, double.NaN),
        ("outside", "Reported ties with an end off the roster", Outside.Share, Outside.Low, Outside.High),
        .. Sensitivity.Select(range => (
            range.Term, "Among respondents; limits when more are taken out at random", range.Estimate, range.Low, range.High)),
    ];

    /// <summary>Gives one row per quantity.</summary>
    /// <returns>The table <c>roster_diagnostics</c>.</returns>
    public Table ToTable() => Table.Of(
        "roster_diagnostics",
        Column.Of("term", Quantities.Select(quantity => (string?)quantity.Term), "Quantity", "Name of the quantity."),
        Column.Of("meaning", Quantities.Select(quantity => (string?)quantity.Meaning), "Meaning", "What it says."),
        Column.Of("estimate", Quantities.Select(quantity => quantity.Value), "Value", "", "The value.", recommended: true),
        Column.Of("conf_low", Quantities.Select(quantity => quantity.Low), "Lower limit", "", "Wilson's interval for shares; lower quantile over deletions for the others."),
        Column.Of("conf_high", Quantities.Select(quantity => quantity.High), "Upper limit", "", "Wilson's interval for shares; upper quantile over deletions for the others."));

    /// <summary>Gives how many missing firms are named by how many respondents, the most named first; no ids.</summary>
    /// <returns>The table <c>firms_to_visit_again</c>.</returns>
    public Table ToRevisit()
    {
        (int NamedBy, int Firms)[] counts = [.. Missing.CountBy(firm => firm.NamedBy).Select(pair => (pair.Key, pair.Value))];
        return Table.Of(
            "firms_to_visit_again",
            Column.Of("named_by", counts.Select(count => count.NamedBy), "Named by", "respondents", "Respondents that report a tie with the firm."),
            Column.Of("n", counts.Select(count => count.Firms), "Firms", "", "Firms that did not answer and are named so often."));
    }
}
