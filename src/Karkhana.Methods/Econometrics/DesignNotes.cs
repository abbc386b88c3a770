using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>What a reader must know of the rows and terms that a regression used.</summary>
internal static class DesignNotes
{
    public static IReadOnlyList<Note> Of(DesignMatrix design)
    {
        List<Note> notes = [.. AliasedTerms.Notes(design)];
        if (design.DroppedRows > 0)
        {
            notes.Add(new Note(
                "dropped-rows",
                Severity.Information,
                FormattableString.Invariant($"{design.DroppedRows} of {design.DroppedRows + design.Rows.Length} rows had a missing value in a used column and were left out.")));
        }

        if (Array.TrueForAll(design.Outcome, value => value.Equals(design.Outcome[0])))
        {
            notes.Add(new Note(
                "constant-outcome",
                Severity.Warning,
                "The outcome is the same in all rows: there is nothing to explain, and shares of variance are not defined."));
        }

        return notes;
    }
}
