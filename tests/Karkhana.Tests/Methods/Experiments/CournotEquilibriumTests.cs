using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class CournotEquilibriumTests
{
    private static readonly CournotEquilibriumOptions Market = new() { Intercept = 100, Slope = 0.5, EntryCost = 10, FixedCost = 150 };

    private static readonly Gen<double[]> Costs = Gen.Double[0, 99].Array[1, 8];

    [Fact]
    public void Two_firms_are_worked_out_by_hand()
    {
        // Price (100 + 10 + 25)/3 = 45, quantities 35/0.5 and 20/0.5.
        CournotEquilibriumResult result = Estimate([10, 25]);

        result.Price.ShouldBe(45, 1e-13);
        result.Quantity.ShouldBe([70, 40], 1e-12);
        result.Profit.ShouldBe([2450, 800], 1e-11);
        result.Lerner.ShouldBe([35.0 / 45, 20.0 / 45], 1e-14);
        result.Herfindahl.ShouldBe((4900 + 1600) / 12100.0, 1e-14);
        result.FreeEntryFirms.ShouldBe(9); // 0.5 (90/5)² = 162 with nine, 0.5 (90/5.5)² = 133.9 with ten
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_gains_by_another_quantity() => Gen.Select(Costs, Gen.Double[-5, 5]).Sample((costs, change) =>
    {
        CournotEquilibriumResult result = Estimate(costs);
        double total = result.Quantity.Sum();
        return Math.Abs(result.Price - (100 - (0.5 * total))) < 1e-9 && costs.Select((cost, firm) =>
        {
            double other = Math.Max(0, result.Quantity[firm] + change);
            double profit = (100 - (0.5 * (total - result.Quantity[firm] + other)) - cost) * other;
            return profit <= result.Profit[firm] + 1e-7;
        }).All(holds => holds);
    });

    [Fact]
    public void Firms_that_are_too_dear_stand_by_and_do_not_count()
    {
        CournotEquilibriumResult result = Estimate([70, 10, 25, 45]);

        result.Quantity.ShouldBe([0, 70, 40, 0], 1e-12);
        result.Profit[0].ShouldBe(0);
        result.Lerner[3].ShouldBe(double.NaN);
        result.Price.ShouldBe(45, 1e-13);
        result.Notes.Select(note => note.Code).ShouldBe(["idle-firms"]);
        result.Notes[0].Text.ShouldStartWith("2 of 4 ");
    }

    [Fact]
    public void The_unit_of_money_and_the_order_of_firms_do_not_matter() => Costs.Sample(costs =>
    {
        CournotEquilibriumResult result = Estimate(costs);
        CournotEquilibriumResult moved = CournotEquilibrium.Estimate(
            new CournotFirms([.. costs.Reverse().Select(cost => 8 * cost)]),
            new() { Intercept = 800, Slope = 4, EntryCost = 80, FixedCost = 1200 },
            cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close([.. moved.Quantity.Reverse()], result.Quantity, relative: 1e-10)
            && Bits.Close([moved.Price / 8, moved.Herfindahl], [result.Price, result.Herfindahl], relative: 1e-10)
            && moved.FreeEntryFirms == result.FreeEntryFirms;
    });

    [Fact]
    public void Entry_goes_on_while_it_pays() => Gen.Select(Gen.Double[0, 120], Gen.Double[0.001, 2000]).Sample((cost, fixedCost) =>
    {
        double firms = CournotEquilibrium.Estimate(
            new CournotFirms([10]), Market with { EntryCost = cost, FixedCost = fixedCost }, cancellationToken: TestContext.Current.CancellationToken).FreeEntryFirms;
        bool Pays(double n) => cost < 100 && 0.5 * Math.Pow((100 - cost) / ((n + 1) * 0.5), 2) >= fixedCost;
        return firms == 0 ? !Pays(1) : Pays(firms) && !Pays(firms + 1);
    }, iter: 500);

    [Fact]
    public void An_entrant_who_just_breaks_even_enters() => CournotEquilibrium.Estimate(
        new CournotFirms([10]), new() { Intercept = 100, Slope = 1, EntryCost = 10, FixedCost = 100 }, cancellationToken: TestContext.Current.CancellationToken)
        .FreeEntryFirms.ShouldBe(8); // (90/9)² = 100

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([]));
        Should.Throw<ArgumentException>(() => Estimate([10, -1])).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => Estimate([10, double.NaN]));
        Should.Throw<ArgumentException>(() => Estimate([100, 130])).Message.ShouldContain("the least was 100");
        Should.Throw<ArgumentException>(() => Market with { Slope = 0 });
        Should.Throw<ArgumentException>(() => Market with { FixedCost = 0 });
        Should.Throw<ArgumentException>(() => Market with { EntryCost = -1 });
    }

    private static CournotEquilibriumResult Estimate(double[] costs) => CournotEquilibrium.Estimate(
        new CournotFirms(costs), Market, cancellationToken: TestContext.Current.CancellationToken);
}
