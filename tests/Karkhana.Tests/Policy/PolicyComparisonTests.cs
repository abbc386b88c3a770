using CsCheck;
using Karkhana.Core.Policies;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class PolicyComparisonTests
{
    private static readonly Gen<(double[] Baseline, double[] Gain, double Cost)> Runs =
        from count in Gen.Int[3, 30]
        from baseline in Gen.Double[0.1, 0.9].Array[count]
        from gain in Gen.Double[-0.05, 0.15].Array[count]
        from cost in Gen.Int[1, 1000]
        select (baseline, gain, (double)cost);

    [Fact]
    public void The_worked_example_of_the_framework_comes_out_to_its_digits()
    {
        // Framework 4.4: 60 firms in ten groups over eight quarters, gain 0.039, spread 0.11.
        Intervention group = PolicyFile.Default().Find("P02")!.Intervention;
        double cost = PricedPolicy.Of(group, firms: 60, horizon: 60).Cost;
        CostPerGain planned = CostPerGain.Of(cost, firms: 60, gain: 0.039, spread: 0.11);

        cost.ShouldBe(272_000);
        planned.Units.ShouldBe(21.27, tolerance: 0.005);
        planned.PerUnit.ShouldBe(12_786, tolerance: 0.5);
        planned.Estimate.ShouldBe(1_279, tolerance: 0.5);

        double[] nothing = [0.30, 0.32, 0.34];
        PolicyEffect effect = PolicyComparison.Estimate(
            SampleScenarios.Compare(SampleScenarios.Of("P18", nothing, 0), SampleScenarios.Of("P02", [.. nothing.Select(value => value + 0.039)], cost)),
            cancellationToken: TestContext.Current.CancellationToken).Effects[0];
        effect.Gain.ShouldBe(0.039, tolerance: 1e-12);
        effect.CostPerGain.Units.ShouldBe(planned.Units, tolerance: 1e-9);
        effect.CostPerGain.Estimate.ShouldBe(planned.Estimate, tolerance: 1e-6);
    }

    [Fact]
    public void A_policy_that_reaches_nobody_is_told_apart_from_one_without_a_gain()
    {
        double[] nothing = [0.30, 0.32, 0.34];
        (string, double[]) Reached(params double[] firms) => (OutcomeNames.TreatedFirms, firms);
        PolicyComparisonResult found = PolicyComparison.Estimate(
            SampleScenarios.Compare(
                SampleScenarios.Of("P18", nothing, 0).With(Reached(0, 0, 0)),
                SampleScenarios.Of("nobody", nothing, 100).With(Reached(0, 0, 0)),
                SampleScenarios.Of("idle", nothing, 100).With(Reached(0, 5, 7)),
                SampleScenarios.Of("unknown", nothing, 100),
                SampleScenarios.Of("anchor", [.. nothing.Select(value => value + 0.1)], 100).With(Reached(0, 0, 0))),
            cancellationToken: TestContext.Current.CancellationToken);

        found.Effects.Select(effect => effect.CostPerGain.State).ShouldBe(
            [CostPerGainState.NobodyReached, CostPerGainState.NoGainFound, CostPerGainState.NoGainFound, CostPerGainState.Defined]);
        found.Effects.Select(effect => effect.FirmsReached).ShouldBe([0, 4, double.NaN, 0]);
        found.Effects[0].CostPerGain.Cost.ShouldBe(100); // spent all the same
        found.Notes.Single(note => note.Code == "nobody-reached").Text.ShouldBe(
            "No firm took part in nobody in any run: that says nothing of what it would change.");
        found.Notes.Single(note => note.Code == "no-gain-found").Text.ShouldContain("idle, unknown:");
        found.ToTable().Texts("state")[0].ShouldBe("nobody_reached");
    }

    [Fact]
    public void Units_are_the_gain_of_all_firms_over_the_standard_deviation_that_stands_beside_them() => Runs.Sample(runs =>
    {
        Karkhana.Core.Tables.Table table = PolicyComparison.Estimate(
            SampleScenarios.Compare(SampleScenarios.Of("P18", runs.Baseline, 0), SampleScenarios.Of("one", runs.Baseline.Plus(runs.Gain), runs.Cost))).ToTable();
        double Of(string column) => table.Numbers(column)[0];

        Of("units").ShouldBe(Of("gain_total") / Of("spread"), tolerance: 1e-9);
        Of("gain_sd").ShouldBe(Of("estimate") / Of("spread"), tolerance: 1e-12);
        Of("spread").ShouldBe(0.11, tolerance: 1e-12);
    });

    [Fact]
    public void A_policy_that_gains_early_and_fades_is_told_by_its_mean_over_all_quarters()
    {
        double[] nothing = [0.30, 0.32, 0.34];
        ScenarioOutcomes With(string id, double end, double overRun) => SampleScenarios.Of(id, [.. nothing.Select(value => value + end)], 100)
            .With((OutcomeNames.CapabilityOverRun, [.. nothing.Select(value => value + overRun)]));
        PolicyEffect[] effects = [.. PolicyComparison.Estimate(
            SampleScenarios.Compare(With("P18", 0, 0), With("early", 0.01, 0.04), With("late", 0.05, 0.02)), cancellationToken: TestContext.Current.CancellationToken).Effects];

        effects.Select(effect => effect.Gain).ShouldBe([0.01, 0.05], 1e-12);
        effects.Select(effect => effect.GainOverRun).ShouldBe([0.04, 0.02], 1e-12);
        effects.ShouldAllBe(effect => effect.GainOverRunLow <= effect.GainOverRun && effect.GainOverRun <= effect.GainOverRunHigh);
        Estimate(nothing, [0.01, 0.02, 0.03], 5).GainOverRun.ShouldBe(double.NaN); // where runs did not record it
    }

    [Fact]
    public void Individual_support_at_three_times_the_cost_per_firm_is_three_times_as_dear_in_that_part_and_twice_in_all()
    {
        PolicyFile file = PolicyFile.Default();
        Intervention group = file.Find("P02")!.Intervention;
        Intervention alone = file.Find("P03")!.Intervention;

        (alone.Cost.PerFirm / group.Cost.PerFirm).ShouldBe(3);
        double ratio = CostPerGain.Of(PricedPolicy.Of(alone, 60, 60).Cost, 60, 0.039, 0.11).Estimate
            / CostPerGain.Of(PricedPolicy.Of(group, 60, 60).Cost, 60, 0.039, 0.11).Estimate;
        ratio.ShouldBe(560_000 / 272_000.0, tolerance: 1e-12); // groups pay 72,000 for meetings, and both 20,000 to begin with
    }

    [Fact]
    public void Twice_the_cost_is_exactly_half_the_gain_per_money_and_twice_the_cost_per_gain() => Runs.Sample(runs =>
    {
        PolicyEffect once = Estimate(runs.Baseline, runs.Gain, runs.Cost);
        PolicyEffect twice = Estimate(runs.Baseline, runs.Gain, 2 * runs.Cost);
        return Same(twice.GainPerMoney, once.GainPerMoney / 2) && Same(twice.CostPerGain.Estimate, 2 * once.CostPerGain.Estimate)
            && Same(twice.CostPerGain.Low, 2 * once.CostPerGain.Low) && Same(twice.CostPerGain.High, 2 * once.CostPerGain.High) && twice.Gain == once.Gain;
    });

    [Fact]
    public void Interval_and_shares_of_a_hand_computed_case()
    {
        // Differences 0.1, 0.2, 0.3 and -0.1: mean 0.125, variance 0.029166…, standard error 0.0853913, t(3) 3.182446.
        PolicyEffect effect = Estimate([0.2, 0.2, 0.2, 0.2], [0.1, 0.2, 0.3, -0.1], 100);

        effect.Gain.ShouldBe(0.125, tolerance: 1e-12);
        effect.StandardError.ShouldBe(Math.Sqrt(0.0875 / 3 / 4), tolerance: 1e-12);
        effect.Low.ShouldBe(0.125 - (3.182446305284263 * effect.StandardError), tolerance: 1e-9);
        effect.High.ShouldBe(0.125 + (3.182446305284263 * effect.StandardError), tolerance: 1e-9);
        (effect.BetterThanNothing.Count, effect.BetterThanNothing.Runs).ShouldBe((3, 4));
        effect.CostPerGain.State.ShouldBe(CostPerGainState.NoGainFound);
        (effect.CostPerGain.Estimate, effect.CostPerGain.Low, effect.CostPerGain.PerUnit).ShouldBe((double.NaN, double.NaN, double.NaN));
        effect.NextCheapest.ShouldBe("P18");
    }

    [Fact]
    public void A_policy_that_changes_nothing_has_no_gain_beats_nothing_in_no_run_and_no_cost_per_gain()
    {
        PolicyComparisonResult result = Compare(SampleScenarios.Compare(
            SampleScenarios.Of("P18", [0.3, 0.4, 0.5], 0), SampleScenarios.Of("P02", [0.3, 0.4, 0.5], 100)));
        PolicyEffect effect = result.Effects[0];

        (effect.Gain, effect.Low, effect.High, effect.BetterThanNothing.Count).ShouldBe((0, 0, 0, 0));
        effect.CostPerGain.State.ShouldBe(CostPerGainState.NoGainFound);
        result.Notes.Single(note => note.Code == "no-gain-found").Text.ShouldContain("P02: the interval holds 0");
    }

    [Fact]
    public void Fieller_limits_agree_with_the_set_that_a_grid_of_tests_does_not_refuse()
    {
        RatioOfEstimates ratio = new(12, 4, 1.5, 0.3, 0.2, 30);
        ConfidenceSet set = ratio.Fieller(0.95);
        const double T = 2.042272456301238; // of 30 degrees of freedom

        bool Holds(double value) => Math.Pow(12 - (value * 4), 2) <= T * T * (1.5 - (2 * value * 0.3) + (value * value * 0.2));

        set.IsBounded.ShouldBeTrue();
        Holds(set.Low + 1e-6).ShouldBeTrue();
        Holds(set.Low - 1e-6).ShouldBeFalse();
        Holds(set.High - 1e-6).ShouldBeTrue();
        Holds(set.High + 1e-6).ShouldBeFalse();
        new RatioOfEstimates(12, 0.5, 1.5, 0.3, 0.2, 30).Fieller(0.95).IsBounded.ShouldBeFalse();
    }

    [Fact]
    public void A_cost_that_does_not_vary_has_the_limits_of_the_gain_turned_over() => Runs.Sample(runs =>
    {
        PolicyEffect effect = Estimate(runs.Baseline, runs.Gain, runs.Cost);
        double Turned(double gain) => runs.Cost / (60 * gain / 0.11) * 0.1;
        return effect.CostPerGain.State != CostPerGainState.Defined
            || (Near(effect.CostPerGain.Low, Turned(effect.High)) && Near(effect.CostPerGain.High, Turned(effect.Low)));
    });

    [Fact]
    public void The_next_cheapest_is_by_mean_cost_and_nothing_lies_below_the_cheapest()
    {
        double[] nothing = [0.3, 0.3, 0.3, 0.3];
        PolicyComparisonResult result = Compare(SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("dear", [0.5, 0.5, 0.5, 0.3], 300),
            SampleScenarios.Of("cheap", [0.4, 0.4, 0.4, 0.4], 100),
            SampleScenarios.Of("middle", [0.45, 0.45, 0.35, 0.35], 200)));

        result.Effects.Select(effect => (effect.Scenario, effect.NextCheapest, effect.BetterThanNextCheapest.Share)).ShouldBe(
            [("dear", "middle", 0.75), ("cheap", "P18", 1), ("middle", "cheap", 0.5)]);
    }

    [Fact]
    public void Variance_is_split_into_parameters_and_seeds_where_draws_repeat()
    {
        // Ten draws of twenty runs: the gain of a draw varies by 0.02, that of a run within by 0.01.
        double[] byDraw = SampleScenarios.Around(0.1, 0.02, 10, 1);
        double[] noise = SampleScenarios.Around(0, 0.01, 200, 2);
        double[] nothing = SampleScenarios.Around(0.3, 0.05, 200, 3);
        double[] gain = [.. noise.Select((value, run) => byDraw[run / 20] + value)];
        ComparedScenarios scenarios = SampleScenarios.Compare(SampleScenarios.Of("P18", nothing, 0), SampleScenarios.Of("P02", nothing.Plus(gain), 100));
        PolicyEffect plain = Compare(scenarios).Effects[0];
        PolicyEffect split = Compare(scenarios with { ParameterDraws = [.. Enumerable.Range(0, 200).Select(run => run / 20)] }).Effects[0];

        split.ParameterShare.ShouldBe(0.8, tolerance: 0.12);
        plain.ParameterShare.ShouldBe(double.NaN);
        split.Gain.ShouldBe(plain.Gain);
        double[] means = [.. Enumerable.Range(0, 10).Select(draw => gain[(draw * 20)..((draw + 1) * 20)].Average())];
        double center = means.Average();
        split.StandardError.ShouldBe(Math.Sqrt(means.Sum(mean => (mean - center) * (mean - center)) / 9 / 10), tolerance: 1e-12);
        split.StandardError.ShouldBeGreaterThan(2 * plain.StandardError);
    }

    [Fact]
    public void A_draw_for_each_run_or_one_draw_in_all_gives_the_interval_over_runs() => Runs.Sample(runs =>
    {
        ComparedScenarios scenarios = Scenarios(runs.Baseline, runs.Gain, runs.Cost);
        PolicyEffect plain = Compare(scenarios).Effects[0];
        int count = runs.Baseline.Length;
        return Enumerable.Range(0, 2).All(same => Compare(scenarios with { ParameterDraws = [.. Enumerable.Range(0, count).Select(run => same * run)] })
            .Effects[0] == plain);
    });

    [Fact]
    public void The_interval_holds_the_true_gain_in_about_95_of_100_studies()
    {
        int held = 0;
        for (ulong study = 0; study < 400; study++)
        {
            double[] nothing = SampleScenarios.Around(0.3, 0.1, 25, 1000 + study);
            PolicyEffect effect = Estimate(nothing, SampleScenarios.Around(0.02, 0.03, 25, 5000 + study), 1);
            held += effect.Low <= 0.02 && effect.High >= 0.02 ? 1 : 0;
        }

        held.ShouldBeInRange(366, 394); // 380 and 3 standard errors of 4.4
    }

    [Fact]
    public void Limits_for_all_policies_together_and_what_pairing_saves_are_those_of_the_paired_comparison()
    {
        double[] nothing = SampleScenarios.Around(0.3, 0.1, 40, 1);
        ComparedScenarios scenarios = SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            SampleScenarios.Of("one", nothing.Plus(SampleScenarios.Around(0.05, 0.02, 40, 2)), 1),
            SampleScenarios.Of("two", nothing.Plus(SampleScenarios.Around(0.03, 0.02, 40, 3)), 1));
        IReadOnlyList<PolicyEffect> effects = Compare(scenarios).Effects;
        IReadOnlyList<PairedDifference> paired = PairedComparison.Estimate(
            new OptionOutcomes(["P18", "one", "two"], [.. Enumerable.Range(0, 40).Select(run => $"run {run}")], [.. new[] { "P18", "one", "two" }.Select(id => scenarios.Find(id).Values("capability_mean"))]),
            new PairedComparisonOptions { Baseline = "P18", Resamples = 0 }, cancellationToken: TestContext.Current.CancellationToken).Differences;

        foreach ((PolicyEffect effect, PairedDifference pair) in effects.Zip(paired))
        {
            (effect.Scenario, effect.SimultaneousLow, effect.AdjustedPValue, effect.VarianceRatio).ShouldBe((pair.Option, pair.Simultaneous.Low, pair.AdjustedPValue, pair.VarianceRatio));
            effect.Low.ShouldBe(pair.Interval.Low, tolerance: 1e-12);
            effect.High.ShouldBe(pair.Interval.High, tolerance: 1e-12);
            effect.VarianceRatio.ShouldBeLessThan(0.1);
            effect.SimultaneousLow.ShouldBeLessThan(effect.Low);
        }
    }

    [Fact]
    public void Few_replicates_and_fixed_parameters_are_said() => Compare(Scenarios([0.3, 0.4, 0.3], [0.1, 0.11, 0.1], 10))
        .Notes.Select(note => note.Code).ShouldBe(["few-replicates", "fixed-parameters"], ignoreOrder: true);

    [Fact]
    public void Runs_that_cannot_be_compared_are_refused()
    {
        ScenarioOutcomes nothing = SampleScenarios.Of("P18", [0.3, 0.4], 0);
        void Refused(ComparedScenarios scenarios, string message) =>
            Should.Throw<ArgumentException>(() => Compare(scenarios)).Message.ShouldContain(message);

        Refused(SampleScenarios.Compare(nothing), "must hold at least one policy; it was empty");
        Refused(SampleScenarios.Compare(SampleScenarios.Of("P18", [0.3], 0), SampleScenarios.Of("P02", [0.3], 0)), "must have at least 2 replicates; it had 1");
        Refused(SampleScenarios.Compare(nothing, SampleScenarios.Of("P02", [0.3], 0)), "must have the replicates of the baseline (2); P02 had 1");
        Refused(SampleScenarios.Compare(nothing, SampleScenarios.Of("P18", [0.3, 0.4], 0)), "P18 came twice");
        Refused(SampleScenarios.Compare(nothing, SampleScenarios.Of("P02", [0.3, double.NaN], 0)), "P02 capability_mean must be finite; value 2 was NaN");
        Refused(SampleScenarios.Compare(SampleScenarios.Of("P18", [0.3, 0.4], 0, spread: 0), SampleScenarios.Of("P02", [0.3, 0.4], 0)), "must hold several firms that differ");
        Refused(SampleScenarios.Compare(SampleScenarios.Of("P18", [0.3, 0.4], 0, firms: 1, spread: double.NaN), SampleScenarios.Of("P02", [0.3, 0.4], 0)), "must hold several firms that differ");
        Refused(SampleScenarios.Compare(nothing, nothing with { Scenario = "P02", Outcomes = ["a", "b", "c", "d"] }), "P02 has no outcome");
        Refused(SampleScenarios.Compare(nothing, SampleScenarios.Of("P02", [0.3, 0.4], 0)) with { ParameterDraws = [1] }, "must name a draw for each of 2 replicates; it had 1");
        Refused(
            SampleScenarios.Compare(nothing, SampleScenarios.Of("P02", [0.3, 0.4], 0)) with { ParameterDraws = [0, 5], Parameters = new Dictionary<string, IReadOnlyList<double>> { ["beta"] = [0.4] } },
            "beta has 1 and the draws go up to 5");
        Should.Throw<ArgumentException>(() => CostPerGain.Of(-1, 60, 0.1, 0.1));
        Should.Throw<ArgumentException>(() => CostPerGain.Of(1, 60, 0.1, 0));
    }

    private static bool Same(double left, double right) => left.Equals(right);

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-7 * Math.Abs(right);

    private static ComparedScenarios Scenarios(double[] baseline, double[] gain, double cost) =>
        SampleScenarios.Compare(SampleScenarios.Of("P18", baseline, 0), SampleScenarios.Of("P02", baseline.Plus(gain), cost));

    private static PolicyEffect Estimate(double[] baseline, double[] gain, double cost) => Compare(Scenarios(baseline, gain, cost)).Effects[0];

    private static PolicyComparisonResult Compare(ComparedScenarios scenarios) =>
        PolicyComparison.Estimate(scenarios, cancellationToken: TestContext.Current.CancellationToken);
}
