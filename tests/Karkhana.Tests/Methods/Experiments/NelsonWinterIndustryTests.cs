using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class NelsonWinterIndustryTests
{
    private static readonly Gen<(double[] Productivity, double[] Capital, double Response)> Industries =
        from firms in Gen.Int[2, 7]
        from productivity in Gen.Double[0.8, 1.4].Array[firms]
        from capital in Gen.Double[20, 120].Array[firms]
        from response in Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Const(20.0))
        select (productivity, capital, response);

    [Fact]
    public void The_first_period_of_the_framework_has_its_digits()
    {
        // Eight equal firms, framework 5.8.2: everything follows from A = e^0.16, K = 390.8/8 and D = 67.
        double[] productivity = [.. Enumerable.Repeat(Math.Exp(0.16), 8)];
        double[] capital = [.. Enumerable.Repeat(390.8 / 8, 8)];
        NelsonWinterMarket market = NelsonWinterMarket.Clear(
            productivity, capital, 67, new() { Cost = 0.16, ResearchCost = 0.0205 + 0.00102, SupplyResponse = 1 });

        productivity[0].ShouldBe(1.173510871, 5e-10);
        market.Price.ShouldBe(0.146094252, 5e-10);
        (market.Price * productivity[0]).ShouldBe(0.171443193, 5e-10);
        market.ProfitRate(0).ShouldBe(-0.010076807, 5e-10);
        NelsonWinterMarket.Markup(market.Share(0), 1).ShouldBe(1.071428571, 5e-10);
        market.DesiredInvestment(0).ShouldBe(0.030085288, 5e-10);
        (67 / (0.16 * NelsonWinterMarket.Markup(1.0 / 8, 1))).ShouldBe(390.8333, 5e-5);
    }

    [Fact]
    public void Two_equal_firms_are_worked_out_by_hand()
    {
        // q = 1 each, P = 2, share 1/2, mark-up 2 = P A/c at c = 1: replacement only, which profit 1 can pay for.
        NelsonWinterIndustryResult rest = Estimate([1, 1], [1, 1], new() { Cost = 1, Demand = 4, Steps = 3 });

        rest.Periods.ShouldAllBe(period => Math.Abs(period.Price - 2) < 1e-14 && Math.Abs(period.Capital[0] - 1) < 1e-14);

        // With demand 8: P = 4, desired 1.03 − 2/4 = 0.53, financeable 0.03 + 2·3; K becomes 0.97 + 0.53.
        Estimate([1, 1], [1, 1], new() { Cost = 1, Demand = 8, Steps = 1 }).Periods[1].Capital[1].ShouldBe(1.5, 1e-14);

        // At a loss of 0.5 nothing can be paid for: 0.03 − 0.5 < 0.
        NelsonWinterIndustryResult loss = Estimate([1, 1], [1, 1], new() { Cost = 1, Demand = 1, Steps = 1 });
        loss.Periods[0].ProfitRate[0].ShouldBe(-0.5, 1e-15);
        loss.Periods[1].Capital[0].ShouldBe(0.97, 1e-15);
    }

    [Fact]
    public void Periods_are_those_of_the_recursion() => Industries.Sample(industry =>
    {
        NelsonWinterIndustryOptions options = new() { Cost = 0.16, Demand = 60, Steps = 4, SupplyResponse = industry.Response, DemandGrowth = 0.01 };
        NelsonWinterIndustryResult result = Estimate(industry.Productivity, industry.Capital, options);
        double[] capital = industry.Capital;
        double demand = 60;
        bool same = true;
        foreach (NelsonWinterPeriod period in result.Periods)
        {
            same &= Bits.Close([.. period.Capital], capital, relative: 1e-12);
            double[] made = [.. capital.Zip(industry.Productivity, (k, a) => k * a)];
            double price = demand / made.Sum();
            capital = [.. capital.Select((k, i) =>
            {
                double share = made[i] / made.Sum();
                double markup = (1 + ((1 - share) * industry.Response)) / (1 + ((1 - share) * industry.Response) - share);
                double profit = (price * industry.Productivity[i]) - 0.16;
                double want = Math.Max(0, 1.03 - (markup * 0.16 / (price * industry.Productivity[i])));
                return k * (0.97 + Math.Max(0, Math.Min(want, 0.03 + (profit > 0 ? 2 * profit : profit))));
            })];
            demand *= 1.01;
        }

        return same;
    });

    [Fact]
    public void Buyers_spend_their_budget_and_the_order_of_firms_does_not_matter() => Industries.Sample(industry =>
    {
        NelsonWinterIndustryOptions options = new() { Cost = 0.16, Demand = 60, Steps = 10 };
        NelsonWinterIndustryResult result = Estimate(industry.Productivity, industry.Capital, options);
        NelsonWinterIndustryResult turned = Estimate([.. industry.Productivity.Reverse()], [.. industry.Capital.Reverse()], options);
        return result.Periods.All(period => Math.Abs((period.Price * period.Output) - 60) < 1e-9)
            && Bits.Close([.. turned.Periods[10].Capital.Reverse()], [.. result.Periods[10].Capital], relative: 1e-10);
    });

    [Fact]
    public void The_unit_of_money_does_not_matter_where_finance_does_not_bind() => Industries.Sample(industry =>
    {
        // Profit per unit of capital is money: with losses or without loans the unit enters finance, so capital is compared where wishes bind.
        NelsonWinterIndustryOptions options = new() { Cost = 0.16, Demand = 60, Steps = 8, SupplyResponse = industry.Response, Bank = 1000 };
        NelsonWinterIndustryOptions dearer = options with { Cost = 16, Demand = 6000 };
        NelsonWinterIndustryResult result = Estimate(industry.Productivity, industry.Capital, options);
        return result.Periods.Any(period => period.ProfitRate.Any(profit => profit < 1e-3)) || Bits.Close(
            [.. result.Periods[8].Capital], [.. Estimate(industry.Productivity, industry.Capital, dearer).Periods[8].Capital], relative: 1e-9);
    });

    [Fact]
    public void The_most_productive_takes_the_market_and_the_cost_of_the_other_holds_its_price()
    {
        NelsonWinterIndustryResult result = Estimate(
            [1.1, 1], [50, 50], new() { Cost = 0.16, Demand = 20, Steps = 500, SupplyResponse = 1e6 });

        result.Periods[^1].Capital[1].ShouldBeLessThan(1e-3 * result.Periods[^1].Capital[0]);
        result.Periods[^1].Price.ShouldBe(0.16, 1e-6);
    }

    [Fact]
    public void A_firm_alone_is_told_about()
    {
        NelsonWinterIndustryResult result = Estimate([1], [10], new() { Cost = 0.16, Demand = 20, Steps = 500 });

        result.Notes.Select(note => note.Code).ShouldBe(["one-firm"]);
        result.Periods[^1].Capital[0].ShouldBe(10 * Math.Pow(0.97, 500), 1e-12);
        Estimate([1], [10], new() { Cost = 0.16, Demand = 20, Steps = 1, SupplyResponse = 1 }).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        NelsonWinterIndustryOptions options = new() { Cost = 0.16, Demand = 20, Steps = 1 };

        Should.Throw<ArgumentException>(() => Estimate([], [], options));
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [1], options));
        Should.Throw<ArgumentException>(() => Estimate([0, 1], [1, 1], options)).Message.ShouldContain("Productivity");
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [1, -1], options)).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => Estimate([1, 1], [0, 0], options)).Message.ShouldContain("all had less");
        Should.Throw<ArgumentException>(() => new NelsonWinterIndustryOptions { Cost = 0, Demand = 1, Steps = 1 });
        Should.Throw<ArgumentException>(() => new NelsonWinterIndustryOptions { Cost = 1, Demand = double.NaN, Steps = 1 });
        Should.Throw<ArgumentException>(() => new NelsonWinterIndustryOptions { Cost = 1, Demand = 1, Steps = 501 });
        Should.Throw<ArgumentException>(() => new NelsonWinterIndustryOptions { Cost = 1, Demand = 1, Steps = 1, Depreciation = 0.6 });
    }

    private static NelsonWinterIndustryResult Estimate(double[] productivity, double[] capital, NelsonWinterIndustryOptions options) =>
        NelsonWinterIndustry.Estimate(
            new IndustryFirms(productivity, capital), options, cancellationToken: TestContext.Current.CancellationToken);
}
