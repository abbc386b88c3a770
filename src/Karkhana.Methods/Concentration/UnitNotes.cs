using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Notes about units for which an index is not defined.</summary>
internal static class UnitNotes
{
    private const int Named = 5;

    /// <summary>Gives a warning when something holds, else nothing.</summary>
    public static IReadOnlyList<Note> When(bool holds, string code, string text) =>
        holds ? [new Note(code, Severity.Warning, text)] : [];

    /// <summary>Gives a warning that names the units whose total is 0.</summary>
    public static IReadOnlyList<Note> Empty(
        string kind, IReadOnlyList<string> codes, IReadOnlyList<double> totals, string consequence) =>
        About($"empty-{kind}", codes, i => totals[i] == 0, "Without any activity", consequence);

    /// <summary>Gives a note, a warning unless said, that names the units for which something holds; nothing when there
    /// is none.</summary>
    public static IReadOnlyList<Note> About(
        string code, IReadOnlyList<string> codes, Func<int, bool> holds, string what, string consequence,
        Severity severity = Severity.Warning)
    {
        string[] found = [.. Enumerable.Range(0, codes.Count).Where(holds).Select(i => codes[i])];
        string rest = found.Length > Named ? ", …" : "";
        return found.Length == 0
            ? []
            : [new Note(code, severity, FormattableString.Invariant(
                $"{what}: {found.Length} of {codes.Count} ({string.Join(", ", found.Take(Named))}{rest}). {consequence}"))];
    }
}
