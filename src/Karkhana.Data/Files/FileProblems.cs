using System.Text;
using Karkhana.Core.Errors;

namespace Karkhana.Data.Files;

/// <summary>Gathers problems of one file.</summary>
/// <param name="file">The file, relative to the study.</param>
/// <param name="problems">The gathering of the whole study.</param>
internal sealed class FileProblems(string file, DataProblems problems)
{
    private const int Longest = 60;

    /// <summary>Gets the file, relative to the study.</summary>
    public string File => file;

    /// <summary>Shortens what came and shows control characters, so that a problem stays one line.</summary>
    /// <param name="text">What came.</param>
    /// <returns>The shown text.</returns>
    public static string Shorten(string text)
    {
        StringBuilder shown = new();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            shown.Append(IsVisible(c) ? $"{c}" : $"\\u{(int)c:x4}");
        }

        return text.Length > Longest ? $"{shown}…" : shown.ToString();
    }

    /// <summary>Says whether a text has neither control characters nor marks that turn it round.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether all of it shows as it is.</returns>
    public static bool IsVisible(string text) => text.All(IsVisible);

    /// <summary>Quotes what came.</summary>
    /// <param name="text">What came.</param>
    /// <returns>The text in quotation marks, or a word for nothing.</returns>
    public static string Quote(string text) => text.Length == 0 ? "an empty cell" : $"\"{Shorten(text)}\"";

    public void Error(string code, long? row, string? column, string expected, string found, string hint) =>
        problems.Add(new DataProblem(Severity.Error, code, file, row, column, expected, found, hint));

    public void Warning(string code, long? row, string? column, string expected, string found, string hint) =>
        problems.Add(new DataProblem(Severity.Warning, code, file, row, column, expected, found, hint));

    public void Information(string code, string found, string? column = null) =>
        problems.Add(new DataProblem(Severity.Information, code, file, null, column, "the usual form", found, ""));

    private static bool IsVisible(char c) =>
        !char.IsControl(c) && c is not (>= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069');
}
