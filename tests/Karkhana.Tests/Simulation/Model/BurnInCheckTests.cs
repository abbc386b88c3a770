using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

public sealed class BurnInCheckTests
{
    private static readonly ScenarioRunOptions Options = new() { Replicates = 6, Simulation = new SimulationOptions { BurnIn = 10, Horizon = 30 } };

    [Fact]
    public void It_is_the_rule_of_the_catalogue_on_the_mean_path_of_runs_with_nothing_done()
    {
        ClusterPanel[] panels = [.. Enumerable.Range(0, 6).Select(replicate => Simulated(Cluster(), null, Options.Simulation, null, replicate))];
        double[] means = [.. Enumerable.Range(1, 40).Select(quarter => panels.Average(panel => panel.Quarters[quarter].All.MeanCapability))];
        WarmUpTruncationResult expected = WarmUpTruncation.Estimate(new OutputSeries(means), cancellationToken: TestContext.Current.CancellationToken);

        BurnInCheckResult found = Check(new ClusterParameters());

        found.Found.ShouldBe(expected.Truncation);
        (found.Used, found.Replicates, found.Quarters).ShouldBe((10, 6, 40));
        found.ShouldBe(BurnInCheck.Estimate(
            Cluster(), [new()], Options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Firms_that_do_not_move_need_none_and_firms_that_only_move_never_settle()
    {
        ClusterParameters still = Alone with { BaseEffectiveness = 0, WorkerMobility = 0, EntryConstant = -50 };
        BurnInCheckResult rest = Check(still, minimal: true);
        BurnInCheckResult decay = Check(still with { Depreciation = 0.01 }, minimal: true);

        rest.IsLongEnough.ShouldBeTrue();
        rest.Found.ShouldBe(0);
        rest.ToNote().Severity.ShouldBe(Severity.Information);
        decay.Settles.ShouldBeFalse();
        decay.ToNote().Code.ShouldBe("burn-in-short");
        decay.ToNote().Text.ShouldContain("MSER drops the first 20, on mean capability averaged over 6 runs; a burn-in of 10 was used.");
        decay.ToNote().Text.ShouldContain("has not settled");
    }

    [Fact]
    public void A_longer_one_than_was_used_is_a_warning_and_runs_of_three_quarters_tell_nothing()
    {
        new BurnInCheckResult(20, 25, true, 20, 80).ToNote().Severity.ShouldBe(Severity.Warning);
        new BurnInCheckResult(20, 20, true, 20, 80).ToNote().Severity.ShouldBe(Severity.Information);
        BurnInCheck.Estimate(
            Cluster(), [new()], Options with { Simulation = new SimulationOptions { BurnIn = 0, Horizon = 3 } },
            cancellationToken: TestContext.Current.CancellationToken).ShouldBeNull();
        Should.Throw<ArgumentException>(() => BurnInCheck.Estimate(Cluster(), [], Options, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("at least one draw");
    }

    private static BurnInCheckResult Check(ClusterParameters parameters, bool minimal = false) => BurnInCheck.Estimate(
        Cluster(), [parameters], Options with { Simulation = Options.Simulation with { Minimal = minimal } },
        cancellationToken: TestContext.Current.CancellationToken)!;
}
