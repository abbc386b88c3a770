using CsCheck;
using Karkhana.Core.Exchange;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class PolicyRankingTests
{
    private static readonly Dictionary<LearningRegime, double> Mix = new()
    {
        [LearningRegime.Liquidity] = 0.25,
        [LearningRegime.Interior] = 0.5,
        [LearningRegime.Threshold] = 0.25,
    };

    [Fact]
    public void The_order_is_by_cost_per_gain_and_policies_without_a_gain_come_last()
    {
        PolicyRankingResult ranking = Rank(Example(200));

        ranking.Policies.Select(policy => policy.Effect.Scenario).ShouldBe(["cheap", "strong", "idle", "harmful"]);
        ranking.Policies.Select(policy => policy.Rank).ShouldBe([1, 2, 3, 4]);
        ranking.Policies.Select(policy => policy.Effect.CostPerGain.State).ShouldBe(
            [CostPerGainState.Defined, CostPerGainState.Defined, CostPerGainState.NoGainFound, CostPerGainState.Loss]);
        ranking.ToTable().RowCount.ShouldBe(4);
        ranking.ReversalTable().RowCount.ShouldBe(3);
        ranking.RegimeTable().RowCount.ShouldBe(3);
    }

    [Fact]
    public void The_mix_of_regimes_and_the_overlap_are_always_said()
    {
        PolicyRankingResult ranking = Rank(Example(200));

        ranking.Notes.Single(note => note.Code == "regime-mix").Text.ShouldBe(
            "In the model, under these assumptions, the order holds for firms of which 50 % interior, 25 % liquidity, 25 % threshold; with another mix of regimes it can be another.");
        ranking.Notes.Count(note => note.Code is "order-settled" or "order-not-settled").ShouldBe(1);

        double[] nothing = SampleScenarios.Around(0.3, 0.05, 50, 1);
        PolicyRankingResult alike = Rank(SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("one", nothing.Plus(SampleScenarios.Around(0.1, 0.02, 50, 2)), 100),
            SampleScenarios.Of("two", nothing.Plus(SampleScenarios.Around(0.1, 0.02, 50, 3)), 100)));
        alike.Policies[0].IsSettled.ShouldBeFalse();
        alike.Notes.Single(note => note.Code == "order-not-settled").Text.ShouldContain(
            $"the runs do not settle {alike.Policies[0].Effect.Scenario} before {alike.Policies[1].Effect.Scenario}");
    }

    [Fact]
    public void At_the_break_even_cost_and_gain_both_policies_are_worth_the_same()
    {
        ComparedScenarios scenarios = Example(200);
        RankingReversal step = Rank(scenarios).Reversals[0];
        (step.First, step.Second).ShouldBe(("cheap", "strong"));
        PolicyEffect strong = Compare(scenarios).Effects.Single(effect => effect.Scenario == "strong");
        PolicyEffect cheap = Compare(scenarios).Effects.Single(effect => effect.Scenario == "cheap");

        (step.BreakEvenCost / cheap.CostPerGain.Units).ShouldBe(strong.CostPerGain.PerUnit, tolerance: 1e-9);
        step.BreakEvenGain.ShouldBeLessThan(cheap.Gain);
        CostPerGain.Of(cheap.CostPerGain.Cost, 60, step.BreakEvenGain, 0.11).Estimate.ShouldBe(strong.CostPerGain.Estimate, tolerance: 1e-9);
    }

    [Fact]
    public void The_parameter_that_turns_the_order_is_named()
    {
        // With theta above the middle "one" is better, below it "two"; beta is noise.
        const int Draws = 40;
        double[] theta = [.. Enumerable.Range(0, Draws).Select(draw => draw / (double)Draws)];
        int[] draws = [.. Enumerable.Range(0, Draws * 5).Select(run => run / 5)];
        double[] nothing = SampleScenarios.Around(0.3, 0.05, draws.Length, 1);
        double[] one = [.. draws.Select(draw => 0.06 + (0.1 * theta[draw]))];
        double[] two = [.. draws.Select(_ => 0.1)];
        ComparedScenarios scenarios = SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("one", nothing.Plus(one).Plus(SampleScenarios.Around(0, 0.001, draws.Length, 2)), 100),
            SampleScenarios.Of("two", nothing.Plus(two), 100)) with
        {
            ParameterDraws = draws,
            Parameters = new Dictionary<string, IReadOnlyList<double>> { ["beta"] = SampleScenarios.Around(0, 1, Draws, 9), ["theta"] = theta },
        };
        RankingReversal step = Rank(scenarios).Reversals[0];

        (step.First, step.Parameter, step.Draws).ShouldBe(("one", "theta", Draws));
        step.Association.ShouldBeGreaterThan(0.99);
        step.DrawsReversed.ShouldBeInRange(14, 18); // theta below 0.4
    }

    [Fact]
    public void Regret_is_told_against_the_best_in_each_draw_and_doing_nothing_is_among_the_options()
    {
        // Two draws of two runs; spread 0.11. Gains by draw: one 0.11 and 0.33, two 0.22 and 0.22.
        double[] nothing = [0.3, 0.3, 0.4, 0.4];
        ComparedScenarios scenarios = SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("one", nothing.Plus([0.10, 0.12, 0.32, 0.34]), 1),
            SampleScenarios.Of("two", nothing.Plus([0.22, 0.22, 0.22, 0.22]), 1)) with
        {
            ParameterDraws = [0, 0, 1, 1],
        };
        RobustChoiceResult robust = PolicyRobustness.Estimate(
            scenarios, options: new RobustChoiceOptions { Threshold = 1.5, Resamples = 0 }, cancellationToken: TestContext.Current.CancellationToken);
        double Value(string option, RobustnessCriterion criterion) =>
            robust.Values[(robust.Options.ToList().IndexOf(option) * robust.Criteria.Count) + robust.Criteria.ToList().IndexOf(criterion)];

        robust.Options.ShouldBe(["P18", "one", "two"]);
        Value("one", RobustnessCriterion.WorstRegret).ShouldBe(1, tolerance: 1e-9);
        Value("two", RobustnessCriterion.WorstRegret).ShouldBe(1, tolerance: 1e-9);
        Value("P18", RobustnessCriterion.WorstRegret).ShouldBe(3, tolerance: 1e-9);
        Value("one", RobustnessCriterion.MeanRegret).ShouldBe(0.5, tolerance: 1e-9);
        Value("one", RobustnessCriterion.Satisficing).ShouldBe(0.5);
        Value("two", RobustnessCriterion.Satisficing).ShouldBe(1);
        Value("P18", RobustnessCriterion.Satisficing).ShouldBe(0);
    }

    [Fact]
    public void The_order_of_scenarios_does_not_change_the_ranking() => Gen.Shuffle(Enumerable.Range(0, 4).ToArray()).Sample(order =>
    {
        ComparedScenarios scenarios = Example(30);
        ComparedScenarios shuffled = scenarios with { Policies = [.. order.Select(place => scenarios.Policies[place])] };
        return Rank(scenarios).Policies.SequenceEqual(Rank(shuffled).Policies);
    }, iter: 20);

    [Fact]
    public void What_costs_nothing_comes_first_and_its_margin_says_the_same()
    {
        double[] nothing = SampleScenarios.Around(0.3, 0.05, 60, 1);
        ComparedScenarios scenarios = SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("strong", nothing.Plus(SampleScenarios.Around(0.3, 0.01, 60, 2)), 1000),
            SampleScenarios.Of("free", nothing.Plus(SampleScenarios.Around(0.1, 0.01, 60, 3)), 0),
            SampleScenarios.Of("freer", nothing.Plus(SampleScenarios.Around(0.2, 0.01, 60, 4)), 0));
        PolicyRankingResult ranking = Rank(scenarios);

        ranking.Policies.Select(policy => policy.Effect.Scenario).ShouldBe(["freer", "free", "strong"]);
        ranking.Policies.Take(2).ShouldAllBe(policy => policy.IsSettled);
        ranking.Policies[1].MarginToNext.ShouldBe(ranking.Policies[1].Effect.CostPerGain.Units, tolerance: 1e-9);
        RankingReversal step = ranking.Reversals[1];
        (step.First, step.DrawsReversed, step.BreakEvenGain).ShouldBe(("free", 0, 0));
        step.BreakEvenCost.ShouldBe(1000 * 0.1 / 0.3, tolerance: 20); // at the cost per gain of the strong one
    }

    [Fact]
    public void One_policy_has_no_neighbour_to_be_told_from()
    {
        PolicyRankingResult ranking = Rank(SampleScenarios.Compare(
            SampleScenarios.Of("P18", [0.3, 0.32, 0.34], 0), SampleScenarios.Of("one", [0.4, 0.43, 0.44], 10)));

        ranking.Notes.ShouldNotContain(note => note.Code.StartsWith("order-", StringComparison.Ordinal));
        ranking.Notes.ShouldContain(note => note.Code == "regime-mix");
    }

    [Fact]
    public void A_ranking_without_the_mix_of_regimes_is_refused()
    {
        ComparedScenarios scenarios = Example(10);

        Should.Throw<ArgumentException>(() => PolicyRanking.Estimate(scenarios, Compare(scenarios), new Dictionary<LearningRegime, double>()))
            .Message.ShouldContain("must be shares of firms that add up to 1; they added up to 0");
        Should.Throw<ArgumentException>(() => PolicyRanking.Estimate(
            scenarios, Compare(scenarios), new Dictionary<LearningRegime, double> { [LearningRegime.Interior] = 1.5, [LearningRegime.Liquidity] = -0.5 }));
    }

    [Fact]
    public void Rules_and_simulation_stand_side_by_side_with_their_disagreement()
    {
        LeverMenu menu = LeverMenu.Default();
        PolicyAdviceResult advice = PolicyAdvice.Estimate(
            menu,
            new PolicyEvidence
            {
                Firms = [.. Enumerable.Range(0, 40).Select(_ => ((LearningRegime?)LearningRegime.Liquidity, (LearningChannel?)LearningChannel.ResourcesForEffort))],
                ChannelIndices = new Dictionary<LearningChannel, double>(),
                IndivisibleNeeds = 3,
            },
            3,
            TestContext.Current.CancellationToken);
        double[] nothing = SampleScenarios.Around(0.3, 0.05, 100, 1);
        double[] noise = SampleScenarios.Around(0, 0.005, 100, 2);
        ComparedScenarios scenarios = SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("P09", nothing.Plus(noise), 1000), // first by rules, no gain in the model
            SampleScenarios.Of("north", [.. nothing.Plus(noise).Select(value => value + 0.1)], 10), // P11 under another name
            SampleScenarios.Of("P05", [.. nothing.Plus(noise).Select(value => value + 0.1)], 100)); // vetoed by rules
        AdviceAgreement agreement = AdviceAgreement.Of(advice, Rank(scenarios), new Dictionary<string, string> { ["north"] = "P11" });

        agreement.Levers.Select(lever => (lever.Lever.Id, lever.RuleRank, lever.SimulationRank, lever.Verdict)).ShouldBe(
        [
            ("P11", 2, 1, AgreementVerdict.Agree),
            ("P05", 3, 2, AgreementVerdict.VetoedWithGain),
            ("P09", 1, 3, AgreementVerdict.RulesPreferIt),
        ]);
        agreement.RankCorrelation.ShouldBe(-0.5, tolerance: 1e-12);
        agreement.Levers[1].Reason.ShouldContain("veto indivisible need");
        agreement.Levers[2].Reason.ShouldContain("no gain found");
        agreement.ToTable().RowCount.ShouldBe(3);

        ComparedScenarios twice = scenarios with
        {
            Policies =
            [
                .. scenarios.Policies, // each lever once more, less of it for the same money
                SampleScenarios.Of("south", [.. nothing.Plus(noise).Select(value => value + 0.05)], 10),
                SampleScenarios.Of("P05-south", [.. nothing.Plus(noise).Select(value => value + 0.05)], 100),
            ],
        };
        Dictionary<string, string> leverOf = new() { ["north"] = "P11", ["south"] = "P11", ["P05-south"] = "P05" };
        AdviceAgreement.Of(advice, Rank(twice), leverOf).Levers.Select(lever => (lever.Effect.Scenario, lever.RuleRank, lever.SimulationRank, lever.Verdict))
            .ShouldBe(agreement.Levers.Select(lever => (lever.Effect.Scenario, lever.RuleRank, lever.SimulationRank, lever.Verdict)));
    }

    private static ComparedScenarios Example(int runs)
    {
        double[] nothing = SampleScenarios.Around(0.3, 0.05, runs, 1);
        double[] Gain(double mean, ulong seed) => nothing.Plus(SampleScenarios.Around(mean, 0.01, runs, seed));
        return SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("strong", Gain(0.2, 2), 1000),
            SampleScenarios.Of("cheap", Gain(0.1, 3), 100),
            SampleScenarios.Of("harmful", Gain(-0.1, 4), 10),
            SampleScenarios.Of("idle", [.. nothing.Select((value, run) => value + (run % 2 == 0 ? 0.01 : -0.01))], 10));
    }

    private static PolicyComparisonResult Compare(ComparedScenarios scenarios) =>
        PolicyComparison.Estimate(scenarios, cancellationToken: TestContext.Current.CancellationToken);

    private static PolicyRankingResult Rank(ComparedScenarios scenarios) => PolicyRanking.Estimate(scenarios, Compare(scenarios), Mix);
}
