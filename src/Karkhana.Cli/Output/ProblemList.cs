using System.Text.Json.Nodes;
using Karkhana.Core.Errors;

namespace Karkhana.Cli.Output;

/// <summary>Writes problems of the data for people and as JSON.</summary>
internal static class ProblemList
{
    /// <summary>Writes one line a problem and a closing count.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="problems">The problems.</param>
    /// <param name="otherwise">What to write when there is none.</param>
    public static void Write(TextWriter writer, IReadOnlyList<DataProblem> problems, string otherwise)
    {
        if (problems.Count == 0)
        {
            writer.WriteLine(otherwise);
            return;
        }

        foreach (DataProblem problem in problems)
        {
            writer.WriteLine($"{problem.Severity.ToString().ToLowerInvariant()}: {problem.Place}");
            writer.WriteLine($"    expected {problem.Expected}; found {problem.Found}");
            if (problem.Hint.Length > 0)
            {
                writer.WriteLine($"    {problem.Hint}");
            }
        }

        writer.WriteLine(Count(problems));
    }

    public static string Count(IReadOnlyList<DataProblem> problems) =>
        $"{Of(problems, Severity.Error, "error")}, {Of(problems, Severity.Warning, "warning")}";

    private static string Of(IReadOnlyList<DataProblem> problems, Severity severity, string word)
    {
        int count = problems.Count(problem => problem.Severity == severity);
        return FormattableString.Invariant($"{count} {word}{(count == 1 ? "" : "s")}");
    }

    public static JsonArray ToJson(IReadOnlyList<DataProblem> problems) => new(
    [
        .. problems.Select(problem => (JsonNode)new JsonObject
        {
            ["severity"] = problem.Severity.ToString().ToLowerInvariant(),
            ["code"] = problem.Code,
            ["file"] = problem.File,
            ["row"] = problem.Row,
            ["column"] = problem.Column,
            ["expected"] = problem.Expected,
            ["found"] = problem.Found,
            ["hint"] = problem.Hint,
        }),
    ]);
}
