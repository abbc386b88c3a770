using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class LocalDependenceTests
{
    [Fact]
    public void Two_items_at_even_odds_are_worked_out_by_hand()
    {
        // At θ = b residuals are ±½: Q3 is the correlation of the answers. All cells are expected once.
        ItemParameters items = FitSamples.Parameters([1e-9, 1e-9], [[0], [0]]);
        LocalDependenceResult result = Estimate(
            new FittedResponses(FitSamples.Responses([[0, 0], [0, 1], [1, 1], [1, 1]]), items) with { Scores = [0, 0, 0, 0] });
        ItemPair pair = result.Pairs.ShouldHaveSingleItem();

        pair.Q3.ShouldBe(1 / Math.Sqrt(3), tolerance: 1e-12); // cross 1/2, squares 1 and 3/4
        pair.Statistic.ShouldBe(2, tolerance: 1e-12); // (1 − 1)² + (1 − 1)² + (0 − 1)² + (2 − 1)²
        pair.Degrees.ShouldBe(1);
        pair.StandardisedStatistic.ShouldBe(1 / Math.Sqrt(2), tolerance: 1e-12);
        result.Mean.ShouldBe(pair.Q3);
        pair.Adjusted.ShouldBe(0);
    }

    [Fact]
    public void Both_statistics_are_those_of_their_definitions() => FitSamples.Graded.Sample(
        items =>
        {
            ItemResponses responses = FitSamples.Draw(ItemModel.Graded, items, 60, 4);
            responses.Answers[0][3] = double.NaN;
            double[] scores = [.. Enumerable.Range(0, 60).Select(row => Math.Sin(row))];
            LocalDependenceResult result = Estimate(new FittedResponses(responses, items) { Scores = scores }, ItemModel.Graded);
            return result.Pairs.All(pair => Bits.Close([pair.Q3, pair.Statistic], Direct(items, responses, scores, pair), relative: 1e-9))
                && Bits.Close([result.Mean], [result.Pairs.Average(pair => pair.Q3)], relative: 1e-12)
                && Bits.Close([result.Greatest], [result.Pairs.Max(pair => pair.Q3) - result.Mean], relative: 1e-12);
        },
        iter: 30);

    [Fact]
    public void An_item_asked_twice_is_the_only_pair_flagged()
    {
        ItemParameters items = FitSamples.Parameters(
            [1.2, 1.1, 1.4, 1.0, 1.3, 0.9, 1.2, 1.2], [.. Enumerable.Range(0, 8).Select(item => new[] { -1 + (0.25 * item) })]);
        ItemResponses responses = FitSamples.Draw(ItemModel.TwoParameter, items, 600, 12);
        responses.Answers[6].CopyTo(responses.Answers[7], 0);
        LocalDependenceResult result = Estimate(new FittedResponses(responses, items));
        ItemPair flagged = result.Pairs.Where(pair => pair.Flagged).ShouldHaveSingleItem();

        (flagged.First, flagged.Second).ShouldBe(("i7", "i8"));
        flagged.StandardisedStatistic.ShouldBeGreaterThan(50);
        result.Greatest.ShouldBe(flagged.Adjusted);
        result.Mean.ShouldBeInRange(-0.2, 0);
    }

    [Fact]
    public void Independent_items_lie_near_minus_one_over_the_other_items()
    {
        ItemParameters items = FitSamples.Parameters(
            [.. Enumerable.Repeat(1.2, 8)], [.. Enumerable.Range(0, 8).Select(item => new[] { -1 + (0.25 * item) })]);
        LocalDependenceResult result = Estimate(new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, items, 3000, 13), items));

        result.Mean.ShouldBeInRange(-1.3 / 7, -0.4 / 7);
        result.Pairs.ShouldAllBe(pair => !pair.Flagged);
    }

    [Fact]
    public void The_chi_square_of_known_items_has_a_degree_of_freedom_for_each_free_cell()
    {
        // The table of two binary items has 3 free cells when nothing was estimated: (3 − 1)/√2 on average.
        ItemParameters items = FitSamples.Parameters([1.2, 0.8, 1.5], [[-0.5], [0.3], [0]]);
        double mean = Enumerable.Range(1, 200).Average(seed => Estimate(
            new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, items, 300, (ulong)seed), items)).Pairs.Average(pair => pair.StandardisedStatistic));

        mean.ShouldBe(2 / Math.Sqrt(2), tolerance: 0.35);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        ItemParameters items = FitSamples.Parameters([1, 1.5, 0.8, 1.2], [[-1], [0], [0.5], [1]]);
        FittedResponses input = new(FitSamples.Draw(ItemModel.TwoParameter, items, 200, 1), items);
        double[][] runs = [.. new[] { 1, 4 }.Select(workers => LocalDependence.Estimate(
            input, new() { Model = ItemModel.TwoParameter }, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken)
            .Pairs.Select(pair => pair.Q3).ToArray())];

        Bits.Same(runs[0], runs[1]).ShouldBeTrue();
    }

    [Fact]
    public void Pairs_without_common_respondents_have_no_correlation_and_are_counted()
    {
        ItemParameters items = FitSamples.Parameters([1, 1, 1], [[0], [0], [0]]);
        ItemResponses responses = new(["i1", "i2", "i3"], [[1, 0, 1, double.NaN, double.NaN], [double.NaN, double.NaN, double.NaN, 0, 1], [1, 0, 0, 1, 0]]);
        LocalDependenceResult result = Estimate(new FittedResponses(responses, items));

        result.Pairs[0].Q3.ShouldBe(double.NaN);
        result.Pairs[0].Statistic.ShouldBe(double.NaN);
        result.Pairs[0].Flagged.ShouldBeFalse();
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 pairs ");
        double.IsNaN(result.Mean).ShouldBeFalse();
    }

    [Fact]
    public void Wrong_calls_are_refused_with_what_came()
    {
        ItemParameters one = FitSamples.Parameters([1], [[0]]);

        Should.Throw<ArgumentException>(() => Estimate(new FittedResponses(FitSamples.Responses([[1], [0]]), one))).Message.ShouldContain("they held 1");
        Should.Throw<ArgumentException>(() => new LocalDependenceOptions { Model = ItemModel.Graded, CriticalValue = 3 }).Message.ShouldContain("[0, 2]");
    }

    private static LocalDependenceResult Estimate(FittedResponses input, ItemModel model = ItemModel.TwoParameter) =>
        LocalDependence.Estimate(input, new() { Model = model }, cancellationToken: TestContext.Current.CancellationToken);

    private static double[] Direct(ItemParameters items, ItemResponses responses, double[] scores, ItemPair pair)
    {
        (int first, int second) = (items.Items.ToList().IndexOf(pair.First), items.Items.ToList().IndexOf(pair.Second));
        int[] rows = [.. Enumerable.Range(0, scores.Length).Where(
            row => !double.IsNaN(responses.Answers[first][row]) && !double.IsNaN(responses.Answers[second][row]))];
        double[] Residuals(int item) => [.. rows.Select(row => responses.Answers[item][row]
            - FitSamples.Probabilities(ItemModel.Graded, items, item, scores[row]).Select((p, c) => c * p).Sum())];
        (double[] left, double[] right) = (Residuals(first), Residuals(second));
        double Cross(double[] a, double[] b) => a.Zip(b, (x, y) => (x - a.Average()) * (y - b.Average())).Sum();
        double statistic = 0;
        for (int cell = 0; cell < 9; cell++)
        {
            double expected = rows.Length * FitSamples.Grid().Sum(q => q.Weight
                * FitSamples.Probabilities(ItemModel.Graded, items, first, q.Node)[cell / 3]
                * FitSamples.Probabilities(ItemModel.Graded, items, second, q.Node)[cell % 3]);
            double observed = rows.Count(row => responses.Answers[first][row] == cell / 3 && responses.Answers[second][row] == cell % 3);
            statistic += (observed - expected) * (observed - expected) / expected;
        }

        return [Cross(left, right) / Math.Sqrt(Cross(left, left) * Cross(right, right)), statistic];
    }
}
