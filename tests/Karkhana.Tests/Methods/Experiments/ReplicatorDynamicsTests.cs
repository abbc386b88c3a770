using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ReplicatorDynamicsTests
{
    private static readonly Gen<(double[] Share, double[] Fitness)> Markets =
        from firms in Gen.Int[2, 6]
        from share in Gen.Double[0.01, 1].Array[firms]
        from fitness in Gen.Double[0.5, 1.5].Array[firms]
        select (share, fitness);

    [Fact]
    public void Twice_the_growth_factor_doubles_the_odds_in_each_step()
    {
        // Odds 1 : 3, then 2 : 3, then 4 : 3.
        ReplicatorDynamicsResult result = Estimate([0.25, 0.75], [2, 1], [0, 1, 2], ReplicatorTime.Discrete);

        result.Shares.Select(row => row[0]).ShouldBe([0.25, 0.4, 4.0 / 7], 1e-15);
        result.Herfindahl[1].ShouldBe(0.52, 1e-15);
        result.MeanFitness.ShouldBe([1.25, 1.4, 11.0 / 7], 1e-15);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_logit_of_a_share_is_a_straight_line_in_time()
    {
        double[] times = [.. Enumerable.Range(0, 12).Select(step => 2.5 * step)];
        ReplicatorDynamicsResult result = Estimate([0.02, 0.98], [1.3, 1.1], times);

        double[] logits = [.. result.Shares.Select(row => Math.Log(row[0] / row[1]))];
        logits.ShouldBe(times.Select(time => Math.Log(0.02 / 0.98) + (0.2 * time)), 1e-12);
    }

    [Fact]
    public void Shares_add_up_and_later_starts_from_earlier() => Gen.Select(Markets, Gen.Double[0, 20], Gen.Double[0, 20]).Sample((market, first, second) =>
    {
        ReplicatorDynamicsResult whole = Estimate(market.Share, market.Fitness, [first, first + second]);
        ReplicatorDynamicsResult rest = Estimate([.. whole.Shares[0]], market.Fitness, [second]);
        return Math.Abs(whole.Shares[1].Sum() - 1) < 1e-12 && Bits.Close([.. whole.Shares[1]], [.. rest.Shares[0]], relative: 1e-10);
    });

    [Fact]
    public void Steps_are_those_of_the_recursion() => Markets.Sample(market =>
    {
        ReplicatorDynamicsResult result = Estimate(market.Share, market.Fitness, [0, 1, 2, 3], ReplicatorTime.Discrete);
        return Enumerable.Range(0, 3).All(time =>
        {
            double mean = result.Shares[time].Zip(market.Fitness, (share, fitness) => share * fitness).Sum();
            return Bits.Close(
                [.. result.Shares[time + 1]], [.. result.Shares[time].Zip(market.Fitness, (share, fitness) => share * fitness / mean)], relative: 1e-12);
        });
    });

    [Fact]
    public void Mean_fitness_grows_by_the_variance_over_the_mean() => Markets.Sample(market =>
    {
        ReplicatorDynamicsResult result = Estimate(market.Share, market.Fitness, [0, 1], ReplicatorTime.Discrete);
        double mean = result.MeanFitness[0];
        double variance = result.Shares[0].Zip(market.Fitness, (share, fitness) => share * Math.Pow(fitness - mean, 2)).Sum();
        return Math.Abs(result.MeanFitness[1] - mean - (variance / mean)) < 1e-12;
    });

    [Fact]
    public void The_unit_of_shares_the_order_of_firms_and_a_common_growth_do_not_matter() => Markets.Sample(market =>
    {
        double[] times = [0, 3, 11];
        ReplicatorDynamicsResult result = Estimate(market.Share, market.Fitness, times);
        ReplicatorDynamicsResult moved = Estimate(
            [.. market.Share.Reverse().Select(share => 7 * share)], [.. market.Fitness.Reverse().Select(fitness => fitness + 0.25)], times);
        return Enumerable.Range(0, 3).All(time => Bits.Close([.. moved.Shares[time].Reverse()], [.. result.Shares[time]], relative: 1e-10));
    });

    [Fact]
    public void Long_times_end_with_the_fittest_that_had_a_share()
    {
        Estimate([0.5, 0.5, 0], [1, 1.5, 9], [1e6]).Shares[0].ShouldBe([0, 1, 0]);
        Estimate([0.5, 0.5, 0], [0, 1.5, 9], [0, 1], ReplicatorTime.Discrete).Shares[1].ShouldBe([0, 1, 0]);
        Estimate([5, 5], [1, 1], [4]).Notes.Select(note => note.Code).ShouldBe(["shares-rescaled"]);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([], [], [0]));
        Should.Throw<ArgumentException>(() => Estimate([1], [1, 2], [0]));
        Should.Throw<ArgumentException>(() => Estimate([0, 0], [1, 2], [0])).Message.ShouldContain("all were 0");
        Should.Throw<ArgumentException>(() => Estimate([0.5, -0.5], [1, 2], [0])).Message.ShouldContain("firm 2 had -0.5");
        Should.Throw<ArgumentException>(() => Estimate([1, double.NaN], [1, 2], [0]));
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [1, -2], [0], ReplicatorTime.Discrete)).Message.ShouldContain("firm 2 had -2");
        Should.Throw<ArgumentException>(() => Estimate([1, 0], [0, 2], [0], ReplicatorTime.Discrete));
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [1, 2], [0.5], ReplicatorTime.Discrete)).Message.ShouldContain("0.5");
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [1, 1e300], [1e300]));
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [1, 2], []));
    }

    private static ReplicatorDynamicsResult Estimate(
        double[] share, double[] fitness, double[] time, ReplicatorTime dynamics = ReplicatorTime.Continuous) => ReplicatorDynamics.Estimate(
        new MarketShares(share, fitness), new() { Time = time, Dynamics = dynamics }, cancellationToken: TestContext.Current.CancellationToken);
}
