using System.Text.Json;
using Karkhana.Core.Errors;
using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>Reads a file of world scenarios and gathers all its problems.</summary>
internal static class ScenarioFileReader
{
    private const int LastQuarter = 100_000;

    private static readonly Dictionary<string, Func<ScenarioFields, ScenarioEvent>> Kinds = new(StringComparer.Ordinal)
    {
        ["demand_path"] = fields => new DemandPath
        {
            Start = Start(fields),
            Growth = fields.Number("growth", 1e-6, 10, 1.08),
            GrowthQuarters = fields.Whole("growth_quarters", 0, LastQuarter, 20),
            Collapse = fields.Number("collapse", 1e-6, 10, 0.4),
            CollapseQuarters = fields.Whole("collapse_quarters", 1, LastQuarter, 8),
        },
        ["quality_shock"] = fields => new QualityShock
        {
            Start = Start(fields),
            Capability = fields.Number("capability", 0, 1, 0.4),
            Kept = fields.Number("kept", 0, 1, 0.5),
        },
        ["import_competition"] = fields => new ImportCompetition
        {
            Start = Start(fields),
            Weight = fields.Number("weight", 0, 1e6, 0.5),
            Quality = fields.Number("quality", -1e6, 1e6, 1.5),
            Price = fields.Number("price", 1e-9, 1e9, 1.25),
        },
        ["power_crisis"] = fields => new PowerCrisis
        {
            Start = Start(fields),
            Quarters = fields.Whole("quarters", 1, LastQuarter, 8),
            Uptime = fields.Number("uptime", 1e-6, 1, 0.7),
        },
        ["skilled_emigration"] = fields => new SkilledEmigration
        {
            Start = Start(fields),
            Quarters = fields.Whole("quarters", 1, LastQuarter, 4),
            Share = fields.Number("share", 0, 1 - 1e-9, 0.2),
        },
        ["closure_of_ties"] = fields => new ClosureOfTies
        {
            Start = Start(fields),
            OutsideLost = fields.Number("outside_lost", 0, 1, 0.5),
            Homophily = fields.Number("homophily", 0, 1000, 2),
        },
        ["technology_jump"] = fields => new TechnologyJump
        {
            Start = Start(fields),
            Frontier = fields.Number("frontier", 1e-6, 100, 1.3),
            LeastEffort = fields.Number("least_effort", 0, 1000, 3),
        },
        ["dispersal"] = fields => new Dispersal { Start = Start(fields), Share = fields.Number("share", 0, 1, 0.3) },
    };

    public static ScenarioLibrary Read(string text, string file)
    {
        DataProblems problems = new();
        using JsonDocument document = Parse(text, file, problems);
        ScenarioFields root = new(document.RootElement, "$", file, problems);
        string version = root.Text("version");
        string status = root.Text("status");
        List<WorldScenario> scenarios = [];
        foreach (ScenarioFields fields in root.List("scenarios"))
        {
            WorldScenario scenario = Scenario(fields, status);
            if (scenario.Id.Length > 0 && scenarios.Any(other => other.Id == scenario.Id))
            {
                fields.Report("duplicate-id", $"{fields.Path}.id", "an id of its own", scenario.Id);
            }

            scenarios.Add(scenario);
        }

        root.Close();
        problems.ThrowIfErrors();
        return new ScenarioLibrary(version, status, scenarios);
    }

    private static JsonDocument Parse(string text, string file, DataProblems problems)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
        }
        catch (JsonException error)
        {
            problems.Add(new DataProblem(
                Severity.Error, "no-json", file, error.LineNumber + 1, null, "a JSON text", JsonFault.Describe(error),
                "Check commas, quotes and brackets near the line."));
            problems.ThrowIfErrors();
            throw;
        }
    }

    private static WorldScenario Scenario(ScenarioFields fields, string status)
    {
        List<ScenarioEvent> events = [];
        List<(int, AnchorFirm)> anchors = [];
        (string id, string title) = (fields.Text("id"), fields.Text("title"));
        (string analogue, string source) = (fields.Text("historical_analogue"), fields.Text("source"));
        foreach (ScenarioFields one in fields.List("events"))
        {
            string kind = one.Text("kind");
            if (Kinds.TryGetValue(kind, out Func<ScenarioFields, ScenarioEvent>? make))
            {
                events.Add(make(one));
                one.Close();
            }
            else if (kind == "anchor_firm")
            {
                anchors.Add((Start(one), Anchor(one)));
                one.Close();
            }
            else if (kind.Length > 0)
            {
                one.Report("unknown-kind", $"{one.Path}.kind", $"one of {string.Join(", ", Kinds.Keys.Append("anchor_firm").Order(StringComparer.Ordinal))}", kind);
            }
        }

        fields.Close();
        return new WorldScenario
        {
            Id = id,
            Title = title,
            HistoricalAnalogue = analogue,
            Source = source,
            Status = status.Split(':')[0],
            Events = events,
            Anchors = anchors,
        };
    }

    private static AnchorFirm Anchor(ScenarioFields fields) => new()
    {
        CapabilityQuantile = fields.Number("capability_quantile", 0, 1, 0.99),
        Workers = fields.Number("workers", 1, 1e7, 200),
        VerticalTies = fields.Whole("vertical_ties", 0, 1_000_000, 20),
    };

    private static int Start(ScenarioFields fields) => fields.Whole("start", 0, LastQuarter, 0);
}
