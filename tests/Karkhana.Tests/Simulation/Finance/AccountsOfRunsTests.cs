using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Finance;

public sealed class AccountsOfRunsTests
{
    [Fact]
    public void Cash_changes_by_revenue_less_costs_less_effort_plus_subsidy_in_every_firm_and_quarter()
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(60, functions: 6, products: 2));
        double[] before = [.. run.Firms.Cash];
        int checked_ = 0;
        run.Ticks(60, now =>
        {
            FirmColumns firms = now.Firms;
            for (int slot = 0; slot < firms.Count; slot++)
            {
                if (firms.Alive[slot] && firms.EnteredAt[slot] != now.Step - 1)
                {
                    double costs = firms.ProductionCost[slot] + firms.GroupContribution[slot] + firms.Withdrawal[slot];
                    double change = firms.Revenue[slot] + firms.GroupBenefit[slot] - costs - firms.EffortCost[slot] + firms.Subsidy[slot];
                    firms.Cash[slot].ShouldBe(before[slot] + change, 1e-9 * Math.Max(1, Math.Abs(before[slot])));
                    checked_++;
                }
            }

            before = [.. firms.Cash];
        });

        checked_.ShouldBeGreaterThan(2000);
    }

    [Fact]
    public void Shares_of_every_product_make_one_and_effort_never_exceeds_the_cash()
    {
        // Much money for effort and little cash, so that the bound binds.
        ClusterParameters parameters = new() { SlackAtTenWorkers = 50, BaseIncentive = 1e4, LossQuarters = 1000, Market = new MarketParameters { CashQuarters = 0.05 } };
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(60, products: 3), parameters);
        double[] before = [.. run.Firms.Cash];
        int bound = 0;

        run.Ticks(40, now =>
        {
            FirmColumns firms = now.Firms;
            for (int slot = 0; slot < before.Length && slot < firms.Count; slot++)
            {
                if (firms.Alive[slot] && firms.EnteredAt[slot] != now.Step - 1)
                {
                    firms.EffortCost[slot].ShouldBeLessThanOrEqualTo(Math.Max(0, before[slot]) * (1 + 1e-12));
                    bound += firms.EffortCost[slot] > 0.999 * before[slot] ? 1 : 0;
                }
            }

            before = [.. firms.Cash];
            for (int product = 0; product < 3; product++)
            {
                double sum = Enumerable.Range(0, firms.Count)
                    .Where(slot => firms.Product[slot] == product && firms.EnteredAt[slot] != now.Step - 1).Sum(slot => firms.MarketShare[slot]);
                sum.ShouldBe(1, 1e-12);
            }
        });
        bound.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Another_unit_of_money_changes_no_real_variable()
    {
        const double Rate = 8;
        ClusterPopulation population = SmallClusters.Of(60, functions: 6, products: 2);
        ClusterParameters own = new() { GroupProposals = 10 };
        ClusterParameters other = own with
        {
            BaseCost = Rate * own.BaseCost,
            BaseIncentive = Rate * own.BaseIncentive,
            SlackAtTenWorkers = Rate * own.SlackAtTenWorkers,
            GroupBenefit = Rate * own.GroupBenefit,
            GroupCost = Rate * own.GroupCost,
            UnitCostOfProduction = Rate * own.UnitCostOfProduction,
        };

        Dictionary<int, double[]> one = SmallClusters.Run(population, own).Ticks(40).State();
        Dictionary<int, double[]> two = SmallClusters.Run(population, other).Ticks(40).State();

        two.Keys.Order().ShouldBe(one.Keys.Order());
        foreach ((int agent, double[] state) in one)
        {
            double[] scaled = two[agent];
            (scaled[0] / Rate).ShouldBe(state[0], 1e-9 * Math.Max(1, Math.Abs(state[0])), $"cash of {agent}");
            (scaled[4] / Rate).ShouldBe(state[4], 1e-9 * Math.Max(1, state[4]), $"revenue of {agent}");
            foreach (int real in new[] { 1, 2, 3, 5, 6, 7, 8 })
            {
                scaled[real].ShouldBe(state[real], 1e-9 * Math.Max(1, Math.Abs(state[real])), $"column {real} of {agent}");
            }
        }
    }
}
