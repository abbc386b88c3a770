using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How far a roster and free recall name the same ties.</summary>
/// <param name="Agreement">Ties named in both ways, of those named in either.</param>
/// <param name="Recalled">Ties of the roster that were recalled too.</param>
/// <param name="OnRoster">Recalled ties that the roster gave too.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ElicitationAgreementResult(
    CountedShare Agreement, CountedShare Recalled, CountedShare OnRoster, IReadOnlyList<Note> Notes, Provenance Provenance)
    : ITidyResult
{
    private (string Term, string Meaning, CountedShare Share)[] Quantities =>
    [
        ("agreement", "Ties named in both ways, of those named in either", Agreement),
        ("recalled", "Ties of the roster that were recalled too", Recalled),
        ("on_roster", "Recalled ties that the roster gave too", OnRoster),
    ];

    /// <summary>Gives one row per share.</summary>
    /// <returns>The table <c>elicitation_agreement</c>.</returns>
    public Table ToTable() => Table.Of(
        "elicitation_agreement",
        Column.Of("term", Quantities.Select(quantity => (string?)quantity.Term), "Quantity", "Name of the quantity."),
        Column.Of("meaning", Quantities.Select(quantity => (string?)quantity.Meaning), "Meaning", "What it says."),
        Column.Of("n", Quantities.Select(quantity => quantity.Share.Total), "Ties", "", "Ties that the share is of."),
        Column.Of(
            "estimate", Quantities.Select(quantity => quantity.Share.Share), "Share", "share", "The share.", recommended: true),
        Column.Of("conf_low", Quantities.Select(quantity => quantity.Share.Low), "Lower limit", "share", "Lower limit of Wilson's interval."),
        Column.Of("conf_high", Quantities.Select(quantity => quantity.Share.High), "Upper limit", "share", "Upper limit of Wilson's interval."));
}
