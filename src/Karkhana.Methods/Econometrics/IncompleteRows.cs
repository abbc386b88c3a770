using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The note about rows that lack a value.</summary>
internal static class IncompleteRows
{
    public static IReadOnlyList<Note> Notes(int rows, int used) => used == rows
        ? []
        : [new Note(
            "incomplete-rows",
            Severity.Information,
            FormattableString.Invariant($"{rows - used} of {rows} rows lack a value in a used column and were left out; the results are those of the other {used}."))];
}
