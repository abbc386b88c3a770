using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>Uptime acts relative to that of the start, up to full time.</summary>
public sealed class UptimeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Outages_that_firms_live_with_are_in_what_they_told_and_change_no_bit(bool minimal)
    {
        ClusterPopulation cluster = Cluster();
        ClusterPopulation dark = cluster with { Firms = [.. cluster.Firms.Select(firm => firm with { Uptime = 0.88 })] };
        SimulationOptions options = Full() with { Minimal = minimal };

        Bits.Same(Numbers(Simulated(cluster, options: options)), Numbers(Simulated(dark, options: options))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 0.1, 1)] // nothing to improve
    [InlineData(0.8, 0.1, 1.125)] // 0.9 / 0.8
    [InlineData(0.95, 0.1, 1 / 0.95)] // to full time and no further
    [InlineData(0.8, -0.2, 0.75)]
    public void A_dose_moves_it_up_to_full_time(double start, double dose, double expected)
    {
        ClusterPopulation one = Of(Firm(0, 0.2) with { Uptime = start });
        ClusterRun run = new(ClusterStart.Of(one, minimal: false), new SimulationOptions { BurnIn = 0 });
        run.Begin(new ClusterParameters(), 0);
        double before = run.Mechanisms.OwnSlack[0];
        Trajectory.Enter(run, ClusterScenario.Of(PolicyOf("P17", Level(DoseTarget.Uptime, dose))));
        new PolicyPhase().Apply(run);
        new MechanismPhase().Apply(run);

        run.Mechanisms.Uptime[0].ShouldBe(expected, 1e-14);
        run.Mechanisms.OwnSlack[0].ShouldBe(before * expected, 1e-14);
    }

    [Fact]
    public void A_scenario_may_change_it_by_a_parameter()
    {
        ClusterScenario dark = new() { Id = "dark", Parameters = parameters => parameters with { Uptime = 0.5 } };
        foreach (bool minimal in new[] { true, false })
        {
            ClusterRun run = new(ClusterStart.Of(Cluster(), minimal), Full() with { Minimal = minimal });
            Trajectory.BurnIn(run, new ClusterParameters(), 0, null, TestContext.Current.CancellationToken);
            Trajectory.Enter(run, dark);
            Trajectory.Continue(run, 1, null, TestContext.Current.CancellationToken);

            run.Mechanisms.Uptime.Take(run.Firms.Count).ShouldAllBe(uptime => uptime == 0.5);
        }
    }

    [Fact]
    public void Shares_of_time_outside_their_range_are_refused() =>
        Should.Throw<ArgumentException>(() => Simulated(Of(Firm(3, 0.2) with { Uptime = 0 }))).Message.ShouldContain(
            "must have uptime from 0.000001 to 1; firm 3 had 0");
}
