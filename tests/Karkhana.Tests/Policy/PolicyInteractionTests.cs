using System.Numerics;
using CsCheck;
using Karkhana.Core.Policies;
using Karkhana.Methods;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class PolicyInteractionTests
{
    private static readonly string[] Four = ["A", "B", "C", "D"];

    private static readonly Gen<double[][]> Outcomes = Gen.Int[2, 12].SelectMany(runs => Gen.Double[-1, 1].Array[runs].Array[16]);

    [Fact]
    public void A_pair_is_its_gain_together_less_the_two_gains_alone()
    {
        // Run by run: nothing, A, B, both; 0.6 − 0.2 − 0.1 = 0.3 and 0.5 − 0.3 − 0.1 = 0.1 and 0.4 − 0.1 − 0.1 = 0.2.
        PolicyInteraction found = Estimate(Sets(["A", "B"], [[1, 2, 3], [1.2, 2.3, 3.1], [1.1, 2.1, 3.1], [1.6, 2.5, 3.4]]), ["A", "B"]).Effects.ShouldHaveSingleItem();

        found.Id.ShouldBe("A+B");
        found.Together.ShouldBe(0.5, tolerance: 1e-12);
        found.SumOfGains.ShouldBe(0.3, tolerance: 1e-12);
        found.Estimate.ShouldBe(0.2, tolerance: 1e-12);
        found.StandardError.ShouldBe(0.1 / Math.Sqrt(3), tolerance: 1e-12);
        found.Low.ShouldBe(0.2 - (StudentT.Quantile(0.975, 2) * 0.1 / Math.Sqrt(3)), tolerance: 1e-9);
        found.SimultaneousLow.ShouldBe(found.Low); // a single effect
        (found.RunsAbove.Count, found.RunsAbove.Runs).ShouldBe((3, 3));
        (found.Verdict, found.InWords, found.IsToldTogether).ShouldBe((InteractionVerdict.CannotTell, "we cannot tell", false));
    }

    [Fact]
    public void Runs_of_one_draw_hang_together()
    {
        // Interactions 1, 2 in draw 0 and 5, 6 in draw 1: sums of deviations from 3.5 are ∓4, so that the variance of the mean is 2 (16 + 16) / 16.
        ComparedScenarios sets = Sets(["A", "B"], [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [1, 2, 5, 6]]) with { ParameterDraws = [0, 0, 1, 1] };
        PolicyInteraction found = Estimate(sets, ["A", "B"]).Effects[0];

        found.Estimate.ShouldBe(3.5);
        found.StandardError.ShouldBe(2, tolerance: 1e-12);
        found.High.ShouldBe(3.5 + (2 * StudentT.Quantile(0.975, 1)), tolerance: 1e-6);
    }

    [Fact]
    public void What_is_above_or_below_zero_in_the_interval_is_said_in_words()
    {
        string Word(params double[] both) => Estimate(Sets(["A", "B"], [[0, 0, 0], [1, 1, 1], [1, 1, 1], both]), ["A", "B"]).Effects[0].InWords;

        Word(3, 3.1, 3.2).ShouldBe("more than the sum");
        Word(1, 1.1, 1.2).ShouldBe("less than the sum");
        Word(1, 2, 3).ShouldBe("we cannot tell");
        Word(2, 2, 2).ShouldBe("exactly the sum");
        Word(3, 3, 3).ShouldBe("more than the sum"); // the same in every run: an interval without width
    }

    [Fact]
    public void Every_contrast_is_the_signed_sum_over_the_sets() => Outcomes.Sample(bySet =>
    {
        PolicyInteractionsResult found = Estimate(Sets(Four, bySet), Four, CombinationDesign.Factorial);

        found.Effects.Count.ShouldBe(15);
        found.Effects.Select(effect => effect.Order).ShouldBe([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4]);
        foreach (PolicyInteraction effect in found.Effects)
        {
            int of = effect.Policies.Sum(policy => 1 << Array.IndexOf(Four, policy));
            double sum = 0;
            for (int set = 0; set < 16; set++)
            {
                sum += (BitOperations.PopCount((uint)(of & ~set)) % 2 == 0 ? 1 : -1) * bySet[set].Average();
            }

            effect.Estimate.ShouldBe(sum / (1 << (4 - effect.Order)), tolerance: 1e-12);
        }
    }, iter: 100);

    [Fact]
    public void The_order_in_which_policies_are_named_changes_no_effect() => Outcomes.Sample(bySet =>
    {
        ComparedScenarios sets = Sets(Four, bySet);
        string[] turned = ["C", "A", "D", "B"];
        ScenarioOutcomes Renamed(int set)
        {
            string[] own = [.. Four.Where((_, place) => (set & (1 << place)) != 0)];
            ScenarioOutcomes runs = sets.Find(own.Length == 0 ? "P18" : PolicyCombinations.IdOf(own));
            return own.Length == 0 ? runs : runs with { Scenario = PolicyCombinations.IdOf(turned.Where(own.Contains)) };
        }

        ComparedScenarios other = SampleScenarios.Compare(Renamed(0), [.. Enumerable.Range(1, 15).Select(Renamed)]);
        Dictionary<string, double> first = Estimate(sets, Four, CombinationDesign.Factorial).Effects.ToDictionary(Sorted, effect => effect.Estimate);
        foreach (PolicyInteraction effect in Estimate(other, turned, CombinationDesign.Factorial).Effects)
        {
            effect.Estimate.ShouldBe(first[Sorted(effect)], tolerance: 1e-12);
        }

        static string Sorted(PolicyInteraction effect) => PolicyCombinations.IdOf(effect.Policies.Order(StringComparer.Ordinal));
    }, iter: 50);

    [Fact]
    public void A_policy_that_changes_nothing_has_effects_of_exactly_zero() => Outcomes.Sample(bySet =>
    {
        double[][] idle = [.. bySet.Select((_, set) => bySet[set & ~4])]; // C
        foreach (PolicyInteraction effect in Estimate(Sets(Four, idle), Four, CombinationDesign.Factorial).Effects.Where(effect => effect.Policies.Contains("C")))
        {
            (effect.Estimate, effect.Low, effect.High, effect.SimultaneousLow, effect.Verdict).ShouldBe((0, 0, 0, 0, InteractionVerdict.ExactlyZero));
        }
    }, iter: 50);

    [Fact]
    public void Gains_that_add_up_leave_no_remainder_of_rounding()
    {
        // 0.3 − 0.2 − 0.1 is −2.8e-17 in numbers of a computer, the same in every run.
        PolicyInteraction same = Estimate(Sets(["A", "B"], [[0, 0, 0], [0.1, 0.1, 0.1], [0.2, 0.2, 0.2], [0.3, 0.3, 0.3]]), ["A", "B"]).Effects[0];
        (same.Estimate, same.Verdict).ShouldBe((0, InteractionVerdict.ExactlyZero));

        double[][] added = [.. Enumerable.Range(0, 16).Select(set => Enumerable.Range(0, 6).Select(
            run => 0.37 + (0.01 * run) + Enumerable.Range(0, 4).Sum(place => (set & (1 << place)) == 0 ? 0 : 0.1 * (place + 1) / (run + 3))).ToArray())];
        Estimate(Sets(Four, added), Four, CombinationDesign.Factorial).Effects.Where(effect => effect.Order > 1)
            .ShouldAllBe(effect => effect.Verdict == InteractionVerdict.ExactlyZero && effect.RunsAbove.Count == 0);

        // A billionth of the outcome is no rounding.
        Estimate(Sets(["A", "B"], [[0, 0, 0], [0.1, 0.1, 0.1], [0.2, 0.2, 0.2], [0.3 + 1e-9, 0.3 + 1e-9, 0.3 + 1e-9]]), ["A", "B"]).Effects[0].Verdict.ShouldBe(InteractionVerdict.Above);
    }

    [Fact]
    public void Limits_for_all_pairs_are_wider_and_notes_say_what_intervals_do_not()
    {
        double[][] bySet = [.. Enumerable.Range(0, 8).Select(set => SampleScenarios.Around(set * 0.1, 0.05, 20, (ulong)(set + 1)))];
        PolicyInteractionsResult found = Estimate(Sets(["A", "B", "C"], bySet), ["A", "B", "C"]);

        found.Effects.Select(effect => effect.Id).ShouldBe(["A+B", "A+C", "B+C"]);
        found.Effects.ShouldAllBe(effect => effect.SimultaneousLow < effect.Low && effect.SimultaneousHigh > effect.High);
        found.Effects.ShouldAllBe(effect => Math.Abs(effect.SimultaneousHigh - effect.Estimate - (effect.StandardError * StudentT.Quantile(1 - (0.025 / 3), 19))) < 1e-9);
        found.Notes.Select(note => note.Code).ShouldBe(["no-proof-of-sums", "several-effects"]);
        found.Notes[1].Text.ShouldContain("intervals of 95 % would miss 0.15 on average");
        found.ToTable().Texts("policy").ShouldBe(["A+B", "A+C", "B+C"]);
        Estimate(Sets(["A", "B"], [[1, 2], [1, 2], [3, 4], [3, 4]]), ["A", "B"]).Notes[^1].Text.ShouldContain("0 in every run, but for rounding: A+B");
    }

    [Fact]
    public void Sets_of_a_design_are_listed_with_doing_nothing_first()
    {
        PolicyCombinations.Of(Priced("A", "B", "C"), CombinationDesign.Pairs).Select(set => set.Id).ShouldBe(["P18", "A", "B", "C", "A+B", "A+C", "B+C"]);
        IReadOnlyList<PolicyPortfolio> all = PolicyCombinations.Of(Priced(Four), CombinationDesign.Factorial);
        all.Count.ShouldBe(16);
        (all[0].Id, all[^1].Id, all[^1].Cost).ShouldBe(("P18", "A+B+C+D", 40));
    }

    [Fact]
    public void Wrong_numbers_doubled_ids_and_missing_runs_are_refused()
    {
        void Refused(Action action, string message) => Should.Throw<ArgumentException>(action).Message.ShouldContain(message);
        ComparedScenarios pair = Sets(["A", "B"], [[1, 2], [1, 3], [3, 4], [3, 4]]);

        Refused(() => PolicyCombinations.Of(Priced("A"), CombinationDesign.Pairs), "policies must name at least two levers; it named 1.");
        Refused(() => PolicyCombinations.Of(Priced("A", "B", "C"), CombinationDesign.Factorial), "policies must name exactly four levers; it named 3.");
        Refused(() => PolicyCombinations.Of(Priced("A", "B", "C", "D", "E"), CombinationDesign.Factorial), "policies must name exactly four levers; it named 5.");
        Refused(() => PolicyCombinations.Of(Priced("A", "A"), CombinationDesign.Pairs), "policies must name each lever once; A came twice.");
        Refused(
            () => PolicyCombinations.Of([.. Priced("A"), new PricedPolicy(new Intervention { Id = "P18", Title = "Nothing" }, 0)], CombinationDesign.Pairs), "P18 is doing nothing");
        Refused(() => Estimate(pair, ["A", "C"]), "must be one of A, B, A+B, P18; it was C");
        Refused(() => Estimate(pair, ["A"]), "policies must name at least two levers; it named 1.");
        Refused(() => Estimate(Sets(["A", "B"], [[1, 2], [1, 3], [3, double.NaN], [3, 4]]), ["A", "B"]), "B capability_mean must be finite");
        Refused(() => _ = new PolicyInteractionsOptions { Level = 1 }, "Level must lie in [0.5");
    }

    private static PolicyInteractionsResult Estimate(ComparedScenarios sets, string[] policies, CombinationDesign design = CombinationDesign.Pairs) =>
        PolicyInteractions.Estimate(sets, policies, new PolicyInteractionsOptions { Design = design }, TestContext.Current.CancellationToken);

    // The outcome by set, the place of each policy being a bit, and run.
    private static ComparedScenarios Sets(string[] policies, double[][] bySet) => SampleScenarios.Compare(
        SampleScenarios.Of("P18", bySet[0], 0),
        [.. Enumerable.Range(1, bySet.Length - 1).Select(set => SampleScenarios.Of(
            PolicyCombinations.IdOf(policies.Where((_, place) => (set & (1 << place)) != 0)), bySet[set], 1))]);

    private static PricedPolicy[] Priced(params string[] ids) => [.. ids.Select(id => new PricedPolicy(
        new Intervention { Id = id, Title = id, Doses = [new Dose(DoseTarget.Slack, 0.1, DoseScale.Log)] }, 10))];
}
