using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Simulation;
using Xunit;
using Facts = Karkhana.Simulation.StylisedFacts;

namespace Karkhana.Tests.Simulation.Pages;

/// <summary>The tables of the pages on scenarios, stylised facts and history are what the code gives.</summary>
public sealed class SimulationPageTests
{
    // No world scenario: which levers, and in which sets, is for those who call.
    private const string LeversOfTheLibrary =
        "| SC10 | Each lever alone, pairs, the full factorial of four | – | INF | framework 5.12; `karkhana simulate` with `--pairs` and `--factorial` |";

    [Fact]
    public void The_page_on_stylised_facts_shows_the_verdicts_of_the_default_model() => PageTables.Compare(
        "stylised-facts",
        ("facts", PageTables.Markdown(
            Facts.Estimate(
                SyntheticPopulation.Draw(), options: new StylisedFactsOptions { Replicates = 40 },
                cancellationToken: TestContext.Current.CancellationToken).ToTable(),
            "fact", "statement", "statistic", "estimate", "conf_low", "conf_high", "criterion", "verdict", "remark", "source")));

    [Fact]
    public void The_page_on_scenarios_lists_the_library_and_what_the_default_model_makes_of_it()
    {
        ScenarioStudyResult study = ScenarioStudy.Estimate(
            SyntheticPopulation.Draw(), options: new ScenarioRunOptions { Replicates = 40 }, cancellationToken: TestContext.Current.CancellationToken);
        string[] outcomes =
        [
            OutcomeNames.CapabilityMean, OutcomeNames.CapabilityGini, OutcomeNames.Survival, OutcomeNames.Performance, OutcomeNames.TiesPerFirm,
        ];
        ScenarioStudyResult few = study with { Differences = [.. study.Differences.Where(row => outcomes.Contains(row.Outcome))] };
        ScenarioStudyResult shock = study with { Transitions = [.. study.Transitions.Where(row => row.Scenario is "SC0" or "SC8")] };

        PageTables.Compare(
            "scenarios",
            ("library", $"{PageTables.Markdown(ScenarioLibrary.Default().ToTable(), "scenario", "name", "analogue", "status", "source")}\n{LeversOfTheLibrary}"),
            ("differences", PageTables.Markdown(few.ToTable(), "scenario", "outcome", "baseline", "estimate", "conf_low", "conf_high", "above", "n")),
            ("transitions", PageTables.Markdown(shock.TransitionsTable(), "scenario", "from", "to", "share")));
    }

    [Fact]
    public void The_page_on_history_shows_the_series_the_variants_and_the_illustration()
    {
        DrillImitationResult drill = DrillImitation.Estimate(
            new DrillImitationOptions { Replicates = 200 }, cancellationToken: TestContext.Current.CancellationToken);
        TubewellHistoryResult tubewells = TubewellHistory.Estimate(
            options: new TubewellHistoryOptions { Replicates = 40 }, cancellationToken: TestContext.Current.CancellationToken);

        PageTables.Compare(
            "punjab-history",
            ("series", PageTables.Markdown(Series(tubewells), "series", "year", "value", "basis", "source")),
            ("variants", PageTables.Markdown(
                tubewells.ToTable(), "structure", "demand", "firms_peak", "firms_end", "small_left", "large_left", "estimate", "conf_low", "conf_high", "above", "n")),
            ("drill", PageTables.Markdown(drill.ToTable(), "year", "estimate", "conf_low", "conf_high", "counted")),
            ("alternatives", PageTables.Markdown(drill.AlternativesTable(), "base", "imitation", "wait")));
    }

    private static Table Series(TubewellHistoryResult tubewells)
    {
        HistoricalObservation[] rows =
        [
            .. tubewells.Stocks, .. PunjabFacts.Of("tractor production or sales"), .. PunjabFacts.Of(PunjabFacts.DrillMakers),
            .. PunjabFacts.Of(PunjabFacts.ImplementMakers),
        ];
        return Table.Of(
            "series",
            Column.Of("series", rows.Select(row => (string?)$"{row.Series}, {row.Area}"), "Series"),
            Column.Of("year", rows.Select(row => row.Year), "Year"),
            Column.Of("value", rows.Select(row => (int)row.Value), "Number"),
            Column.Of("basis", rows.Select(row => (string?)row.Basis), "Basis"),
            Column.Of("source", rows.Select(row => (string?)row.Source), "Source"));
    }
}
