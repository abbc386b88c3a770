using System.Globalization;

namespace Karkhana.Core.Errors;

/// <summary>One problem found in the data: where it is, what was expected, what came, and what to do.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Code">A stable code in kebab-case, one per kind of problem: <c>duplicate-id</c>.</param>
/// <param name="File">The file, relative to the study.</param>
/// <param name="Row">The row as a spreadsheet counts (header = 1), or null when the whole file is meant.</param>
/// <param name="Column">The column name, or null when the whole row is meant.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What came, shortened.</param>
/// <param name="Hint">What the user can do.</param>
public sealed record DataProblem(
    Severity Severity,
    string Code,
    string File,
    long? Row,
    string? Column,
    string Expected,
    string Found,
    string Hint)
{
    /// <summary>Gets the place as text: <c>firms.csv, row 7, column lat</c>; <c>policies.json, at $.policies[0].end</c> for a path.</summary>
    public string Place
    {
        get
        {
            string row = Row is null ? "" : string.Create(CultureInfo.InvariantCulture, $", row {Row}");
            string word = Column?.StartsWith('$') == true ? "at" : "column";
            return string.IsNullOrEmpty(Column) ? File + row : $"{File}{row}, {word} {Column}";
        }
    }

    /// <summary>Gives the problem as one line.</summary>
    /// <returns>Severity, place, expected, found, hint.</returns>
    public override string ToString() =>
        $"{Severity.ToString().ToLowerInvariant()}: {Place}: expected {Expected}, found {Found}. {Hint}".TrimEnd();
}
