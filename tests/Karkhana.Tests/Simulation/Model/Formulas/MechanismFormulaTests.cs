using Karkhana.Simulation;
using Shouldly;
using Xunit;
using static Karkhana.Tests.Simulation.Model.Formulas.HandCase;

namespace Karkhana.Tests.Simulation.Model.Formulas;

/// <summary>The equations of framework 5.5 for two firms, with indices of advantages computed by hand.</summary>
public sealed class MechanismFormulaTests
{
    // Exposures of the first firm: rivalry 0.5, multilateral 0.25, X 0.8, Y 0.4.
    // N: (0.8 − 0.4) / 2 = 0.2.  C: (0.5 + 0.8 − 2 × 0.4) / 4 = 0.125.  R: (0.25 + 0.8 − 0.4) / 3 = 0.65 / 3.
    // I, without rivalry: (0.8 + 0.4) / 2 = 0.6.  P: 2 × 0.8 / 2 = 0.8.  S: (0.8 − 0.4) / 2 = 0.2.
    private static readonly AdvantageStrength[] Advantages =
    [
        new("EE11", 0, 1, 0, 2, 0, 0),
        new("JA05", 0, 0, 1, 0, 0, 0),
        new("X", 1, 1, 1, 1, 2, 1),
        new("Y", -1, -2, -1, 1, 0, -1),
    ];

    private static readonly ClusterParameters Parameters = Still with
    {
        BaseCost = 2,
        CostScale = 0.4,
        SlackAtTenWorkers = 0.5,
        ResourceScale = 0.3,
        SlackSizeElasticity = 0.6,
        BaseIncentive = 8,
        IncentiveScale = 0.5,
        RivalrySlope = 0.6,
        RivalryTurn = 0.9,
        LeakageStrength = 0.3,
        CopyingSpeed = 0.5,
        GeographicDecay = 2,
        BaseEffectiveness = 0.05,
        EffectivenessScale = 0.25,
        AbsorptionScale = 0.7,
        LeastScale = 0.1,
        PoolingLimit = 0.8,
        PassiveRate = 0.05,
        InflowWithoutAbsorption = 0.2,
        InflowWithAbsorption = 0.5,
    };

    [Fact]
    public void Advantages_lower_the_cost_of_effort()
    {
        MechanismColumns facing = Begin(Two(), Parameters).Mechanisms;

        facing.LogCost[0].ShouldBe(Math.Log(2) - (0.4 * 0.125), 1e-14);
        facing.LogCost[1].ShouldBe(Math.Log(2), 1e-14); // without exposures
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(20, 1.5157165665103982)] // 2^0.6
    [InlineData(5, 0.6597539553864471)] // 2^-0.6
    public void Advantages_and_size_raise_the_money_for_effort(double workers, double bySize) =>
        Begin(Two(workers), Parameters, minimal: true).Mechanisms.Slack[0].ShouldBe(0.5 * Math.Exp(0.3 * 0.65 / 3) * bySize, 1e-14);

    [Fact]
    public void A_share_of_the_last_profit_adds_to_it_up_to_the_cash()
    {
        ClusterRun run = Begin(Two(), Parameters with { SlackProfitFeedback = 0.25 });
        double usual = 0.5 * Math.Exp(0.065);
        run.Mechanisms.Slack[0].ShouldBe(usual, 1e-14);

        OwnSlack(2).ShouldBe(usual + (0.25 * 2), 1e-14);
        OwnSlack(-2).ShouldBe(usual, 1e-14); // a loss takes nothing away
        OwnSlack(1000).ShouldBe(100, 1e-14); // the cash

        double OwnSlack(double profit)
        {
            run.Firms.Profit[0] = profit;
            new MechanismPhase().Apply(run);
            return run.Mechanisms.OwnSlack[0];
        }
    }

    [Fact]
    public void Rivalry_raises_the_incentive_and_then_lowers_it_and_copying_takes_its_share()
    {
        MechanismColumns facing = Begin(Two(), Parameters).Mechanisms;

        double leak = 1 - Math.Exp(-0.5 * Math.Exp(-1)); // a firm of the same product two kilometres away
        double expected = Math.Log(8) + (0.5 * 0.6) + (0.6 * 0.5) - (0.9 * 0.25) + 0.1 - (0.3 * leak); // 0.1 is the firm's own h
        facing.Copying[0].ShouldBe(leak, 1e-14);
        facing.LogIncentive[0].ShouldBe(expected, 1e-14);
    }

    [Fact]
    public void Another_product_is_not_copied()
    {
        ClusterPopulation two = Two();
        ClusterPopulation apart = two with { Firms = [two.Firms[0], two.Firms[1] with { Product = 1 }] };

        Begin(apart, Parameters).Mechanisms.Copying[0].ShouldBe(0);
    }

    [Fact]
    public void Effectiveness_follows_advantages_and_absorptive_capacity_above_the_mean()
    {
        MechanismColumns facing = Begin(Two(), Parameters).Mechanisms;

        facing.LogEffectiveness[0].ShouldBe(Math.Log(0.05) + (0.25 * 0.8) + (0.7 * (0.8 - 0.6)), 1e-14);
        facing.LogEffectiveness[1].ShouldBe(Math.Log(0.05) + (0.7 * (0.4 - 0.6)), 1e-14);
    }

    [Fact]
    public void Joint_action_by_exposure_pools_the_least_effort()
    {
        MechanismColumns facing = Begin(Two(), Parameters).Mechanisms;

        facing.Pooling[0].ShouldBe(0.8 * 0.25, 1e-14);
        facing.LeastEffort[0].ShouldBe(0.1 * (1 - 0.2), 1e-14);
        facing.LeastEffort[1].ShouldBe(0.1, 1e-14);
    }

    [Fact]
    public void Passive_inflow_grows_with_absorptive_capacity_and_the_index_of_spillover() =>
        Begin(Two(), Parameters).Mechanisms.PassiveRate[0].ShouldBe(0.05 * (0.2 + (0.5 * 0.8)) * 1.2, 1e-15);

    [Fact]
    public void Static_advantages_and_capability_lower_the_cost_of_a_unit()
    {
        ClusterRun run = Begin(Two(), Parameters with { UnitCostOfProduction = 3, CostElasticity = 0.4, StaticScale = 0.5 });

        new MarketPhase().Apply(run);

        run.Firms.UnitCost[0].ShouldBe(3 * Math.Exp(-(0.4 * 0.2) - (0.5 * 0.2)), 1e-14);
        run.Firms.UnitCost[1].ShouldBe(3 * Math.Exp(-0.4 * 0.6), 1e-14);
    }

    [Fact]
    public void An_exposure_moves_by_the_change_of_its_rule_since_the_start()
    {
        ClusterPopulation near = Of([Firm(0, 0.2) with { Exposures = [0.3] }, Firm(1, 0.6) with { X = 2, Exposures = [0.3] }]) with
        {
            Advantages = [new AdvantageStrength("EE08", 0, 1, 0, 0, 0, 0)],
        };
        ClusterRun run = Begin(near, Parameters);
        run.Mechanisms.LogCost[0].ShouldBe(Math.Log(2) - (0.4 * 0.3), 1e-14);

        run.Firms.X[1] = 1;
        run.NeighboursChanged = true;
        ExposurePhase.Recompute(run);

        // Density e^-1 at the start, which is also the half: 1/2 then; e^-0.5 now.
        double change = (Math.Exp(-0.5) / (Math.Exp(-0.5) + Math.Exp(-1))) - 0.5;
        run.Mechanisms.StartLogCost[0].ShouldBe(Math.Log(2) - (0.4 * (0.3 + change)), 1e-14);
    }

    [Fact]
    public void Exposures_are_looked_at_in_every_so_many_quarters()
    {
        ClusterPopulation near = Of([Firm(0, 0.2) with { Exposures = [0.3] }, Firm(1, 0.6) with { X = 2, Exposures = [0.3] }]) with
        {
            Advantages = [new AdvantageStrength("EE08", 0, 1, 0, 0, 0, 0)],
        };
        ClusterRun run = new(ClusterStart.Of(near, minimal: false), new SimulationOptions { BurnIn = 0, ExposureEvery = 3 });
        run.Begin(Parameters, 0);
        run.Firms.X[1] = 1;
        run.NeighboursChanged = true;
        double before = run.Mechanisms.StartLogCost[0];
        List<bool> moved = [];

        run.Ticks(5, now => moved.Add(now.Mechanisms.StartLogCost[0] != before));

        moved.ShouldBe([false, false, false, true, true]); // steps 0 to 4: looked at in step 3
    }

    [Fact]
    public void Congestion_and_lost_uptime_raise_costs_and_lost_uptime_lowers_the_money()
    {
        ClusterRun run = Begin(Two(), Parameters with { Uptime = 0.8 }, minimal: false);

        run.Mechanisms.Slack[0].ShouldBe(0.5 * Math.Exp(0.065) * 0.8, 1e-14);
        double fixedShare = run.Parameters.Market.FixedCostShare;
        UnitCost.Factors(run.Parameters, run.Mechanisms.Uptime[0]).ShouldBe(1 - fixedShare + (fixedShare / 0.8), 1e-14);
        UnitCost.Relative(run.Parameters, 0, 0, 0.1, 1).ShouldBe(1.1, 1e-14);
    }

    private static ClusterPopulation Two(double workers = 10)
    {
        ClusterFirm first = Firm(0, 0.2) with { Exposures = [0.5, 0.25, 0.8, 0.4], AbsorptiveCapacity = 0.8, IncentiveDeviation = 0.1, Workers = workers };
        ClusterFirm second = Firm(1, 0.6) with { X = 2, Exposures = [0, 0, 0, 0], AbsorptiveCapacity = 0.4 };
        return Of([first, second]) with { Advantages = Advantages };
    }
}
