using CsCheck;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Finance;

public sealed class FirmFinanceTests
{
    private static readonly ClusterParameters Parameters = new();

    [Theory]
    [InlineData(0.9417645335842487, 3.2682041634537913, 10, 3.8473484620664493, 4.979808739509958)] // idle workers are paid
    [InlineData(0.9006038283857801, 13.61888305583226, 20, 15.331522773025958, 13.989275723209216)]
    [InlineData(0.845624950646545, 4.1129127807139465, 5, 4.347477084005969, 3.70302459301316)]
    public void The_accounts_of_three_firms_are_as_computed_by_hand(
        double unitCost, double quantity, double workers, double revenue, double production)
    {
        FirmFinance.Production(Parameters, unitCost, quantity, workers).ShouldBe(production, 1e-12);

        QuarterAccounts accounts = FirmFinance.Close(Parameters, revenue, production, contribution: 0.02, effort: 0.1, subsidy: 0.05);

        double profit = revenue - production - 0.07;
        accounts.Profit.ShouldBe(profit, 1e-12);
        accounts.Withdrawal.ShouldBe(profit > 0 ? 0.75 * profit : 0, 1e-12);
        accounts.Profitability.ShouldBe((profit - accounts.Withdrawal) / (production + 0.12), 1e-12);
    }

    [Fact]
    public void More_than_the_workers_can_make_costs_wages_in_proportion()
    {
        FirmFinance.Production(Parameters, 2, quantity: 12, workers: 10).ShouldBe(24, 1e-12);
        FirmFinance.Production(Parameters, 2, quantity: 10, workers: 10).ShouldBe(20, 1e-12);
        FirmFinance.Production(Parameters, 2, quantity: 0, workers: 10).ShouldBe(6, 1e-12);
    }

    [Fact]
    public void Cash_changes_by_revenue_less_costs_less_effort_plus_subsidy() =>
        Gen.Double[0, 100].Array[5].Sample(money =>
        {
            QuarterAccounts accounts = FirmFinance.Close(Parameters, money[0], money[1], money[2], money[3], money[4]);
            return accounts.CashChange == accounts.Revenue - accounts.Costs - accounts.Effort + accounts.Subsidy
                && Math.Abs(accounts.CashChange - (accounts.Profit - accounts.Withdrawal)) <= 1e-12 * 100;
        });

    [Fact]
    public void The_unit_of_money_moves_profitability_by_no_bit_when_it_is_a_power_of_two() =>
        Gen.Double[0, 100].Array[5].Sample(money =>
        {
            QuarterAccounts one = FirmFinance.Close(Parameters, money[0], money[1], money[2], money[3], money[4]);
            QuarterAccounts other = FirmFinance.Close(
                Parameters, 8 * money[0], 8 * money[1], 8 * money[2], 8 * money[3], 8 * money[4]);
            return one.Profitability == other.Profitability && 8 * one.CashChange == other.CashChange;
        });

    [Fact]
    public void Without_growth_of_profit_the_variance_of_ln_workers_grows_by_that_of_the_shocks()
    {
        const int Firms = 4000;
        const int Quarters = 40;
        ClusterParameters gibrat = Parameters with { GrowthOfProfit = 0 };
        AddressedDraw draws = new(2003, 0);
        double[] start = new double[Firms];
        double[] end = new double[Firms];
        for (int firm = 0; firm < Firms; firm++)
        {
            start[firm] = 8 + (0.3 * draws.Gaussian(RandomPurpose.Example, 0, firm)); // far above the least size of one worker
            double workers = Math.Exp(start[firm]);
            for (int quarter = 0; quarter < Quarters; quarter++)
            {
                workers = FirmFinance.NextWorkers(gibrat, workers, profitability: 0.4, draws.Gaussian(RandomPurpose.GrowthShock, quarter, firm));
            }

            end[firm] = Math.Log(workers);
        }

        double expected = Sums.Variance(start) + (Quarters * 0.05 * 0.05);
        double slope = Covariance(start, end) / Sums.Variance(start);

        Sums.Variance(end).ShouldBe(expected, 3 * expected * Math.Sqrt(2.0 / Firms)); // three Monte-Carlo errors
        slope.ShouldBe(1, 3 * Math.Sqrt(Quarters * 0.05 * 0.05 / (Firms * Sums.Variance(start))));
    }

    [Fact]
    public void Profit_makes_a_firm_grow_and_no_firm_has_less_than_one_worker()
    {
        FirmFinance.NextWorkers(Parameters, 10, profitability: 0.2, shock: 0).ShouldBe(10 * Math.Exp(0.02), 1e-12);
        FirmFinance.NextWorkers(Parameters, 1, profitability: -1, shock: -3).ShouldBe(1);
    }

    [Fact]
    public void Quarters_without_cash_are_counted_on_end()
    {
        int quarters = 0;
        int[] counts = [.. new double[] { -1, -0.1, 0, -2, -2, -2 }.Select(cash => quarters = FirmFinance.NextLossQuarters(cash, quarters))];

        counts.ShouldBe([1, 2, 0, 1, 2, 3]);
    }

    private static double Covariance(double[] left, double[] right)
    {
        double leftMean = Sums.Mean(left);
        double rightMean = Sums.Mean(right);
        return left.Zip(right, (one, other) => (one - leftMean) * (other - rightMean)).Sum() / (left.Length - 1);
    }
}
