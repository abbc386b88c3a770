using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Karkhana.Cli.Output;
using Karkhana.Core.Documents;
using Karkhana.Core.Execution;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Policy;
using Karkhana.Reporting;
using Karkhana.Scenarios;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana simulate</c>: what levers change in a model of the study's own cluster, at what cost and how sure.</summary>
internal static class SimulateCommand
{
    private const string KeptRuns = ".karkhana-runs"; // a folder in it for each folder of results: a run clears its own alone
    private const int MostFactReplicates = 20;
    private const int MostWorldReplicates = 60;
    private const int LeastFactReplicates = 10;
    private const int RunsPerParticle = 40;

    public static Command Create()
    {
        PolicySimulationOptions usual = new();
        Argument<string> study = new("study") { Description = "Folder of the study" };
        Option<string?> policies = new("--policies") { Description = "File of policies [default: those that ship, 17 levers and doing nothing]" };
        Option<double?> budget = Budget();
        Option<int?> mostLevers = MostLevers();
        Option<string[]> pairs = LeverLists.Pairs();
        Option<string[]> factorial = LeverLists.Factorial();
        Option<int> replicates = Count("--replicates", "Runs of each lever", usual.Replicates, 2, 100_000);
        Option<int> draws = Count("--draws", "Draws of parameters that the runs share out", usual.ParameterDraws, 2, 100_000);
        Option<int> horizon = Count("--horizon", "Quarters that are simulated", usual.Model.Horizon, 1, 100_000);
        Option<bool> calibrate = new("--calibrate") { Description = "Search for the parameters that fit the study; takes minutes" };
        Option<int> particles = Count("--particles", "Parameter sets of the search", usual.Search.Particles, 10, 100_000);
        Option<string?> holdOut = new("--hold-out") { Description = "Place that the calibration does not see; what the model then gives of it is checked" };
        Option<int> sensitivity = Sensitivity();
        Option<string?> output = new("--out", "-o") { Description = "Folder of the results [default: results/<name of the study>-simulation]" };
        Option<bool> resume = new("--resume") { Description = $"Keep finished runs in {KeptRuns}/<folder of results> beside the results, and go on from those that are kept" };
        Option<int> workers = CommonOptions.Workers();
        Option<ulong?> seed = new("--seed") { Description = "Seed of every random draw [default: that of the study]" };
        Option<string?> industry = new("--industry") { Description = "Industry to simulate [default: as diagnose takes it]" };
        Option<OutputFormat> format = CommonOptions.Format();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("simulate", "Simulate levers on a study's own cluster: costs of gains, robustness, report")
        {
            study, policies, pairs, factorial, budget, mostLevers, replicates, draws, horizon, calibrate, particles, holdOut, sensitivity, output, resume, workers, seed, industry, format, quiet,
        };
        GoesWith(command, calibrate, particles, holdOut);
        command.Validators.Add(result =>
        {
            if (result.GetResult(mostLevers) is { Implicit: false } && result.GetResult(budget) is null or { Implicit: true })
            {
                result.AddError("--most-levers goes with --budget.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Simulate(
            new Request(parsed.GetRequiredValue(study), parsed.GetValue(output), parsed.GetValue(policies), parsed.GetValue(resume), parsed.GetValue(workers), parsed.GetValue(sensitivity)),
            new DiagnosisOptions { Seed = parsed.GetValue(seed), Industry = parsed.GetValue(industry) },
            new PolicySimulationOptions
            {
                Pairs = parsed.GetRequiredValue(pairs),
                Factorial = parsed.GetRequiredValue(factorial),
                Budget = parsed.GetValue(budget),
                MostPolicies = parsed.GetValue(mostLevers),
                Replicates = parsed.GetValue(replicates),
                ParameterDraws = parsed.GetValue(draws),
                Model = usual.Model with { Horizon = parsed.GetValue(horizon) },
                Calibrate = parsed.GetValue(calibrate),
                HoldOut = parsed.GetValue(holdOut),
                Search = usual.Search with
                {
                    Particles = parsed.GetValue(particles),
                    Simulations = Math.Max(usual.Search.Simulations, RunsPerParticle * parsed.GetValue(particles)),
                },
                Seed = parsed.GetValue(seed),
            },
            (parsed.GetValue(format), parsed.GetValue(quiet)), cancellationToken)));
        return command;
    }

    private static void GoesWith(Command command, Option<bool> calibrate, params Option[] options) => command.Validators.Add(result =>
    {
        foreach (Option option in options.Where(option => result.GetResult(option) is { Implicit: false } && !result.GetValue(calibrate)))
        {
            result.AddError($"{option.Name} goes with {calibrate.Name}.");
        }
    });

    private static Option<int> Count(string name, string description, int usual, int least, int most) => CommonOptions.WithRange(
        new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual }, least, most);

    private static Option<double?> Budget()
    {
        const double Most = 1e15; // above it a sum of money is no longer exact, and nobody has it
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return new Option<double?>("--budget")
        {
            Description = "Money that there is, in the currency of the study: which levers fit, and what they give together",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= Most)
                {
                    return value;
                }

                // A comma is a thousand to some and a tenth to others, so it is refused.
                result.AddError($"--budget must be a number from 0 to 1e15, without commas and with a point before decimals, such as 5000000 or 1500.5; it was {text}.");
                return null;
            },
        };
    }

    private static Option<int?> MostLevers() => CommonOptions.WithRange(
        new Option<int?>("--most-levers") { Description = "Most levers of a set that the budget is to pay for [default: as many as it pays for]" }, 1, 1000);

    private static Option<int> Sensitivity()
    {
        Option<int> option = new("--sensitivity")
        {
            Description = "Base points, a power of 2 from 8, of Sobol indices of the first lever's gain; runs the model for each with parameters + 2 sets; 0 for none",
            DefaultValueFactory = _ => 0,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value)
                && value != 0 && (value is < 8 or > 65_536 || !BitOperations.IsPow2(value)))
            {
                result.AddError(FormattableString.Invariant($"--sensitivity must be 0 or a power of 2 from 8 to 65536; it was {value}."));
            }
        });
        return option;
    }

    private static int Simulate(
        Request request, DiagnosisOptions diagnosis, PolicySimulationOptions options, (OutputFormat Format, bool Quiet) output,
        CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        FolderBlockStore? store = null;
        string kept = "";
        try
        {
            (Findings findings, PolicyStudyResult? result, string target) = TerminalProgress.Run(output.Quiet, progress =>
            {
                PolicySimulationOptions asked = request.Policies is null
                    ? options
                    : options with { Policies = PolicyFile.Read(TextOf(request.Policies), Path.GetFileName(request.Policies)) };
                Study study = StudyReader.Read(request.Study, progress, cancellationToken);
                PolicySimulation.PoliciesOf(asked, study.Settings.Currency); // what is wrong with them is told before the work
                PolicySimulation.CheckHoldOut(asked, study);
                string folder = request.Output ?? Path.Combine("results", study.Settings.Name + "-simulation");
                ResultsFolder.Check(folder, new ResultsOwner(study.Settings.Name, ScenarioWriter.Command));
                ExecutionOptions execution = new() { Workers = request.Workers, Progress = progress };
                (Findings found, IReadOnlyDictionary<string, double> seconds) = ClusterDiagnosis.Run(study, diagnosis, execution, cancellationToken);
                if (request.Resume)
                {
                    kept = KeptRunsOf(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
                    store = new FolderBlockStore(kept);
                }

                PolicyStudyResult? simulated = PolicyStudy.Run(found, Asked(asked, request.Sensitivity), execution with { Store = store }, cancellationToken);
                if (simulated is not null)
                {
                    ScenarioWriter.Write(found, simulated, seconds, folder, cancellationToken);
                }

                return (found, simulated, folder);
            });
            ClearAway(store, kept);
            if (result is null)
            {
                Console.Error.WriteLine("There is nothing to simulate: that needs a survey ([survey] in study.toml) in which at least ten firms of the industry answered on capability (items of block C), not all alike.");
                return ExitCode.DataOrCheckFailed;
            }

            Report(findings, result, target, Stopwatch.GetElapsedTime(start), output.Format);
            return ExitCode.Well;
        }
        catch (OperationCanceledException) when (store is not null)
        {
            Console.Error.WriteLine($"Cancelled; no results were written. Finished runs are kept in {kept}; the same command goes on from them.");
            return ExitCode.Cancelled;
        }
    }

    private static string TextOf(string policies) => File.Exists(policies)
        ? File.ReadAllText(policies)
        : throw new ArgumentException($"--policies must name a file; there is none at {policies}.");

    private static PolicyStudyOptions Asked(PolicySimulationOptions policies, int sensitivity) => new()
    {
        Policies = policies,
        SensitivityPoints = sensitivity,
        FactReplicates = Math.Clamp(policies.Replicates, LeastFactReplicates, MostFactReplicates),
        WorldReplicates = Math.Min(policies.Replicates, MostWorldReplicates),
    };

    private static string KeptRunsOf(string results) => Path.Combine(Path.GetDirectoryName(results)!, KeptRuns, Path.GetFileName(results));

    private static void ClearAway(FolderBlockStore? store, string folder)
    {
        store?.Clear();
        foreach (string emptied in store is null ? [] : new[] { folder, Path.GetDirectoryName(folder)! })
        {
            if (!Directory.EnumerateFileSystemEntries(emptied).Any())
            {
                Directory.Delete(emptied);
            }
        }
    }

    private static void Report(Findings findings, PolicyStudyResult result, string target, TimeSpan elapsed, OutputFormat format)
    {
        TextCatalogue texts = TextCatalogue.Load();
        string[] lines = [.. ScenarioReport.Summary(result).Select(texts.Say)];
        if (format == OutputFormat.Json)
        {
            JsonObject answer = ScenarioJson.Of(result);
            answer.Insert(0, "study", findings.Study.Settings.Name);
            answer.Insert(1, "synthetic", findings.Study.IsSynthetic);
            answer.Insert(2, "results", target);
            answer["summary"] = new JsonArray([.. lines.Select(line => (JsonNode)JsonValue.Create(line))]);
            answer["problems"] = ProblemList.ToJson(findings.Study.Problems);
            JsonOutput.Write(answer);
            return;
        }

        TextWriter writer = Console.Out;
        if (findings.Study.IsSynthetic)
        {
            WrappedText.Write(writer, texts.Text("report.synthetic_banner"));
        }

        WrappedText.Write(writer, texts.Say(Sentence.Of("scenarios.title", ("study", findings.Study.Settings.Title))));
        foreach (string line in lines)
        {
            WrappedText.Write(writer, line, "  • ", "    ");
        }

        writer.WriteLine();
        WrappedText.Write(writer, texts.Say(Sentence.Of("scenarios.table_title", ("currency", result.Simulation.Currency))));
        LeverTable.Write(writer, result);
        WrappedText.Write(writer, texts.Text(result.Simulation.BelowMinimum is null ? "scenarios.table_foot" : "scenarios.table_foot_below"));
        writer.WriteLine();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Report: {Path.Combine(target, "report.html")} ({elapsed.TotalSeconds:0.0} s)"));
    }

    private sealed record Request(string Study, string? Output, string? Policies, bool Resume, int Workers, int Sensitivity);
}
