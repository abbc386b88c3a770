using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Entry;

public sealed class EntryAndExitTests
{
    private static readonly ClusterParameters NoEntry = new() { EntryConstant = -50, TieFormation = 0 };
    private static readonly ClusterParameters MuchEntry = new() { EntryConstant = -2 };

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_firm_leaves_after_exactly_so_many_quarters_without_cash(int quarters)
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(10), NoEntry with { LossQuarters = quarters });
        run.Firms.Cash[3] = -1e6;

        run.Ticks(quarters - 1).Firms.Alive[3].ShouldBeTrue();
        run.Ticks(1).Firms.Alive[3].ShouldBeFalse();

        run.Firms.AliveCount.ShouldBe(9);
        run.Totals.Exits.ShouldBe(1);
        run.Ties.Count.ShouldBe(10); // the ring of ten has lost two; two links lead outside
        Enumerable.Range(0, run.Ties.Count).ShouldAllBe(tie => run.Ties.From[tie] != 3 && run.Ties.To[tie] != 3);
        run.Ticks(8).Firms.AliveCount.ShouldBe(9);
    }

    [Fact]
    public void Cash_above_zero_in_between_begins_the_count_again()
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(10), NoEntry);
        run.Firms.Cash[3] = -1e6;
        run.Ticks(3);
        run.Firms.Cash[3] = 100;
        run.Ticks(1);
        run.Firms.Cash[3] = -1e6;

        run.Ticks(3).Firms.Alive[3].ShouldBeTrue();
        run.Ticks(1).Firms.Alive[3].ShouldBeFalse();
    }

    [Fact]
    public void Entrants_are_as_many_as_the_hazard_expects_within_the_error_of_the_draws()
    {
        const int Quarters = 400;
        ClusterParameters parameters = new() { EntryConstant = -1, EntryOfEmployment = 0, EntryOfProfit = 0, LossQuarters = 1000 };
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(10), parameters);
        int entries = 0;
        run.Ticks(Quarters, now => entries += now.Totals.Entries);
        double expected = 2 * Quarters * Math.Exp(-1); // two places

        ((double)entries).ShouldBe(expected, 3 * Math.Sqrt(expected));
    }

    [Fact]
    public void A_spin_off_inherits_six_to_nine_tenths_of_its_parent_and_mostly_settles_near_it()
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(40, functions: 6), MuchEntry with { SpinOffShare = 1 });
        List<double> shares = [];
        (int near, int all) = (0, 0);
        for (int quarter = 0; quarter < 60; quarter++)
        {
            foreach (Founding founding in EntryPlaces.Foundings(run))
            {
                founding.Parent.ShouldBeGreaterThanOrEqualTo(0);
                double[] ratios = [.. founding.Capability.Select((k, function) => k / run.Firms.Capability[(founding.Parent * run.Firms.Stride) + function])];
                ratios.ShouldAllBe(ratio => ratio >= 0.6 && ratio <= 0.9 && Math.Abs(ratio - ratios[0]) < 1e-12);
                shares.Add(ratios[0]);
                near += founding.Near == founding.Parent ? 1 : 0;
                all++;
            }

            run.Ticks(1);
        }

        all.ShouldBeGreaterThan(100);
        shares.Average().ShouldBe(0.75, 3 * 0.3 / Math.Sqrt(12 * all));
        ((double)near / all).ShouldBe(0.8, 3 * Math.Sqrt(0.16 / all) + 0.03); // one in forty settles near its parent by chance
    }

    [Fact]
    public void A_newcomer_begins_below_the_mean_of_its_place_and_without_ties()
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(40), MuchEntry with { SpinOffShare = 0, TieFormation = 0 });
        double mean = Enumerable.Range(0, 20).Average(slot => run.Firms.MeanCapability(slot));

        Founding[] foundings = [.. EntryPlaces.Foundings(run).Where(founding => run.Firms.Place[founding.Near] == 0)];

        foundings.ShouldNotBeEmpty();
        foundings.ShouldAllBe(founding => founding.Parent == -1 && founding.Capability[0] <= 0.8 * mean);
        int before = run.Ties.Count;
        run.Ticks(1).Totals.Entries.ShouldBeGreaterThan(0);
        run.Ties.Count.ShouldBe(before);
    }

    [Fact]
    public void Entrants_begin_with_their_own_columns()
    {
        ClusterRun run = SmallClusters.Run(SmallClusters.Of(40, functions: 6), MuchEntry).Ticks(12);
        int[] entrants = [.. Enumerable.Range(40, run.Firms.Count - 40)];

        entrants.Length.ShouldBeGreaterThan(5);
        entrants.ShouldAllBe(slot => run.Firms.Agent[slot] < 0 && run.Firms.EnteredAt[slot] >= 0 && run.Firms.ExposureSource[slot] < 40);
        entrants.Select(slot => run.Firms.Agent[slot]).ShouldBeUnique();
        int[] early = [.. entrants.Where(slot => run.Firms.Alive[slot] && run.Firms.EnteredAt[slot] < 11)];
        early.ShouldAllBe(slot => run.Firms.Revenue[slot] > 0 && run.Firms.Age[slot] == 11 - run.Firms.EnteredAt[slot] && run.Mechanisms.Uptime[slot] == 1);
    }

    [Fact]
    public void An_entrant_shifts_no_draw_of_another_firm()
    {
        ClusterRun few = SmallClusters.Run(SmallClusters.Of(40), new ClusterParameters { EntryConstant = -50, GrowthOfProfit = 0, LossQuarters = 1000 });
        ClusterRun many = SmallClusters.Run(SmallClusters.Of(40), new ClusterParameters { EntryConstant = -2, GrowthOfProfit = 0, LossQuarters = 1000 });

        few.Ticks(12);
        many.Ticks(12);

        many.Firms.Count.ShouldBeGreaterThan(45);
        for (int slot = 0; slot < 40; slot++)
        {
            many.Firms.Workers[slot].ShouldBe(few.Firms.Workers[slot]); // growth is all luck, and each firm's luck is its own
        }
    }

    [Fact]
    public void The_same_address_gives_the_same_run_and_rows_in_another_order_the_same_firms()
    {
        ClusterPopulation population = SmallClusters.Of(40, functions: 6, products: 2);
        int[] order = [.. Enumerable.Range(0, 40).OrderBy(row => (row * 17) % 40)];
        int[] rowOf = new int[40];
        for (int row = 0; row < 40; row++)
        {
            rowOf[order[row]] = row;
        }

        ClusterPopulation shuffled = population with
        {
            Firms = [.. order.Select(row => population.Firms[row])],
            Ties = [.. population.Ties.Select(tie => tie with { From = rowOf[tie.From], To = rowOf[tie.To] }).Reverse()],
        };

        Dictionary<int, double[]> one = SmallClusters.Run(population, MuchEntry).Ticks(30).State();
        Dictionary<int, double[]> again = SmallClusters.Run(population, MuchEntry).Ticks(30).State();
        Dictionary<int, double[]> other = SmallClusters.Run(shuffled, MuchEntry).Ticks(30).State();

        one.Keys.Order().ShouldBe(other.Keys.Order());
        one.ShouldAllBe(firm => Bits.Same(firm.Value, again[firm.Key]) && Bits.Same(firm.Value, other[firm.Key]));
    }

    [Fact]
    public void One_firm_alone_runs() =>
        SmallClusters.Run(SmallClusters.Of(1), NoEntry).Ticks(20).Firms.MarketShare[0].ShouldBe(1, 1e-12);
}
