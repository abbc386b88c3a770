using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Scenarios;

public sealed class ScenarioStudyTests
{
    private static readonly ScenarioRunOptions Options = new()
    {
        Replicates = 8,
        Simulation = new SimulationOptions { Horizon = 32, BurnIn = 4 },
    };

    private static readonly ScenarioStudyResult Result = Run();

    [Fact]
    public void The_standard_output_is_there_for_every_scenario()
    {
        string[] scenarios = [.. Enumerable.Range(1, 9).Select(number => $"SC{number}")];
        foreach (string outcome in new[] { OutcomeNames.CapabilityMean, OutcomeNames.CapabilityGini, OutcomeNames.Survival, OutcomeNames.TiesPerFirm, "capability_mean[size=1-9]" })
        {
            Result.Differences.Where(row => row.Outcome == outcome).Select(row => row.Scenario).ShouldBe(scenarios, outcome);
        }

        Result.Differences.ShouldAllBe(row => row.Low <= row.Difference && row.Difference <= row.High && Math.Abs(row.Mean - row.Baseline - row.Difference) < 1e-9 * Math.Max(1, Math.Abs(row.Mean)));
        Result.Histories.Count.ShouldBe(10);
        Result.Histories.Values.ShouldAllBe(firms => firms.Count == 3);
        Result.Bands.ShouldAllBe(band => band.Runs == Options.Replicates);
        Result.Transitions.ShouldAllBe(cell => cell.Runs >= 0 && cell.Runs <= Options.Replicates && cell.Runs > 0 == double.IsFinite(cell.Share));
        foreach (Table table in (Table[])[Result.ToTable(), Result.TransitionsTable(), Result.BandsTable()])
        {
            table.Columns.Select(column => column.Name).ShouldContain("n", table.Name);
        }

        Result.Bands.Count.ShouldBe(10 * 33);
        Result.Bands.ShouldAllBe(band => band.Low <= band.Median && band.Median <= band.High);
        Result.BandsTable().RowCount.ShouldBe(330);
        Result.HistoriesTable().RowCount.ShouldBeGreaterThan(300);
        Result.Notes.Select(note => note.Code).ShouldBe(["in-the-model", "assumed-scenarios", "one-set-of-parameters", "synthetic"]);
    }

    [Fact]
    public void Of_the_firms_of_each_regime_all_are_somewhere_at_the_end()
    {
        foreach (IGrouping<(string, string), ScenarioTransition> row in Result.Transitions.GroupBy(cell => (cell.Scenario, cell.From)))
        {
            row.Count().ShouldBe(5);
            double sum = row.Sum(cell => cell.Share);
            (double.IsNaN(sum) || Math.Abs(sum - 1) < 1e-9).ShouldBeTrue();
        }

        Result.Transitions.Count(cell => double.IsFinite(cell.Share)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Scenarios_begin_where_the_baseline_does_and_move_what_they_are_made_to_move()
    {
        Result.Bands.Where(band => band.Quarter == 0).Select(band => band.Median).Distinct().ShouldHaveSingleItem();
        Result.Find("SC7", OutcomeNames.OutsideLinksPerFirm)!.High.ShouldBeLessThan(0);
        Result.Find("SC6", OutcomeNames.CapabilityMean)!.High.ShouldBeLessThan(0);
        Result.Find("SC5", OutcomeNames.CapabilityMean)!.Difference.ShouldBeLessThan(0);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same() =>
        Run(new ExecutionOptions { Workers = 3 }).Differences.ShouldBe(Result.Differences);

    [Fact]
    public void Replicates_of_one_draw_of_parameters_do_not_narrow_the_interval()
    {
        double[] difference = [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, double.NaN, 1, 2, 3, 4];
        ScenarioRun baseline = Of("SC0", new double[16]);

        ScenarioDifference clustered = StandardOutput.Compare(baseline, Of("SC1", difference), "x", draws: 4)!;
        ScenarioDifference apart = StandardOutput.Compare(baseline, Of("SC1", difference), "x", draws: 1)!;

        clustered.Runs.ShouldBe(15);
        clustered.Difference.ShouldBe(2.4, 1e-12);
        // Deviations by draw: 4 × −1.4, 4 × −0.4, 4 × 0.6, 3 × 1.6.
        double error = Math.Sqrt(4.0 / 3 * ((5.6 * 5.6) + (1.6 * 1.6) + (2.4 * 2.4) + (4.8 * 4.8)) / (15 * 15));
        (clustered.High - clustered.Difference).ShouldBe(3.182446305284263 * error, 1e-9);
        (apart.High - apart.Low).ShouldBeLessThan(0.5 * (clustered.High - clustered.Low));

        static ScenarioRun Of(string id, double[] values) =>
            new(new ScenarioOutcomes(id, ["x"], new ReplicateRows(1, values)), new ReplicateRows(1, values), []);
    }

    [Fact]
    public void A_library_without_a_baseline_and_minimal_mode_are_refused()
    {
        ScenarioLibrary shocks = ScenarioLibrary.Default() with { Scenarios = [.. ScenarioLibrary.Default().Scenarios.Skip(1)] };
        Should.Throw<ArgumentException>(() => ScenarioStudy.Estimate(
            SmallClusters.Of(5), shocks, cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("There is no scenario SC0");
        Should.Throw<ArgumentException>(() => ScenarioStudy.Estimate(
            SmallClusters.Of(5), options: new ScenarioRunOptions { Simulation = new SimulationOptions { Minimal = true } },
            cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("must be of the full model");
    }

    private static ScenarioStudyResult Run(ExecutionOptions? execution = null) =>
        ScenarioStudy.Estimate(SmallClusters.Of(40, functions: 2, products: 2), options: Options, execution: execution);
}
