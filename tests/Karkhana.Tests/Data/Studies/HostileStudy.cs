using Karkhana.Core.Errors;

namespace Karkhana.Tests.Data.Studies;

/// <summary>A sound study with one thing broken, and the problem that must be reported for it.</summary>
/// <param name="Break">Breaks it.</param>
/// <param name="Code">The stable code of the problem.</param>
/// <param name="File">The file it is in.</param>
/// <param name="Row">The row it is in, as a spreadsheet counts.</param>
/// <param name="Column">The column it is in.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Also">The codes of other errors that follow from it.</param>
internal sealed record HostileStudy(
    Action<StudyFolder> Break,
    string Code,
    string File,
    long? Row = null,
    string? Column = null,
    Severity Severity = Severity.Error,
    params string[] Also)
{
    public bool Matches(DataProblem problem) =>
        (problem.Code, problem.File, problem.Row, problem.Column, problem.Severity) == (Code, File, Row, Column, Severity);
}
