using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Entry;

public sealed class EntryHazardTests
{
    private static readonly ClusterParameters Parameters = new();

    [Fact]
    public void The_hazard_is_that_of_the_formula()
    {
        EntryHazard.Of(Parameters, employment: 400, profitability: 0.1).ShouldBe(Math.Exp(-5 + (0.5 * Math.Log(400)) + 0.2), 1e-12);
        EntryHazard.Of(Parameters, employment: 0, profitability: 0.1).ShouldBe(0);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.6)]
    [InlineData(3)]
    public void As_many_firms_begin_as_are_expected_within_the_error_of_the_draws(double expected)
    {
        const int Quarters = 20_000;
        AddressedDraw draws = new(2003, 0);
        double mean = Enumerable.Range(0, Quarters)
            .Average(quarter => EntryHazard.Count(expected, draws.Uniform(RandomPurpose.FirmEntry, quarter, 0)));

        mean.ShouldBe(expected, 3 * Math.Sqrt(expected / Quarters));
    }

    [Fact]
    public void The_number_is_a_quantile_of_the_poisson_distribution()
    {
        EntryHazard.Count(0, 0.999).ShouldBe(0);
        EntryHazard.Count(1, 0.36).ShouldBe(0); // e^-1 = 0.3679
        EntryHazard.Count(1, 0.37).ShouldBe(1);
        EntryHazard.Count(1, 0.74).ShouldBe(2); // 0.7358 is the probability of at most one
        EntryHazard.Count(1e4, 0.5).ShouldBe(EntrantAgent.MostPerQuarter);
        EntryHazard.Count(double.PositiveInfinity, 0.5).ShouldBe(EntrantAgent.MostPerQuarter);
    }

    [Fact]
    public void No_two_entrants_share_an_agent_number_and_none_is_that_of_a_firm() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 4095], Gen.Int[0, 16383], Gen.Int[0, 31]),
            Gen.Select(Gen.Int[0, 4095], Gen.Int[0, 16383], Gen.Int[0, 31])).Sample((one, other) =>
            {
                int first = EntrantAgent.Of(one.Item1, one.Item2, one.Item3);
                int second = EntrantAgent.Of(other.Item1, other.Item2, other.Item3);
                return first < 0 && second < 0 && (first == second) == (one == other);
            });

    [Fact]
    public void Places_and_quarters_beyond_the_number_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => EntrantAgent.Of(4096, 0, 0)).Message.ShouldContain("place must lie in [0, 4095]");
}
