using CsCheck;
using Karkhana.Core.Exchange;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class PolicyAdviceTests
{
    private static readonly LeverMenu Menu = LeverMenu.Default();

    private static readonly Gen<PolicyEvidence> Evidence =
        from regimes in Gen.Int[0, 4].Array[5, 40]
        from channels in Gen.Int[0, 8].Array[40]
        from index in Gen.Int[-10, 10]
        where regimes.Any(regime => regime < 4)
        select new PolicyEvidence
        {
            Firms = [.. regimes.Select((regime, firm) => (
                regime < 4 ? (LearningRegime?)regime : null, channels[firm] < 6 ? (LearningChannel?)channels[firm] : null))],
            ChannelIndices = Enum.GetValues<LearningChannel>().ToDictionary(channel => channel, channel => index / 10.0 / (1 + (int)channel)),
        };

    [Fact]
    public void Where_all_firms_lack_money_levers_of_incentive_alone_score_nothing()
    {
        PolicyAdviceResult advice = Estimate(Population(40, LearningRegime.Liquidity));

        foreach (LeverAdvice lever in advice.Levers.Where(item => item.Lever.Channels is [LearningChannel.IncentiveForEffort]))
        {
            (lever.Score, lever.Low, lever.High, lever.ShareInTopThree).ShouldBe((0, 0, 0, 0));
        }

        advice.Levers.Count(item => item.Lever.Channels is [LearningChannel.IncentiveForEffort]).ShouldBe(2);
        Of(advice, "P09").Score.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Where_all_firms_are_in_the_interior_levers_of_resources_alone_score_nothing()
    {
        PolicyAdviceResult advice = Estimate(Population(40, LearningRegime.Interior));

        (Of(advice, "P09").Score, Of(advice, "P09").High).ShouldBe((0, 0));
        advice.Levers.Count(item => item.Lever.Channels is [LearningChannel.ResourcesForEffort]).ShouldBe(1);
        Of(advice, "P11").Score.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_score_is_match_times_regime_share_times_evidence_over_cost()
    {
        // Of 40 firms 30 are in the interior; 20 name cost, 10 effectiveness, 10 nothing.
        PolicyEvidence evidence = Population(40, LearningRegime.Interior) with
        {
            Firms = [.. Enumerable.Range(0, 40).Select(firm => (
                (LearningRegime?)(firm < 30 ? LearningRegime.Interior : LearningRegime.Threshold),
                firm < 20 ? (LearningChannel?)LearningChannel.CostOfEffort : firm < 30 ? LearningChannel.EffectivenessOfEffort : null))],
        };

        PolicyAdviceResult advice = Estimate(evidence);

        advice.ByAnswers.ShouldBeTrue();
        LeverAdvice consulting = Of(advice, "P02"); // cost and effectiveness, grade A, cost class 2
        consulting.Match.ShouldBe(0.5, tolerance: 1e-15);
        consulting.RegimeShare.ShouldBe(0.75);
        consulting.Score.ShouldBe(0.5 * 0.75 * 1 / 2, tolerance: 1e-15);
        consulting.Low.ShouldBeLessThan(consulting.Score);
        consulting.High.ShouldBeGreaterThan(consulting.Score);
        Of(advice, "P09").Match.ShouldBe(0);
    }

    [Fact]
    public void With_few_named_constraints_the_match_rests_on_the_channel_indices()
    {
        PolicyEvidence evidence = Population(40, LearningRegime.Interior) with
        {
            Firms = [.. Enumerable.Range(0, 40).Select(firm => (
                (LearningRegime?)LearningRegime.Interior, firm < 29 ? (LearningChannel?)LearningChannel.CostOfEffort : null))],
            ChannelIndices = new Dictionary<LearningChannel, double> { [LearningChannel.IncentiveForEffort] = -0.4, [LearningChannel.CostOfEffort] = double.NaN },
        };

        PolicyAdviceResult advice = Estimate(evidence);

        advice.ByAnswers.ShouldBeFalse();
        Of(advice, "P11").Match.ShouldBe(0.7, tolerance: 1e-15);
        Of(advice, "P02").Match.ShouldBe(0.5);
        Of(advice, "P11").Score.ShouldBe(0.7 * 0.6 / 2, tolerance: 1e-15);
    }

    [Fact]
    public void The_baseline_scores_zero_whatever_the_firms_say() => Evidence.Sample(evidence =>
    {
        LeverAdvice baseline = Of(Estimate(evidence), "P18");
        return baseline is { Score: 0, Low: 0, High: 0, Match: 0, ShareInTopThree: 0, Vetoed: VetoRule.None };
    }, iter: 10);

    [Fact]
    public void Every_lever_is_ranked_once_best_first_and_vetoed_last() => Evidence.Sample(evidence =>
    {
        PolicyAdviceResult advice = Estimate(evidence with { IndivisibleNeeds = 0, ShareFailedCooperation = 0.5 });
        LeverAdvice[] open = [.. advice.Levers.TakeWhile(item => item.Vetoed == VetoRule.None)];
        return advice.Levers.Select(item => item.Lever.Id).Order(StringComparer.Ordinal).SequenceEqual(Menu.Levers.Select(lever => lever.Id))
            && open.Zip(open.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score)
            && advice.Levers.Skip(open.Length).Select(item => item.Lever.Id).Order(StringComparer.Ordinal).SequenceEqual(["P01", "P05", "P15"])
            && advice.Levers.All(item => item.Score >= 0 && item.Low <= item.High && item.ShareInTopThree is >= 0 and <= 1 && item.Match is >= 0 and <= 1);
    }, iter: 10);

    [Fact]
    public void The_order_of_firms_does_not_change_scores() => Evidence.Sample(evidence =>
    {
        double[] forth = ScoresOf(Estimate(evidence));
        double[] back = ScoresOf(Estimate(evidence with { Firms = [.. evidence.Firms.Reverse()] }));
        return Bits.Same(forth, back);

        static double[] ScoresOf(PolicyAdviceResult advice) =>
            [.. advice.Levers.OrderBy(item => item.Lever.Id, StringComparer.Ordinal).Select(item => item.Score)];
    }, iter: 10);

    [Theory]
    [InlineData("P05", 14, double.NaN, double.NaN, VetoRule.IndivisibleNeed)]
    [InlineData("P05", 15, double.NaN, double.NaN, VetoRule.None)]
    [InlineData("P05", null, double.NaN, double.NaN, VetoRule.None)]
    [InlineData("P01", 15, 0.25, double.NaN, VetoRule.FailedCooperation)]
    [InlineData("P15", 15, 0.25, double.NaN, VetoRule.FailedCooperation)]
    [InlineData("P01", 15, 0.24, double.NaN, VetoRule.None)]
    [InlineData("P01", 15, double.NaN, double.NaN, VetoRule.None)]
    [InlineData("P06", 15, double.NaN, 0.09, VetoRule.AbsorptiveCapacity)]
    [InlineData("P06", 15, double.NaN, 0.1, VetoRule.None)]
    [InlineData("P06", 15, double.NaN, double.NaN, VetoRule.None)]
    [InlineData("P02", 0, 1.0, 0.0, VetoRule.None)]
    public void Vetoes_hold_from_their_limit_on_and_not_when_nobody_was_asked(string id, int? needs, double failed, double trained, VetoRule expected) =>
        Of(
            Estimate(Population(40, LearningRegime.Liquidity) with { IndivisibleNeeds = needs, ShareFailedCooperation = failed, MedianTrainedShare = trained }),
            id).Vetoed.ShouldBe(expected);

    [Fact]
    public void The_same_seed_gives_the_same_advice_and_another_other_intervals()
    {
        PolicyEvidence mixed = Population(40, LearningRegime.Interior) with
        {
            Firms = [.. Enumerable.Range(0, 40).Select(firm => ((LearningRegime?)(LearningRegime)(firm % 4), (LearningChannel?)(LearningChannel)(firm % 6)))],
        };

        Estimate(mixed, 7).Levers.ShouldBe(Estimate(mixed, 7).Levers);
        Estimate(mixed, 8).Levers.Select(item => item.Score).ShouldBe(Estimate(mixed, 7).Levers.Select(item => item.Score));
        Estimate(mixed, 8).Levers.Select(item => item.ShareInTopThree).ShouldNotBe(Estimate(mixed, 7).Levers.Select(item => item.ShareInTopThree));
    }

    [Fact]
    public void A_lever_with_a_gap_below_the_comparison_ranks_before_its_like_without_one()
    {
        // B and C score 1 × 1 × 1 / 2 = 0.25 each without gaps. Cost is fed by EE01 (2, below) and EE02 (1, not below): share 2/3; incentive by EE02 alone.
        PolicyEvidence alike = Gapped();
        LeverMenu two = new("1", "", [Alike("C", LearningChannel.IncentiveForEffort), Alike("D", LearningChannel.CostOfEffort)]) { GapFactor = 1.6 };

        PolicyAdviceResult advice = PolicyAdvice.Estimate(two, alike, 3, TestContext.Current.CancellationToken);

        advice.KnowsGaps.ShouldBeTrue();
        advice.Levers.Select(item => item.Lever.Id).ShouldBe(["D", "C"]);
        advice.Levers[0].GapFactor.ShouldBe(1 + (0.6 * 2 / 3), 1e-12);
        advice.Levers[0].Score.ShouldBe(0.5 / 2 * 1.4, 1e-12);
        advice.Levers[0].Gaps.Select(gap => gap.AdvantageId).ShouldBe(["EE01"]);
        (advice.Levers[1].GapFactor, advice.Levers[1].Score, advice.Levers[1].Gaps.Count).ShouldBe((1, 0.25, 0));
        advice.ToTable().Texts("gaps").ShouldBe(["EE01", ""]);
    }

    [Fact]
    public void Without_a_known_gap_every_factor_is_one_and_the_advice_says_so()
    {
        PolicyEvidence unknown = Gapped() with { Gaps = new ExposureGapsResult([new ExposureGap("EE01", 4, 40)]) };

        foreach (PolicyEvidence evidence in new[] { unknown, Gapped() with { Gaps = null } })
        {
            PolicyAdviceResult advice = Estimate(evidence);
            advice.KnowsGaps.ShouldBeFalse();
            advice.Levers.ShouldAllBe(item => item.GapFactor == 1 && item.Gaps.Count == 0);
            advice.Levers.Select(item => item.Score).ShouldBe(Estimate(Gapped() with { FedBy = new PolicyEvidence { Firms = [], ChannelIndices = evidence.ChannelIndices }.FedBy }).Levers.Select(item => item.Score));
        }

        Estimate(Gapped()).Menu.GapFactor.ShouldBe(1.5);
        Estimate(Gapped()).Menu.GapFactorStatus.ShouldStartWith("INF: ");
        Should.Throw<ArgumentOutOfRangeException>(() => Menu with { GapFactor = 0.5 });
    }

    [Fact]
    public void Firms_without_a_regime_do_not_count_and_none_at_all_give_no_advice()
    {
        PolicyEvidence half = Population(40, LearningRegime.Interior) with
        {
            Firms = [.. Enumerable.Range(0, 40).Select(firm => (firm < 20 ? (LearningRegime?)LearningRegime.Interior : null, (LearningChannel?)null))],
        };

        Of(Estimate(half), "P02").RegimeShare.ShouldBe(1);
        Estimate(half with { Firms = [(null, null)] }).Levers.ShouldBeEmpty();
        Estimate(half with { Firms = [] }).Levers.ShouldBeEmpty();
    }

    private static PolicyAdviceResult Estimate(PolicyEvidence evidence, ulong seed = 3) =>
        PolicyAdvice.Estimate(Menu, evidence, seed, TestContext.Current.CancellationToken);

    private static LeverAdvice Of(PolicyAdviceResult advice, string id) => advice.Levers.Single(item => item.Lever.Id == id);

    private static Lever Alike(string id, LearningChannel channel) =>
        new(id, id, [channel], [LearningRegime.Interior], EvidenceGrade.A, 2, "", "", VetoRule.None);

    // Nobody names a constraint and no index is known: the need for every channel is one half.
    private static PolicyEvidence Gapped() => new()
    {
        Firms = [.. Enumerable.Range(0, 40).Select(_ => ((LearningRegime?)LearningRegime.Interior, (LearningChannel?)null))],
        ChannelIndices = new Dictionary<LearningChannel, double>(),
        Gaps = new ExposureGapsResult(
        [
            new ExposureGap("EE01", 40, 40) { Gap = -0.8, Low = -1.2, High = -0.4, Errors = GapErrors.ByPlace },
            new ExposureGap("EE02", 40, 40) { Gap = -0.1, Low = -0.5, High = 0.3, Errors = GapErrors.ByPlace },
        ]),
        FedBy = new Dictionary<LearningChannel, IReadOnlyDictionary<string, double>>
        {
            [LearningChannel.CostOfEffort] = new Dictionary<string, double> { ["EE01"] = 2, ["EE02"] = 1 },
            [LearningChannel.IncentiveForEffort] = new Dictionary<string, double> { ["EE02"] = 1 },
        },
    };

    // Firms of one regime that name every channel in turn.
    private static PolicyEvidence Population(int firms, LearningRegime regime) => new()
    {
        Firms = [.. Enumerable.Range(0, firms).Select(firm => ((LearningRegime?)regime, (LearningChannel?)(LearningChannel)(firm % 6)))],
        ChannelIndices = new Dictionary<LearningChannel, double>(),
    };
}
