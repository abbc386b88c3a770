using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>What a reader must know of the rows and terms that a regression used.</summary>
internal static class DesignNotes
{
    public static IReadOnlyList<Note> Of(DesignMatrix design)
    {
        List<Note> notes = [.. AliasedTerms.Notes(design), .. Dropped(design.DroppedRows, design.DroppedRows + design.Rows.Length)];
        if (Array.TrueForAll(design.Outcome, value => value.Equals(design.Outcome[0])))
        {
            notes.Add(new Note(
                "constant-outcome",
                Severity.Warning,
                "The outcome is the same in all rows: there is nothing to explain, and shares of variance are not defined."));
        }

        return notes;
    }

    /// <summary>Gives the note about rows with a gap.</summary>
    public static IReadOnlyList<Note> Dropped(int dropped, int all) => dropped == 0
        ? []
        : [new Note(
            "dropped-rows",
            Severity.Information,
            FormattableString.Invariant($"{dropped} of {all} rows lack a value in a used column and were left out; the results are those of the other {all - dropped}."))];
}
