using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The note about rows with a gap.</summary>
internal static class DroppedRows
{
    public static IEnumerable<Note> Notes(int dropped) => dropped == 0
        ? []
        : [new Note("incomplete-rows", Severity.Information, FormattableString.Invariant($"{dropped} rows lack a value in a used column and were not used."))];
}
