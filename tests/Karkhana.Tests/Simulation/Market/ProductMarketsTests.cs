using CsCheck;
using Karkhana.Core.Kernels;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Market;

public sealed class ProductMarketsTests
{
    private static readonly ClusterParameters Parameters = new();
    private static readonly double[] Capability = [0.2, 0.5, 0.8];
    private static readonly double[] Workers = [10, 20, 5];
    private static readonly double[] Cost =
    [
        UnitCost.Relative(Parameters, 0.2, 0, 0, UnitCost.Factors(Parameters, 1)),
        UnitCost.Relative(Parameters, 0.5, 0.5, 0.1, UnitCost.Factors(Parameters, 1)),
        UnitCost.Relative(Parameters, 0.8, 0, 0, UnitCost.Factors(Parameters, 0.8)),
    ];

    private static readonly double[] Quality = [.. Capability.Select(k => UnitCost.Quality(Parameters, k))];

    [Fact]
    public void The_unit_cost_falls_with_capability_and_the_static_index_and_rises_with_congestion_and_lost_time()
    {
        Cost[0].ShouldBe(0.9417645335842487, 1e-12); // exp(-0.06)
        Cost[1].ShouldBe(0.9006038283857801, 1e-12); // exp(-0.15 - 0.05) 1.1
        Cost[2].ShouldBe(0.845624950646545, 1e-12); // exp(-0.24) (0.7 + 0.3 / 0.8)
    }

    [Fact]
    public void Three_firms_share_the_market_as_computed_by_hand()
    {
        double[] shares = new double[3];

        double unserved = Clear(Parameters, Attractions(Parameters), Quality, shares);

        shares[0].ShouldBe(0.15562876968827577, 1e-12); // 10 exp(1.2 - 3 ln p): 20.351 of 130.770
        shares[1].ShouldBe(0.6485182407539172, 1e-12);
        shares[2].ShouldBe(0.19585298955780697, 1e-12);
        unserved.ShouldBe(0);
    }

    [Fact]
    public void A_competitor_from_outside_takes_its_share()
    {
        ClusterParameters open = Parameters with { Market = new MarketParameters { OutsideWeight = 0.5 } };
        double[] shares = new double[3];

        double outside = Clear(open, Attractions(open), Quality, shares);

        outside.ShouldBe(0.2349324685746803, 1e-12); // 0.5 * 35 exp(1.5 - 3 ln 1.25) of all
        shares[1].ShouldBe(0.4961602495378906, 1e-12);
    }

    [Fact]
    public void The_upper_end_buys_from_good_makers_alone_and_the_low_end_pays_nothing_for_more()
    {
        ClusterParameters split = Parameters with { Market = new MarketParameters { UpperShare = 0.3, UpperQuality = 1.5 } };
        double[] shares = new double[3];

        double unserved = Clear(split, Attractions(split), Quality, shares);

        shares[0].ShouldBe(0.11476582734712687, 1e-12); // 0.7 * 0.16395 + 0.3 * 0
        shares[1].ShouldBe(0.7086535206337545, 1e-12);
        shares[2].ShouldBe(0.1765806520191186, 1e-12);
        unserved.ShouldBe(0);
    }

    [Fact]
    public void An_upper_end_that_nobody_can_serve_stays_unserved()
    {
        ClusterParameters split = Parameters with { Market = new MarketParameters { UpperShare = 0.3, UpperQuality = 5 } };
        double[] shares = new double[3];

        double unserved = Clear(split, Attractions(split), Quality, shares);

        unserved.ShouldBe(0.3, 1e-15);
        Sums.Sum(shares).ShouldBe(0.7, 1e-12);
    }

    [Fact]
    public void A_product_that_nobody_makes_is_unserved()
    {
        Clear(Parameters, [], [], []).ShouldBe(1);
    }

    [Fact]
    public void Shares_and_what_is_unserved_make_one_whatever_the_offers() =>
        Gen.Select(
            Gen.Double[-300, 300].Array[1, 200], Gen.Double[0, 1], Gen.Double[0, 3], Gen.Double[0, 2])
            .Sample((attractions, upper, outside, threshold) =>
            {
                ClusterParameters parameters = Parameters with
                {
                    Market = new MarketParameters { UpperShare = upper, OutsideWeight = outside, UpperQuality = threshold },
                };
                double[] shares = new double[attractions.Length];
                double[] qualities = [.. attractions.Select((_, firm) => 1 + (firm % 5 * 0.2))];
                double unserved = Clear(parameters, attractions, qualities, shares);
                return Math.Abs(Sums.Sum(shares) + unserved - 1) <= 1e-12 && shares.All(share => share is >= 0 and <= 1);
            });

    [Fact]
    public void A_lower_price_a_better_product_and_more_workers_raise_a_share() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[-1, 1], Gen.Double[1, 100], Gen.Double[0.01, 1]).Sample((quality, lnPrice, workers, step) =>
        {
            double at = Attraction.Of(Parameters, quality, lnPrice, local: false, workers);
            return Attraction.Of(Parameters, quality + step, lnPrice, local: false, workers) > at
                && Attraction.Of(Parameters, quality, lnPrice - step, local: false, workers) > at
                && Attraction.Of(Parameters, quality, lnPrice, local: true, workers) > at
                && Attraction.Of(Parameters, quality, lnPrice, local: false, workers + step) > at;
        });

    [Fact]
    public void Every_product_is_a_market_of_its_own()
    {
        double[] shares = new double[4];

        double[] unserved = ProductMarkets.Clear(
            Parameters, [0, 5, Math.Log(3), 5], [1, 1, 1, 1], [0, 1, 0, 1], [35, 35, 35], shares);

        shares.ShouldBe([0.25, 0.5, 0.75, 0.5], 1e-12);
        unserved.ShouldBe([0, 0, 1]);
    }

    private static double Clear(ClusterParameters parameters, double[] attractions, double[] qualities, double[] shares) =>
        ProductMarkets.Clear(parameters, attractions, qualities, new int[attractions.Length], [35], shares)[0];

    private static double[] Attractions(ClusterParameters parameters) =>
    [
        .. Enumerable.Range(0, 3).Select(firm => Attraction.Of(
            parameters, Quality[firm], Math.Log(Cost[firm] * 1.25), local: firm == 1, Workers[firm])),
    ];
}
