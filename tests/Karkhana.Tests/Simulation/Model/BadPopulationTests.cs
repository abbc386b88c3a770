using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.SimulatedFirms;

namespace Karkhana.Tests.Simulation.Model;

public sealed class BadPopulationTests
{
    public static TheoryData<string, Func<ClusterPopulation, ClusterPopulation>> Broken { get; } = new()
    {
        { "must have at least one firm", population => population with { Firms = [] } },
        { "agent numbers; 3 came twice", population => population with { Firms = [.. population.Firms, population.Firms[3]] } },
        { "workers from 1 to 10,000,000; firm 2 had 0", Change(firm => firm with { Workers = 0 }) },
        { "absorptive capacity from 0 to 1; firm 2 had 1.5", Change(firm => firm with { AbsorptiveCapacity = 1.5 }) },
        { "x finite; firm 2 had NaN", Change(firm => firm with { X = double.NaN }) },
        { "capability from 0 to 1, the frontier; firm 2 had 1.2", Change(firm => firm with { Capability = [1.2] }) },
        { "number of capability functions 1, as the first firm's; firm 2 had 2", Change(firm => firm with { Capability = [0.1, 0.2] }) },
        { "number of exposures 0, one per advantage; firm 2 had 1", Change(firm => firm with { Exposures = [0.1] }) },
        { "agent zero or greater; firm -1 had -1", Change(firm => firm with { Agent = -1 }) },
        { "ties between its 5 firms; one led from 0 to 5", WithTie(new ClusterTie(0, 5, ClusterTieKind.Supply, 0.5)) },
        { "trust from 0 to 1; a tie had 2", WithTie(new ClusterTie(0, 1, ClusterTieKind.Supply, 2)) },
        { "a tie of kind External led from 0 to 1", WithTie(new ClusterTie(0, 1, ClusterTieKind.External, 0.5)) },
        { "a tie of kind Kin led from 1 to 1", WithTie(new ClusterTie(1, 1, ClusterTieKind.Kin, 0.5)) },
        { "capability of a draw must have 5 values; it had 2", population => population with { Draws = [new PopulationDraw([0.1, 0.2], [0.1])] } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_population_that_cannot_be_simulated_is_refused(string message, Func<ClusterPopulation, ClusterPopulation> breaks)
    {
        ClusterPopulation population = breaks(Of([.. Enumerable.Range(0, 5).Select(agent => Firm(agent, 0.2, agent))]));

        Should.Throw<ArgumentException>(() => Simulated(population)).Message.ShouldContain(message);
    }

    [Fact]
    public void Parameters_and_options_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulationOptions { Horizon = 0 }).Message.ShouldContain("Horizon must lie in [1, 100000]; it was 0");
        Should.Throw<ArgumentOutOfRangeException>(() => new ClusterParameters { Curvature = 1 }).Message.ShouldContain("Curvature must lie in");
        Should.Throw<ArgumentOutOfRangeException>(() => new ClusterParameters { Depreciation = double.NaN }).Message.ShouldContain("it was NaN");
        Should.Throw<ArgumentOutOfRangeException>(() => Simulated(Of(Firm(0, 0.1)), replicate: -1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_firm_identical_firms_and_no_ties_have_a_defined_answer(bool minimal)
    {
        SimulationOptions options = Full() with { Minimal = minimal };
        ClusterPanel one = Simulated(Of(Firm(7, 0.2)), null, options);
        ClusterPanel alike = Simulated(Of([.. Enumerable.Range(0, 5).Select(agent => Firm(agent, 0.2))]), null, options);

        one.Quarters.ShouldAllBe(quarter => double.IsFinite(quarter.All.MeanCapability) && quarter.Passive == 0 && quarter.Interactive == 0);
        double.IsNaN(one.Quarters[^1].Dispersed.CapabilitySpread).ShouldBeTrue(); // of one firm there is none
        alike.Quarters.ShouldAllBe(quarter => quarter.All.CapabilitySpread >= 0);
    }

    private static Func<ClusterPopulation, ClusterPopulation> Change(Func<ClusterFirm, ClusterFirm> change) =>
        population => population with { Firms = [.. population.Firms.Select(firm => firm.Agent == 2 ? change(firm) : firm)] };

    private static Func<ClusterPopulation, ClusterPopulation> WithTie(ClusterTie tie) => population => population with { Ties = [tie] };
}
