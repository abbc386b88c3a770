using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Karkhana.Cli.Output;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Reporting;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana plan</c>: how many firms the next study needs, on the design of this one.</summary>
internal static class PlanCommand
{
    private static readonly string[] Tables = ["sizes", "power", "design", "roster"];

    public static Command Create()
    {
        Argument<string> study = new("study") { Description = "Folder of the study whose design is taken" };
        StudyPlanOptions usual = new();
        Option<double> power = Share("--power", "Chance to find what is there", usual.Power, 0.5, 0.9999);
        Option<double> level = Share("--level", "Confidence level", usual.Level, 0.5, 0.9999);
        Option<double> response = Share("--response", "Share of invited firms that is expected to answer", 1, 0.01, 1);
        Option<int> replicates = CommonOptions.WithRange(
            new Option<int>("--replicates") { Description = "Number of simulated studies", DefaultValueFactory = _ => usual.Replicates }, 100, 100_000);
        Option<int> workers = CommonOptions.Workers();
        Option<ulong?> seed = new("--seed") { Description = "Seed of every random draw [default: that of the study]" };
        Option<ListFormat> format = new("--format")
        {
            HelpName = "text|json|csv",
            Description = "text for people, json and csv for programs (then nothing else goes to standard output)",
            DefaultValueFactory = _ => ListFormat.Text,
        };
        Option<string> table = new("--table") { HelpName = string.Join("|", Tables), Description = "The table that csv writes", DefaultValueFactory = _ => Tables[0] };
        table.AcceptOnlyFromAmong(Tables);
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("plan", "Plan the next study on the design of this one: firms needed, power, non-response")
        {
            study, power, level, response, replicates, workers, seed, format, table, quiet,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            StudyPlanResult plan = TerminalProgress.Run(parsed.GetValue(quiet), progress =>
            {
                Study read = StudyReader.Read(parsed.GetRequiredValue(study), progress, cancellationToken);
                StudyPlanOptions options = new()
                {
                    Power = parsed.GetValue(power),
                    Level = parsed.GetValue(level),
                    Replicates = parsed.GetValue(replicates),
                    Seed = parsed.GetValue(seed) ?? read.Settings.Seed,
                };
                return StudyPlanning.Run(
                    read, options, parsed.GetValue(response), new ExecutionOptions { Workers = parsed.GetValue(workers), Progress = progress }, cancellationToken);
            });
            Write(plan, parsed.GetValue(format), "plan_" + parsed.GetRequiredValue(table));
            return Task.FromResult(ExitCode.Well);
        });
        return command;
    }

    private static Option<double> Share(string name, string description, double usual, double least, double most)
    {
        Option<double> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value)
                && !(value >= least && value <= most))
            {
                result.AddError(FormattableString.Invariant($"{name} must lie in [{least}, {most}]; it was {value}."));
            }
        });
        return option;
    }

    private static void Write(StudyPlanResult plan, ListFormat format, string asked)
    {
        switch (format)
        {
            case ListFormat.Json:
                JsonOutput.Write(ToJson(plan));
                break;
            case ListFormat.Csv when plan.ToTables().FirstOrDefault(table => table.Name == asked) is { } table:
                CsvTable.Write(table, Console.Out);
                break;
            case ListFormat.Csv:
                throw new ArgumentException($"This study gives no table {asked}; it gives {string.Join(", ", plan.ToTables().Select(table => table.Name))}.", nameof(asked));
            default:
                WriteForPeople(plan);
                break;
        }
    }

    private static void WriteForPeople(StudyPlanResult plan)
    {
        if (plan.Synthetic)
        {
            Console.Out.WriteLine(TextCatalogue.Load().Text("report.synthetic_banner"));
        }

        foreach (Table table in plan.ToTables())
        {
            TextTable.Write(Console.Out, table);
            Console.Out.WriteLine();
        }

        foreach (string message in plan.Notes.Select(note => note.Text))
        {
            Console.Out.WriteLine(message);
        }
    }

    private static JsonObject ToJson(StudyPlanResult plan) => new()
    {
        ["synthetic"] = plan.Synthetic,
        ["tables"] = new JsonObject(plan.ToTables().Select(table => KeyValuePair.Create(
            table.Name, (JsonNode?)new JsonArray([.. Enumerable.Range(0, table.RowCount).Select(row => (JsonNode)new JsonObject(
                table.Columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)JsonValueOf(column[row])))))])))),
        ["notes"] = new JsonArray([.. plan.Notes.Select(note => (JsonNode)new JsonObject
        {
            ["code"] = note.Code,
            ["severity"] = note.Severity == Severity.Warning ? "warning" : "information",
            ["message"] = note.Text,
        })]),
    };

    private static JsonValue? JsonValueOf(object? value) => value switch
    {
        null => null,
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(value.ToString()),
    };
}
