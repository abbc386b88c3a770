using System.CommandLine;
using System.Globalization;
using Karkhana.Cli.Output;
using Karkhana.Core.Execution;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis.FirmProfile;
using Karkhana.Reporting;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana profile</c>: one page for the owner of a surveyed firm, or one for each.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "Folder of the study" };
        Option<string?> firm = new("--firm") { Description = "Id of the firm" };
        Option<string?> output = new("--out", "-o") { Description = "The page of --firm [default: profile-<id>.html]" };
        Option<string?> all = new("--all") { Description = "Folder for one page per surveyed firm, instead of --firm" };
        Option<string> language = new("--language")
        {
            HelpName = string.Join("|", TextCatalogue.Languages),
            Description = "Language of the page",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong([.. TextCatalogue.Languages]);
        Option<int> workers = CommonOptions.Workers();
        Option<ulong?> seed = new("--seed") { Description = "Seed of every random draw [default: that of the study]" };
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new(
            "profile", "A page for the owner of a surveyed firm: what it can do beside the cluster, and its next rungs")
        {
            study, firm, output, all, language, workers, seed, quiet,
        };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(firm)) == string.IsNullOrEmpty(result.GetValue(all)))
            {
                result.AddError("Give either --firm with the id of a firm, or --all with a folder.");
            }
            else if (result.GetValue(all) is not null && result.GetValue(output) is not null)
            {
                result.AddError("--out goes with --firm; --all names its folder itself.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            ProfileRequest request = new(
                parsed.GetRequiredValue(study), parsed.GetValue(seed), parsed.GetValue(workers), TextCatalogue.Load(parsed.GetRequiredValue(language)));
            string written = TerminalProgress.Run(parsed.GetValue(quiet), progress => parsed.GetValue(all) is { } folder
                ? All(request, folder, progress, cancellationToken)
                : One(request, parsed.GetValue(firm)!, parsed.GetValue(output), progress, cancellationToken));
            Console.Out.WriteLine(written);
            return Task.FromResult(ExitCode.Well);
        });
        return command;
    }

    private static string One(ProfileRequest request, string firm, string? output, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(output ?? FirmProfileWriter.FileNameOf(firm));
        ResultsFolder.CheckFile(target);
        Study study = StudyReader.Read(request.Folder, progress, cancellationToken);
        (ProfiledGroup group, int position) = ProfiledGroup.Of(study, firm, request.Seed, request.Execution(progress), cancellationToken);
        string page = FirmProfileWriter.Render(group, position, request.Texts);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string partial = string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.partial");
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            File.WriteAllText(partial, page);
            File.Move(partial, target, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        return Said(request, study, $"Page: {output ?? FirmProfileWriter.FileNameOf(firm)}");
    }

    private static string All(ProfileRequest request, string folder, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        Study study = StudyReader.Read(request.Folder, progress, cancellationToken);
        ResultsFolder.Check(folder, new ResultsOwner(study.Settings.Name, FirmProfileWriter.Command));
        IReadOnlyList<ProfiledGroup> groups = ProfiledGroup.All(study, request.Seed, request.Execution(progress), cancellationToken);
        int pages = FirmProfileWriter.WriteAll(groups, folder, request.Texts, cancellationToken);
        return Said(request, study, FormattableString.Invariant($"{pages} pages in {folder}"));
    }

    private static string Said(ProfileRequest request, Study study, string line) => study.IsSynthetic
        ? $"{request.Texts.Text("report.synthetic_banner")}\n{line}"
        : line;

    private sealed record ProfileRequest(string Folder, ulong? Seed, int Workers, TextCatalogue Texts)
    {
        public ExecutionOptions Execution(IProgress<RunProgress>? progress) => new() { Workers = Workers, Progress = progress };
    }
}
