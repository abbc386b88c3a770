using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>What an anchor firm (P16) does to runs: when it comes, how often, and that without it nothing changes.</summary>
public sealed class AnchorFirmTests
{
    private static Intervention Anchor => new() { Id = "P16", Title = "anchor", Anchors = [new AnchorFirm { VerticalTies = 5 }] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_anchor_is_the_one_firm_more(bool minimal)
    {
        Intervention policy = new() { Id = "P16", Title = "anchor", Anchors = [new AnchorFirm { VerticalTies = 5 }], Start = 2 };
        SimulationOptions options = Full(4) with { Minimal = minimal };
        ClusterPanel baseline = Simulated(Cluster(), null, options);
        ClusterPanel panel = Simulated(Cluster(), null, options, ClusterScenario.Of(policy));

        panel.Quarters[8].All.Firms.ShouldBe(baseline.Quarters[8].All.Firms);
        panel.Quarters[9].All.Firms.ShouldBe(baseline.Quarters[9].All.Firms + 1);
        Bits.Same(
            [.. panel.Quarters.Take(9).Select(quarter => quarter.All.MeanCapability)],
            [.. baseline.Quarters.Take(9).Select(quarter => quarter.All.MeanCapability)]).ShouldBeTrue();
        FirmSnapshot anchor = panel.FirmsAtEnd.Single(firm => firm.Agent >= 0x40000000);
        anchor.Clustered.ShouldBeTrue();
        anchor.Ties.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_anchor_that_never_comes_is_the_baseline_bit_for_bit(bool minimal)
    {
        SimulationOptions options = Full(6) with { Minimal = minimal };
        Intervention policy = Anchor with { NonDelivery = 1 };

        Bits.Same(
            Numbers(Simulated(Cluster(), null, options)),
            Numbers(Simulated(Cluster(), null, options, ClusterScenario.Of(policy)))).ShouldBeTrue();
    }

    [Fact]
    public void An_anchor_comes_when_its_lag_is_over()
    {
        SimulationOptions options = Full(14) with { Minimal = true };
        ClusterPanel panel = Simulated(Cluster(), null, options, ClusterScenario.Of(Anchor with { Start = 3, OnsetLag = 8 }));

        int first = panel.Quarters.First(quarter => quarter.All.Firms == 37).Quarter;
        first.ShouldBe(3 + 8 + 1); // a quarter is told when it is over
        panel.Quarters.Where(quarter => quarter.Quarter >= first).ShouldAllBe(quarter => quarter.All.Firms == 37);
    }

    [Fact]
    public void An_anchor_comes_as_often_as_deliveries_happen()
    {
        SimulationOptions options = Full(2) with { Minimal = true };
        int came = Enumerable.Range(0, 60).Count(replicate => Simulated(
            Cluster(), null, options, ClusterScenario.Of(Anchor with { NonDelivery = 0.5 }), replicate).FirmsAtEnd.Count == 37);

        came.ShouldBeInRange(18, 42);
    }
}
