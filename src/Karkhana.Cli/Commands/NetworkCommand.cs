using System.CommandLine;
using Karkhana.Cli.Output;
using Karkhana.Data.Results;
using Karkhana.Data.Results.Networks;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis.NetworkFiles;
using Karkhana.Reporting;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana network</c>: the ties of a study for Gephi, igraph, networkx and RSiena.</summary>
internal static class NetworkCommand
{
    private const string All = "all";

    public static Command Create()
    {
        string[] formats = [.. Enum.GetValues<NetworkFormat>().Select(WordOf), All];
        Argument<string> study = new("study") { Description = "Folder of the study" };
        Option<string?> output = new("--out", "-o") { Description = "Folder of the files [default: results/<name of the study>-network]" };
        Option<string?> kind = new("--kind") { Description = "Kind of tie, such as advice [default: all kinds]" };
        Option<string> format = new("--format")
        {
            HelpName = string.Join("|", formats),
            Description = "What to write",
            DefaultValueFactory = _ => All,
        };
        format.AcceptOnlyFromAmong(formats);
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new(
            "network", "Write the ties of a study, with the ids of firms, for Gephi, igraph, networkx and RSiena") { study, output, kind, format, quiet };
        command.SetAction((parsed, cancellationToken) =>
        {
            NetworkFilesOptions options = new()
            {
                Kind = parsed.GetValue(kind),
                Formats = [.. Enum.GetValues<NetworkFormat>().Where(one => parsed.GetValue(format) is { } word && (word == All || word == WordOf(one)))],
            };
            (Study read, NetworkFilesResult written, string folder) = TerminalProgress.Run(parsed.GetValue(quiet), progress =>
            {
                Study found = StudyReader.Read(parsed.GetRequiredValue(study), progress, cancellationToken);
                string target = parsed.GetValue(output) ?? Path.Combine("results", found.Settings.Name + "-network");
                ResultsFolder.Check(target, new ResultsOwner(found.Settings.Name, NetworkFilesWriter.Command));
                return (found, NetworkFilesWriter.Write(found, target, options, cancellationToken), target);
            });
            Report(read, written, folder);
            return Task.FromResult(ExitCode.Well);
        });
        return command;
    }

    private static string WordOf(NetworkFormat format) => format.ToString().ToLowerInvariant();

    private static void Report(Study study, NetworkFilesResult written, string folder)
    {
        if (study.IsSynthetic)
        {
            Console.Out.WriteLine(TextCatalogue.Load().Text("report.synthetic_banner"));
        }

        Console.Out.WriteLine(FormattableString.Invariant(
            $"{written.Firms} firms, {written.Ties} ties ({string.Join(", ", written.Kinds)}), waves: {string.Join(", ", written.Waves)}."));
        if (written.WithParties > 0)
        {
            Console.Out.WriteLine(FormattableString.Invariant($"{written.WithParties} ties with parties outside the register are left out."));
        }

        if (written.MatricesLeftOut)
        {
            Console.Error.WriteLine(FormattableString.Invariant(
                $"Matrices for RSiena are left out: they are written up to {NetworkFilesWriter.MostInMatrices} firms."));
        }

        Console.Out.WriteLine($"{folder}: the files hold ids of firms at both ends of each tie. Keep them to yourself.");
    }
}
