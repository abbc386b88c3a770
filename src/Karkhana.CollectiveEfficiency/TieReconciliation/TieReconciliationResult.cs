using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>One network of what both ends report, and how far they agree.</summary>
public sealed record TieReconciliationResult : ITidyResult
{
    /// <summary>Gets the ties that are taken to be there.</summary>
    public required TieTable Ties { get; init; }

    /// <summary>Gets the number of firms that answered.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets the number of checked ties that both ends report.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Gets the number of checked ties that only the giver reports.</summary>
    public required int GivenOnly { get; init; }

    /// <summary>Gets the number of checked ties that only the receiver reports.</summary>
    public required int ReceivedOnly { get; init; }

    /// <summary>Gets the number of reported ties whose other end was not asked.</summary>
    public required int Unchecked { get; init; }

    /// <summary>Gets the number of ties of which the study does not say who reported them.</summary>
    public required int Unattributed { get; init; }

    /// <summary>Gets the share of the checked ties that both ends report.</summary>
    public required CountedShare Agreement { get; init; }

    /// <summary>Gets the mean of value given minus value received over the ties that both report; NaN without
    /// any.</summary>
    public required double ValueDifference { get; init; }

    /// <summary>Gets how far each firm that answered is confirmed.</summary>
    public required IReadOnlyList<FirmReporting> Firms { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<(string Term, string Meaning, double Value, CountedShare? Share)> Quantities =>
    [
        ("agreement", "Checked ties that both ends report", Agreement.Share, Agreement),
        ("respondents", "Firms that answered", Respondents, null),
        ("confirmed", "Ties that both ends report", Confirmed, null),
        ("given_only", "Ties that only the giver reports", GivenOnly, null),
        ("received_only", "Ties that only the receiver reports", ReceivedOnly, null),
        ("unchecked", "Ties whose other end was not asked", Unchecked, null),
        ("unattributed", "Ties without a known reporter", Unattributed, null),
        ("kept", "Ties taken to be there", Ties.Count, null),
        ("value_difference", "Mean value given minus received", ValueDifference, null),
    ];

    /// <summary>Gives one row per quantity.</summary>
    /// <returns>The table <c>tie_agreement</c>.</returns>
    public Table ToTable() => Table.Of(
        "tie_agreement",
        Column.Of("term", Quantities.Select(quantity => (string?)quantity.Term), "Quantity", "Name of the quantity."),
        Column.Of("meaning", Quantities.Select(quantity => (string?)quantity.Meaning), "Meaning", "What it says."),
        Column.Of(
            "estimate", Quantities.Select(quantity => quantity.Value), "Value", "", "The value.", recommended: true),
        Column.Of(
            "conf_low", Quantities.Select(quantity => quantity.Share?.Low ?? double.NaN), "Lower limit", "share", "Lower limit of Wilson's interval."),
        Column.Of(
            "conf_high", Quantities.Select(quantity => quantity.Share?.High ?? double.NaN), "Upper limit", "share", "Upper limit of Wilson's interval."));

    /// <summary>Gives one row per firm that answered, numbered and without ids.</summary>
    /// <returns>The table <c>firm_reporting</c>.</returns>
    public Table ToFirms() => Table.Of(
        "firm_reporting",
        Column.Of("firm", Enumerable.Range(1, Firms.Count), "Firm", "", "Number of the firm among those that answered."),
        Column.Of("given", Firms.Select(firm => firm.Given.Total), "Given", "ties", "Ties that it says it gave to firms that answered."),
        Column.Of("given_confirmed", Firms.Select(firm => firm.Given.Share), "Confirmed by receivers", "share", "Share of these that the receivers report."),
        Column.Of("received", Firms.Select(firm => firm.Received.Total), "Received", "ties", "Ties that it says it received from firms that answered."),
        Column.Of("received_confirmed", Firms.Select(firm => firm.Received.Share), "Confirmed by givers", "share", "Share of these that the givers report."),
        Column.Of(
            "estimate", Firms.Select(firm => firm.Reliability), "Reliability", "share", "(confirmed + 1) / (reported + 2).", recommended: true));
}
