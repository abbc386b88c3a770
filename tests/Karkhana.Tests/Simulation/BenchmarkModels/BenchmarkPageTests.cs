using System.Globalization;
using Karkhana.Simulation;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

/// <summary>The tables of runs on the page of the benchmark models are those that the models give.</summary>
public sealed class BenchmarkPageTests
{
    [Fact]
    public void The_page_prints_the_runs_of_barter() => ShouldStandOnThePage(
        BarterDiffusion.Simulate(
            new() { Agents = 200, Degree = 10, Categories = 5, Rewiring = [0, 0.05, 0.15, 0.4, 1], Runs = 40 },
            cancellationToken: TestContext.Current.CancellationToken),
        [0, 1, 2, 3, 4],
        ["mean_knowledge", "variance", "coefficient_of_variation", "mean_less_first", "mean_less_last"]);

    [Fact]
    public void The_page_prints_the_runs_of_competition() => ShouldStandOnThePage(
        SchumpeterianCompetition.Simulate(cancellationToken: TestContext.Current.CancellationToken),
        [0, 25, 50, 100],
        ["firms", "number_equivalent", "largest_four", "mean_productivity", "best_productivity", "price"]);

    [Fact]
    public void The_page_prints_the_runs_of_adoption() => ShouldStandOnThePage(
        AdoptionDiffusion.Simulate(cancellationToken: TestContext.Current.CancellationToken), [0, 5, 10, 15, 20], ["share", "logistic"]);

    [Fact]
    public void The_page_prints_the_runs_of_location() => ShouldStandOnThePage(
        UrnLocation.Simulate(new() { Start = [1, 1, 1], Runs = 1000 }, cancellationToken: TestContext.Current.CancellationToken),
        [0, 1, 2],
        ["share", "squared_change", "dominates"]);

    [Fact]
    public void The_page_prints_the_runs_of_growth() => ShouldStandOnThePage(
        GibratGrowth.Simulate(cancellationToken: TestContext.Current.CancellationToken),
        [0, 10, 20, 40],
        ["variance", "slope", "number_equivalent", "largest_four"]);

    private static void ShouldStandOnThePage(BenchmarkRuns runs, int[] places, string[] names)
    {
        string page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", "simulation-benchmarks.md"));
        foreach (int place in places)
        {
            page.ShouldContain(
                $"| {runs.Axis[place].ToString(CultureInfo.InvariantCulture)} | {string.Join(" | ", names.Select(name => Cell(runs[name].Points[place])))} |");
        }
    }

    private static string Cell(RunSummary point) => double.IsNaN(point.Estimate)
        ? "–"
        : point.StdError == 0 ? Text(point.Estimate) : $"{Text(point.Estimate)} [{Text(point.ConfLow)}, {Text(point.ConfHigh)}]";

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture).Replace('-', '−');
}
