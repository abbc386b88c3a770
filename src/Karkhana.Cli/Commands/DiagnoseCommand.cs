using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Karkhana.Capability;
using Karkhana.Cli.Output;
using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Reporting;
using Karkhana.Scenarios;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana diagnose</c>: the whole chain, tables, figures, report.</summary>
internal static class DiagnoseCommand
{
    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "Folder of the study" };
        Option<string?> output = new("--out", "-o") { Description = "Folder of the results [default: results/<name of the study>]" };
        Option<int> workers = CommonOptions.Workers();
        Option<ulong?> seed = new("--seed") { Description = "Seed of every random draw [default: that of the study]" };
        Option<string?> industry = new("--industry") { Description = "Industry to diagnose [default: that of most surveyed firms, or the most clearly clustered one]" };
        Option<int> replicates = CommonOptions.Replicates();
        Option<ScoringModel?> scoring = Scoring();
        Option<int> levers = CommonOptions.WithRange(
            new Option<int>("--levers") { Description = "Levers, first by the rules, that are simulated too; 0 for none. The command simulate runs all", DefaultValueFactory = _ => 5 }, 0, 18);
        Option<bool> pdf = new("--pdf") { Description = "Print the report to PDF too; needs Chromium or Chrome" };
        Option<bool> replication = new("--r") { Description = "Write the folder r too: data and scripts that repeat the estimates in R (some tens of MB)" };
        Option<OutputFormat> format = CommonOptions.Format();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("diagnose", "Diagnose a study: report, tables and figures") { study, output, workers, seed, industry, replicates, scoring, levers, pdf, replication, format, quiet };
        command.SetAction((parsed, cancellationToken) =>
        {
            DiagnosisOptions options = new()
            {
                Seed = parsed.GetValue(seed),
                Industry = parsed.GetValue(industry),
                Replicates = parsed.GetValue(replicates),
                Scoring = parsed.GetValue(scoring),
            };
            return Task.FromResult(Diagnose(
                parsed.GetRequiredValue(study), parsed.GetValue(output), options, (parsed.GetValue(workers), parsed.GetValue(levers)), (parsed.GetValue(replication), parsed.GetValue(pdf)), parsed.GetValue(format), parsed.GetValue(quiet), cancellationToken));
        });
        return command;
    }

    private static Option<ScoringModel?> Scoring()
    {
        Dictionary<string, ScoringModel> words = Enum.GetValues<ScoringModel>().ToDictionary(model => Words.Of(model).Replace('_', '-'));
        Option<ScoringModel?> option = new("--scoring")
        {
            HelpName = string.Join("|", words.Keys),
            Description = "Model that scores capability and effort [default: what the number of firms can carry]",
            CustomParser = result =>
            {
                if (words.TryGetValue(result.Tokens[0].Value, out ScoringModel model))
                {
                    return model;
                }

                result.AddError($"--scoring must be one of {string.Join(", ", words.Keys)}; it was {result.Tokens[0].Value}.");
                return null;
            },
        };
        return option;
    }

    private static int Diagnose(
        string folder, string? output, DiagnosisOptions options, (int Workers, int Levers) extent, (bool Replication, bool Pdf) also, OutputFormat format, bool quiet, CancellationToken cancellationToken)
    {
        if (also.Pdf && PdfPrinter.FindBrowser() is null)
        {
            Console.Error.WriteLine("--pdf needs Chromium or Chrome, and none was found (Debian: apt-get install chromium). Open report.html and print it instead.");
            return ExitCode.Usage;
        }

        long start = Stopwatch.GetTimestamp();
        (Findings findings, Core.Documents.Report report, string target) = TerminalProgress.Run(quiet, progress =>
        {
            Study study = StudyReader.Read(folder, progress, cancellationToken);
            string results = output ?? Path.Combine("results", study.Settings.Name);
            ResultsFolder.Check(results, new ResultsOwner(study.Settings.Name, DiagnosisWriter.Command));
            ExecutionOptions execution = new() { Workers = extent.Workers, Progress = progress };
            (Findings found, IReadOnlyDictionary<string, double> seconds) = ClusterDiagnosis.Run(
                study, options, execution, cancellationToken);
            found = WithScenarios(found, extent.Levers, execution, cancellationToken);
            return (found, DiagnosisWriter.Write(found, seconds, results, also.Replication, also.Pdf, cancellationToken), results);
        });
        Report(findings, report, target, Stopwatch.GetElapsedTime(start), format);
        return ExitCode.Well;
    }

    private static Findings WithScenarios(Findings found, int levers, ExecutionOptions execution, CancellationToken cancellationToken) =>
        levers > 0 && PolicyStudyOptions.Brief(found, levers) is { } brief
            ? found with { Scenarios = PolicyStudy.Run(found, brief, execution, cancellationToken) }
            : found;

    private static void Report(
        Findings findings, Core.Documents.Report report, string target, TimeSpan elapsed, OutputFormat format)
    {
        TextCatalogue texts = TextCatalogue.Load();
        string[] lines = [.. report.Sections[0].Blocks.SelectMany(block => block switch
        {
            ParagraphBlock paragraph => paragraph.Sentences,
            ListBlock list => list.Items,
            _ => [],
        }).Select(texts.Say)];
        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["study"] = findings.Study.Settings.Name,
                ["synthetic"] = findings.Study.IsSynthetic,
                ["results"] = target,
                ["summary"] = new JsonArray([.. lines.Select(line => (JsonNode)JsonValue.Create(line))]),
                ["problems"] = ProblemList.ToJson(findings.Study.Problems),
            });
            return;
        }

        if (findings.Study.IsSynthetic)
        {
            Console.Out.WriteLine(texts.Text("report.synthetic_banner"));
        }

        Console.Out.WriteLine(report.Title);
        foreach (string line in lines)
        {
            Console.Out.WriteLine($"  • {line}");
        }

        if (findings.Study.Problems.Any(problem => problem.Severity == Severity.Warning))
        {
            Console.Error.WriteLine(
                $"Validation: {ProblemList.Count(findings.Study.Problems)}; the report lists them.");
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Report: {Path.Combine(target, "report.html")} ({elapsed.TotalSeconds:0.0} s)"));
    }
}
