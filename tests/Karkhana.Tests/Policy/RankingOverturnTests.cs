using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class RankingOverturnTests
{
    private const int Draws = 40;

    private static readonly Dictionary<LearningRegime, double> Mix = new() { [LearningRegime.Interior] = 1 };

    [Fact]
    public void Draws_below_the_break_even_are_counted_and_boxed()
    {
        ComparedScenarios scenarios = Scenarios(parameter => parameter - 0.2);
        OverturnSearch search = Search(scenarios)[0];

        (search.First, search.Against, search.Draws).ShouldBe(("one", "P18", Draws));
        search.Overturned.ShouldBe(Enumerable.Range(0, Draws).Count(draw => Value(draw) <= 0.2));
        BoxLimit limit = search.Box!.Limits.Where(one => one.Restricted).MaxBy(one => one.RestrictedShare)!; // noise can be boxed too, in few samples
        limit.Input.ShouldBe("strength");
        limit.High.ShouldBeLessThan(0.3);
        search.Box.Density.Estimate.ShouldBeGreaterThan(0.8);
        search.TreeParameters.ShouldBe(["strength"]);
        search.BoxParameters.ShouldBe(["strength"]); // ranges of noise have a quasi-p above 5 %
        search.Rules[0].ShouldSatisfyAllConditions(
            rule => rule.Text.ShouldStartWith("strength < 0.2"), rule => rule.IsOverturned.ShouldBeTrue(), rule => rule.Draws.ShouldBe(search.Overturned));
        search.Rules.Sum(rule => rule.Draws).ShouldBe(Draws);
        search.Overlap.ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void A_tree_without_a_split_says_that_no_parameter_parts_the_draws()
    {
        // Overturned by turns, which no threshold on a parameter tells.
        double[] gains = [.. Enumerable.Range(0, Draws).Select(draw => draw % 3 == 0 ? -0.1 : 0.4)];
        OverturnSearch search = Search(Scenarios(gains))[0];

        search.Tree.ShouldNotBeNull();
        search.TreeParameters.ShouldBeEmpty();
        search.Rules.ShouldHaveSingleItem().ShouldBe(new OverturnRule("all", Draws, gains.Count(gain => gain < 0) / (double)Draws));
    }

    [Fact]
    public void The_second_policy_is_searched_by_the_margin_of_the_order()
    {
        ComparedScenarios scenarios = Scenarios(parameter => parameter + 0.1, parameter => 0.6 - (0.1 * parameter));
        OverturnSearch search = Search(scenarios)[1];

        (search.First, search.Against).ShouldBe(("one", "two"));
        search.Overturned.ShouldBe(Enumerable.Range(0, Draws).Count(draw => Value(draw) + 0.1 <= 0.6 - (0.1 * Value(draw))));
    }

    [Fact]
    public void Nothing_is_searched_where_no_draw_or_every_draw_is_overturned_or_parameters_are_fixed()
    {
        Search(Scenarios(parameter => parameter + 1))[0].ShouldSatisfyAllConditions(
            search => search.Overturned.ShouldBe(0), search => search.Box.ShouldBeNull(), search => search.Tree.ShouldBeNull(),
            search => search.Rules.ShouldBeEmpty(), search => search.Overlap.ShouldBe(double.NaN));
        Search(Scenarios(_ => -1.0)).ShouldBeEmpty(); // no gain that could be overturned
        Search(Scenarios(parameter => parameter) with { ParameterDraws = [], Parameters = new Dictionary<string, IReadOnlyList<double>>() }).ShouldBeEmpty();
    }

    [Fact]
    public void The_gain_goes_with_the_parameter_that_makes_it()
    {
        ComparedScenarios scenarios = Scenarios(parameter => parameter);
        RegressionSensitivityResult found = PolicySensitivity.Estimate(scenarios, "one", null, null, TestContext.Current.CancellationToken)!;

        found.Variables.ShouldBe(["noise", "strength"]); // that which does not vary is left out
        found.Estimates[1].ShouldBe(1, 1e-12);
        found.ConfLow[1].ShouldBeGreaterThan(0.9);
        Math.Abs(found.Estimates[0]).ShouldBeLessThan(0.6);
        PolicySensitivity.Estimate(scenarios with { ParameterDraws = [.. Enumerable.Range(0, Draws).Select(run => run % 3)] }, "one", null, null, TestContext.Current.CancellationToken).ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_of_replicates_changes_nothing(int runsPerDraw)
    {
        ComparedScenarios scenarios = Scenarios(parameter => parameter - 0.2);
        int[] rows = [.. Enumerable.Range(0, Draws * runsPerDraw)];
        ComparedScenarios forward = Taken(scenarios, [.. rows.Select(row => row % Draws)]);
        ComparedScenarios backward = Taken(scenarios, [.. rows.Reverse().Select(row => row % Draws)]);

        RegressionSensitivityResult expected = PolicySensitivity.Estimate(forward, "one", null, null, TestContext.Current.CancellationToken)!;
        PolicySensitivity.Estimate(backward, "one", null, null, TestContext.Current.CancellationToken)!.Estimates
            .Zip(expected.Estimates).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
        expected.Estimates[1].ShouldBe(1, 1e-12);
        Search(backward)[0].Box!.Density.Estimate.ShouldBe(Search(forward)[0].Box!.Density.Estimate, 0.05); // bootstrap samples differ, cases do not
    }

    private static ComparedScenarios Taken(ComparedScenarios scenarios, int[] rows)
    {
        ScenarioOutcomes Of(ScenarioOutcomes one) =>
            new(one.Scenario, one.Outcomes, new ReplicateRows(one.Outcomes.Count, [.. rows.SelectMany(row => one.Rows.Row(row).ToArray())]));
        return scenarios with { Baseline = Of(scenarios.Baseline), Policies = [.. scenarios.Policies.Select(Of)], ParameterDraws = rows };
    }

    private static IReadOnlyList<OverturnSearch> Search(ComparedScenarios scenarios)
    {
        PolicyComparisonResult comparison = PolicyComparison.Estimate(scenarios, null, TestContext.Current.CancellationToken);
        return RankingOverturn.Estimate(
            scenarios, PolicyRanking.Estimate(scenarios, comparison, Mix), null, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
    }

    private static double Value(int draw) => (draw * 7 % Draws) / (double)Draws;

    private static ComparedScenarios Scenarios(params Func<double, double>[] gains) => Scenarios([.. gains.Select(
        gain => (double[])[.. Enumerable.Range(0, Draws).Select(draw => gain(Value(draw)))])]);

    private static ComparedScenarios Scenarios(params double[][] gains)
    {
        double[] nothing = SampleScenarios.Around(0.3, 0.05, Draws, 1);
        string[] names = ["one", "two"];
        return SampleScenarios.Compare(
            SampleScenarios.Of("P18", nothing, 0),
            [.. gains.Select((gain, place) => SampleScenarios.Of(
                names[place], [.. nothing.Select((level, draw) => level + gain[draw])], 100))]) with
        {
            ParameterDraws = [.. Enumerable.Range(0, Draws)],
            Parameters = new Dictionary<string, IReadOnlyList<double>>
            {
                ["strength"] = [.. Enumerable.Range(0, Draws).Select(Value)],
                ["noise"] = SampleScenarios.Around(0.5, 0.1, Draws, 9),
                ["fixed"] = [.. Enumerable.Repeat(1.0, Draws)],
            },
        };
    }
}
