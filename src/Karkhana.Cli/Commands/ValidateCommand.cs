using System.CommandLine;
using System.Text.Json.Nodes;
using Karkhana.Cli.Output;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana validate</c>: all problems of a study.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "Folder of the study" };
        Option<OutputFormat> format = CommonOptions.Format();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new(
            "validate", "List all problems of a study; exit code 1 if there is an error") { study, format, quiet };
        command.SetAction((parsed, cancellationToken) =>
        {
            IReadOnlyList<DataProblem> problems = TerminalProgress.Run(
                parsed.GetValue(quiet), progress => StudyReader.Check(
                    parsed.GetRequiredValue(study), progress, cancellationToken));
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                JsonOutput.Write(new JsonObject { ["study"] = parsed.GetRequiredValue(study), ["problems"] = ProblemList.ToJson(problems) });
            }
            else
            {
                ProblemList.Write(Console.Out, problems, "No problems found.");
            }

            bool failed = problems.Any(problem => problem.Severity == Severity.Error);
            return Task.FromResult(failed ? ExitCode.DataOrCheckFailed : ExitCode.Well);
        });
        return command;
    }
}
