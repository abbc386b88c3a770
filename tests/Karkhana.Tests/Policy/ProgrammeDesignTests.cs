using Karkhana.Core.Exchange;
using Karkhana.Core.Policies;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class ProgrammeDesignTests
{
    private static readonly Lever Any = LeverMenu.Default().Levers[1];

    [Fact]
    public void A_programme_with_all_four_features_scores_one_on_each_axis()
    {
        PlannedPolicy full = Planned(
            new Intervention
            {
                Id = "full",
                Title = "All of it",
                End = 8,
                HalfLife = 8,
                Doses = [new Dose(DoseTarget.Effectiveness, 0.1, DoseScale.Log), new Dose(DoseTarget.Trust, 0.1, DoseScale.Level)],
                Cost = new PolicyCost { FirmTimeDays = 5 },
                Delivery = new Delivery { Unit = DeliveryUnit.Group },
                TakeUp = new TakeUp { Constant = 0, Slopes = new Dictionary<string, double> { ["rho"] = 0.4 } },
            },
            new PolicyDesign { NeedsAsked = true, FirmsChoose = true, CommonProblem = true, FirmShare = 0.2, ProvidersCompete = true });

        ProgrammeDesignResult result = ProgrammeDesign.Estimate([full]);

        result.Scores.Count.ShouldBe(8); // four axes of the policy, four of the programme
        result.Scores.ShouldAllBe(score => score.Score == 1 && score.Low == 1 && score.High == 1);
        result.Checks.Count.ShouldBe(24);
    }

    [Fact]
    public void Machines_given_for_nothing_score_nothing()
    {
        PlannedPolicy gift = Planned(
            new Intervention { Id = "gift", Title = "Machines", HalfLife = 2, Doses = [new Dose(DoseTarget.Slack, 0.1, DoseScale.Log)] },
            new PolicyDesign { NeedsAsked = false, FirmsChoose = false, CommonProblem = false, SelfHelpBody = false, FirmShare = 0, ProvidersCompete = false });

        ProgrammeDesign.Estimate([gift]).Scores.ShouldAllBe(score => score.Score == 0 && score.High == 0);
    }

    [Fact]
    public void What_is_not_said_widens_the_range_and_does_not_count()
    {
        PlannedPolicy silent = Planned(
            new Intervention { Id = "silent", Title = "Silent", Doses = [new Dose(DoseTarget.Slack, 0.1, DoseScale.Log)] }, new PolicyDesign { FirmsChoose = true });

        FeatureScore demand = Of(ProgrammeDesign.Estimate([silent]), "silent", ProgrammeFeature.FollowsDemand);

        (demand.Score, demand.Low, demand.High).ShouldBe((0.5, 1 / 3.0, 2 / 3.0)); // chosen yes, incentive no, needs not said
        Of(ProgrammeDesign.Estimate([silent]), "silent", ProgrammeFeature.UsesMarketIncentives).ShouldBe(
            new FeatureScore("silent", ProgrammeFeature.UsesMarketIncentives, 0, 0, 2 / 3.0));
    }

    [Fact]
    public void A_programme_has_what_one_of_its_policies_has()
    {
        ProgrammeDesignResult result = ProgrammeDesign.Estimate(PolicyFile.Default().Policies);

        foreach (ProgrammeFeature feature in Enum.GetValues<ProgrammeFeature>())
        {
            double best = result.Scores.Where(score => score.Policy != ProgrammeDesignResult.Programme && score.Feature == feature).Max(score => score.Low);
            Of(result, ProgrammeDesignResult.Programme, feature).Low.ShouldBeGreaterThanOrEqualTo(best);
        }

        result.ToTable().RowCount.ShouldBe(4 * 18); // seventeen policies and the programme
        result.ChecklistTable().RowCount.ShouldBe(12 * 18);
        ProgrammeDesign.Estimate([]).Scores.ShouldBeEmpty();
    }

    [Fact]
    public void Each_failure_of_market_and_system_names_the_levers_that_answer_it()
    {
        RationaleCoverage all = RationaleCoverage.Of(LeverMenu.Default().Levers);

        all.Levers.Keys.ShouldBe(Enum.GetValues<PolicyRationale>(), ignoreOrder: true);
        all.Levers.Values.ShouldAllBe(levers => levers.Count > 0);
        all.Levers[PolicyRationale.MarketCredit].ShouldBe(["P09"]);
        RationaleCoverage.Of([]).Levers.Values.ShouldAllBe(levers => levers.Count == 0);
        Enum.GetValues<PolicyRationale>().Count(RationaleCoverage.IsOfMarket).ShouldBe(4);
        all.ToTable().RowCount.ShouldBe(9);
    }

    [Fact]
    public void The_monitoring_plan_shows_baselines_with_interval_and_firms_and_leaves_targets_open()
    {
        IndicatorSet set = IndicatorSet.Default();
        Karkhana.Core.Tables.Table plan = new MonitoringPlan(
            set,
            [
                new IndicatorValue("mechanism-copy", 1, 6, 4, 9, 50),
                new IndicatorValue("mechanism-funds", 1, 0.5, 0.2, 0.8, 4), // too few to be shown
                new IndicatorValue("mechanism-gain", 7, 10, 8, 12, 50), // of another definition
            ]).ToTable();
        int Row(string id) => plan.Texts("indicator").ToList().IndexOf(id);

        plan.RowCount.ShouldBe(set.Indicators.Count);
        (plan.Numbers("estimate")[Row("mechanism-copy")], plan.Numbers("conf_low")[Row("mechanism-copy")], plan.Numbers("n")[Row("mechanism-copy")]).ShouldBe((6, 4, 50));
        double.IsNaN(plan.Numbers("estimate")[Row("mechanism-funds")]).ShouldBeTrue();
        double.IsNaN(plan.Numbers("estimate")[Row("mechanism-gain")]).ShouldBeTrue();
        plan.Texts("target").ShouldAllBe(target => target == null);
        plan.Texts("target_author").ShouldAllBe(author => author == null);
    }

    [Fact]
    public void The_set_that_ships_has_all_levels_and_an_indicator_for_each_channel_but_the_static_one()
    {
        IndicatorSet set = IndicatorSet.Default();

        set.Indicators.Select(indicator => indicator.Id).Distinct().Count().ShouldBe(set.Indicators.Count);
        set.Indicators.Select(indicator => indicator.Level).Distinct().ShouldBe(Enum.GetValues<IndicatorLevel>(), ignoreOrder: true);
        set.Indicators.Select(indicator => indicator.Channel).OfType<LearningChannel>().Distinct().ShouldBe(
            Enum.GetValues<LearningChannel>().Where(channel => channel != LearningChannel.StaticCost), ignoreOrder: true);
        set.Of(Any).Select(indicator => indicator.Channel).Distinct().ShouldBe(Any.Channels.Select(channel => (LearningChannel?)channel), ignoreOrder: true);
    }

    [Fact]
    public void A_change_of_definition_breaks_the_series()
    {
        IndicatorSet set = IndicatorSet.Default();
        IReadOnlyList<IndicatorChange> changes = IndicatorChange.Between(
            set,
            [new IndicatorValue("mechanism-copy", 1, 6, 4, 9, 50), new IndicatorValue("mechanism-gain", 1, 10, 8, 12, 50)],
            [new IndicatorValue("mechanism-copy", 1, 8, 7, 9, 60), new IndicatorValue("mechanism-gain", 2, 20, 8, 12, 50), new IndicatorValue("mechanism-funds", 1, 0.5, 0, 1, 3)]);

        changes.Select(change => (change.Indicator.Id, change.IsBroken)).ShouldBe([("mechanism-funds", false), ("mechanism-gain", true), ("mechanism-copy", false)]);
        changes[2].Difference.ShouldBe(2);
        double.IsNaN(changes[1].Difference).ShouldBeTrue();
        double.IsNaN(IndicatorChange.ToTable(changes).Numbers("later")[0]).ShouldBeTrue(); // three firms
    }

    [Fact]
    public void The_action_plan_takes_what_the_advice_puts_first_with_cost_lines_and_indicators()
    {
        PolicyAdviceResult advice = PolicyAdvice.Estimate(
            LeverMenu.Default(),
            new PolicyEvidence
            {
                Firms = [.. Enumerable.Range(0, 40).Select(_ => ((LearningRegime?)LearningRegime.Liquidity, (LearningChannel?)LearningChannel.ResourcesForEffort))],
                ChannelIndices = new Dictionary<LearningChannel, double>(),
                IndivisibleNeeds = 3,
            },
            3,
            TestContext.Current.CancellationToken);
        ActionPlan plan = ActionPlan.Of(advice, PolicyFile.Default().In("PKR"), IndicatorSet.Default(), firms: 40, most: 3);

        plan.Actions.Select(action => action.Policy.Lever.Id).ShouldBe(
            advice.Levers.Where(item => item.Vetoed == VetoRule.None && item.Score > 0).Take(3).Select(item => item.Lever.Id));
        plan.Actions[0].Policy.Lever.Id.ShouldBe("P09");
        plan.Actions[0].Cost.ShouldBe((10_000 + (40 * 2_000)) * 105);
        plan.Actions[0].Indicators.Select(indicator => indicator.Id).ShouldBe(["mechanism-funds", "mechanism-indivisible"]);
        (plan.Money, plan.ToTable().RowCount).ShouldBe(("PKR", 3));

        ActionPlan few = ActionPlan.Of(
            advice, PolicyFile.Default().In("PKR"), IndicatorSet.Default(), firms: 40, most: 3, eligible: new Dictionary<string, int> { ["P09"] = 10 });
        few.Actions[0].Cost.ShouldBe((10_000 + (10 * 2_000)) * 105);
        few.Actions.Select(action => action.Firms).ShouldBe([10, 40, 40]);
        few.ToTable().Numbers("may_take_part").ShouldBe([10, 40, 40]);
    }

    private static FeatureScore Of(ProgrammeDesignResult result, string policy, ProgrammeFeature feature) =>
        result.Scores.Single(score => score.Policy == policy && score.Feature == feature);

    private static PlannedPolicy Planned(Intervention policy, PolicyDesign design) => new(policy, Any, design, []);
}
