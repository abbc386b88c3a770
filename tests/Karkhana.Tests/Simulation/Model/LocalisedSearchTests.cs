using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>What can be learned from a partner falls with technical distance (Stiglitz 1987).</summary>
public sealed class LocalisedSearchTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_learned_from_partners_at_an_infinite_distance(bool minimal)
    {
        double[] interactive = [.. new[] { 0, 3, 30, 1e9 }.Select(locality => Simulated(
            Cluster(), new ClusterParameters { SearchLocality = locality }, Full(12) with { Minimal = minimal }).Quarters.Sum(quarter => quarter.Interactive))];

        interactive[3].ShouldBe(0);
        interactive[0].ShouldBeGreaterThan(interactive[1]);
        interactive[1].ShouldBeGreaterThan(interactive[2]);
        interactive[2].ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void The_expected_lead_of_one_partner_is_discounted_by_its_distance()
    {
        ClusterPopulation pair = Of(Firm(0, 0.2), Firm(1, 0.7)) with { Ties = [new ClusterTie(0, 1, ClusterTieKind.Knowledge, 0.5)] };
        double Gain(double locality) => Simulated(
            pair, Alone with { InteractiveRate = 0.1, BaseEffectiveness = 1e-12, SearchLocality = locality }, Minimal(1)).Quarters[^1].Interactive;

        (Gain(2) / Gain(0)).ShouldBe(Math.Exp(-2 * 0.5), tolerance: 1e-12);
    }
}
