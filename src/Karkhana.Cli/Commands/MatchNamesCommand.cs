using System.CommandLine;
using Karkhana.Cli.Output;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana match-names</c>: the review table of names that the ties of a study give.</summary>
internal static class MatchNamesCommand
{
    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "Folder of the study" };
        Option<string?> file = new("--out") { Description = $"The review table; {NameReview.FileName} in the study unless set" };
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new(
            "match-names", "Match partners given by name to the register, and write a table in which to decide on doubtful names") { study, file, quiet };
        command.SetAction((parsed, cancellationToken) =>
        {
            string folder = parsed.GetRequiredValue(study);
            string review = parsed.GetValue(file) ?? Path.Combine(folder, NameReview.FileName);
            ResultsFolder.CheckFile(review);
            Study read = TerminalProgress.Run(
                parsed.GetValue(quiet), progress => StudyReader.Read(folder, progress, cancellationToken));
            return Task.FromResult(Write(read, review));
        });
        return command;
    }

    private static int Write(Study study, string path)
    {
        if (study.NameMatches.Count == 0)
        {
            Console.Error.WriteLine("The study gives no partner by name; there is nothing to match.");
            return ExitCode.Well;
        }

        using (StreamWriter writer = new(path))
        {
            CsvTable.Write(NameReview.ToTable(study.NameMatches), writer);
        }

        int Count(NameOutcome outcome) => study.NameMatches.Count(match => match.Outcome == outcome);
        int open = study.NameMatches.Count(match => match.Outcome == NameOutcome.Doubtful && match.Decision.Length == 0);
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{Count(NameOutcome.Matched)} matched, {Count(NameOutcome.Doubtful)} doubtful, {Count(NameOutcome.NotFound)} not found."));
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{path}: {open} to decide. Write an id, or none, under decision. The table holds names: keep it to yourself."));
        return ExitCode.Well;
    }
}
