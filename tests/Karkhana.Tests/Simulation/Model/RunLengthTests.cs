using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>What the full model cannot tell apart is refused before the first quarter.</summary>
public sealed class RunLengthTests
{
    [Fact]
    public void More_places_than_can_be_told_apart_are_refused_at_the_start()
    {
        ClusterPopulation wide = Of(Firm(0, 0.2) with { Place = 4096 }, Firm(1, 0.2));

        Should.Throw<ArgumentException>(() => Simulated(wide, options: Full())).Message.ShouldContain(
            "must have at most 4096 places in the full model, in each of which firms may begin; it had 4097");
        Should.Throw<ArgumentException>(() => AllRuns(wide, [ClusterScenario.Baseline], [new()], new ScenarioRunOptions { Replicates = 2, Simulation = Full() }))
            .Message.ShouldContain("it had 4097");
        Simulated(wide, options: Minimal(2)).Quarters.Count.ShouldBe(3);
    }

    [Fact]
    public void More_quarters_than_can_be_told_apart_are_refused_at_the_start()
    {
        SimulationOptions longest = new() { BurnIn = 4, Horizon = 16_381 };

        Should.Throw<ArgumentException>(() => Simulated(Of(Firm(0, 0.2)), options: longest)).Message.ShouldContain(
            "must have at most 16384 quarters of burn-in and horizon together in the full model; they had 16385");
        Simulated(Of(Firm(0, 0.2)), options: longest with { Minimal = true }).Quarters.Count.ShouldBe(16_386);
    }
}
