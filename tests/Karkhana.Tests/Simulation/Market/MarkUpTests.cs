using CsCheck;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Market;

public sealed class MarkUpTests
{
    private static readonly ClusterParameters Parameters = new();

    [Theory]
    [InlineData(0.15562876968827577, 0.29022673471071914)] // best 1 / (3 * 0.84437 - 1) = 0.65227
    [InlineData(0.6485182407539172, 0.325)] // 3 * 0.35148 - 1 is so little that the limit of 1 holds
    [InlineData(0.19585298955780697, 0.2957994158921304)]
    public void A_firm_goes_a_tenth_of_the_way_to_the_mark_up_that_pays_best(double share, double expected) =>
        MarkUp.Next(Parameters, 0.25, share).ShouldBe(expected, 1e-12);

    [Fact]
    public void The_mark_up_rises_with_the_share_and_stays_within_the_limit() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((margin, share, other) =>
        {
            double less = MarkUp.Next(Parameters, margin, Math.Min(share, other));
            double more = MarkUp.Next(Parameters, margin, Math.Max(share, other));
            return less <= more && less >= 0 && more <= 1;
        });

    [Fact]
    public void The_best_mark_up_gives_the_greatest_profit_at_a_given_unit_cost()
    {
        ClusterParameters at_once = Parameters with { MarginAdaptation = 1, Market = new MarketParameters { MarginLimit = 10 } };
        const double Rivals = 9;
        double margin = 0.5;
        for (int step = 0; step < 200; step++)
        {
            margin += 0.2 * (MarkUp.Next(at_once, margin, Share(margin)) - margin);
        }

        double profit = margin * Share(margin);

        (margin * 1.01 * Share(margin * 1.01)).ShouldBeLessThan(profit);
        (margin * 0.99 * Share(margin * 0.99)).ShouldBeLessThan(profit);

        static double Share(double margin) => Math.Pow(1 + margin, -3) / (Math.Pow(1 + margin, -3) + (Rivals / 10));
    }
}
