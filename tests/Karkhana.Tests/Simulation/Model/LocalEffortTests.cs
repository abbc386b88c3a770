using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>What own effort improves falls with the technical distance from what the firm masters (framework 8, row 33).</summary>
public sealed class LocalEffortTests
{
    private static readonly double[] Localities = [0, 0.5, 2, 10, 50, 1e9];

    // The full model, since minimal mode has one function; nothing moves capability but own effort.
    private static readonly ClusterParameters OwnEffort = Alone with { WorkerMobility = 0, GroupProposals = 0 };

    private static readonly ClusterPopulation Uneven = Of(Firm(0, 0) with { Capability = [0.6, 0.2, 0.4] });

    [Fact]
    public void A_firm_learns_by_effort_only_what_it_masters_best_at_an_infinite_distance()
    {
        double[] after = After(1e9, 6);

        after[0].ShouldBeGreaterThan(0.6);
        after[1..].ShouldBe([0.2, 0.4]);
    }

    [Fact]
    public void What_is_learned_in_a_function_falls_with_its_distance()
    {
        foreach (double locality in Localities)
        {
            double[] learned = Learned(After(locality, 1));

            // One effort for all functions: shares of the gaps stand to each other as exp(−λ d).
            (learned[1] / 0.8).ShouldBe(learned[0] / 0.4 * Math.Exp(-locality * 0.4), tolerance: 1e-12);
            (learned[2] / 0.6).ShouldBe(learned[0] / 0.4 * Math.Exp(-locality * 0.2), tolerance: 1e-12);
        }
    }

    [Fact]
    public void The_more_local_the_less_is_learned()
    {
        double[] own = [.. Localities.Select(locality => Simulated(
            Cluster(), OwnEffort with { EffortLocality = locality }, Full(1) with { BurnIn = 0 }).Quarters[^1].OwnEffort)];

        own.Zip(own.Skip(1)).ShouldAllBe(pair => pair.First >= pair.Second);
        own[1].ShouldBeLessThan(own[0]);
        own[4].ShouldBeLessThan(own[1]);
        own[5].ShouldBeGreaterThan(0); // what is mastered best is learned all the same
    }

    [Fact]
    public void A_firm_reckons_with_what_it_cannot_learn()
    {
        double Effort(double locality) => Simulated(Uneven, OwnEffort with { EffortLocality = locality, SlackAtTenWorkers = 0.2 }, Full(1) with { BurnIn = 0 }).FirmsAtEnd[0].Effort;

        Effort(50).ShouldBeLessThan(Effort(0));
    }

    [Fact]
    public void It_is_off_unless_set_and_changes_no_bit_where_all_functions_are_alike()
    {
        new ClusterParameters().EffortLocality.ShouldBe(0);
        ClusterPopulation one = Cluster(functions: 1);
        Bits.Same(Numbers(Simulated(one, null, Minimal(12))), Numbers(Simulated(one, new ClusterParameters { EffortLocality = 1e9 }, Minimal(12)))).ShouldBeTrue();
        ClusterPopulation alike = Of(Firm(0, 0) with { Capability = [0.3, 0.3] }, Firm(1, 0, 1) with { Capability = [0.5, 0.5] });
        Bits.Same(
            Numbers(Simulated(alike, OwnEffort, Full(6))), Numbers(Simulated(alike, OwnEffort with { EffortLocality = 1e9 }, Full(6)))).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new ClusterParameters { EffortLocality = -1 }).Message.ShouldContain("EffortLocality must lie in [0");
    }

    private static double[] After(double locality, int quarters) =>
        [.. Simulated(Uneven, OwnEffort with { EffortLocality = locality }, Full(quarters) with { BurnIn = 0 }).FirmsAtEnd[0].Capability];

    private static double[] Learned(double[] after) => [.. after.Zip(Uneven.Firms[0].Capability, (now, before) => now - before)];
}
