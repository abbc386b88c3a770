using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class PersonFitTests
{
    [Fact]
    public void Lz_of_two_items_is_worked_out_by_hand()
    {
        // P = 0.8 and 0.5: the second item says nothing. Logits ln 4 and 0: lz = ±(x − 0.8) ln 4 / √(0.16 ln² 4).
        ItemParameters items = FitSamples.Parameters([1, 1], [[0], [Math.Log(4)]]);
        PersonFitResult result = Estimate(Input(items, [[1, 1], [0, 1]]) with { Scores = [Math.Log(4), Math.Log(4)] });

        result.Lz[0].ShouldBe(0.5, tolerance: 1e-12);
        result.Lz[1].ShouldBe(-2, tolerance: 1e-12);
        result.Outfit[0].ShouldBe((0.25 + 1) / 2, tolerance: 1e-12);
        result.Infit[1].ShouldBe((0.64 + 0.25) / (0.16 + 0.25), tolerance: 1e-12);
    }

    [Fact]
    public void The_corrected_statistic_of_binary_items_is_that_of_Snijders() => FitSamples.Binary.Where(Differ).Sample(items =>
    {
        const double Theta = 0.3;
        int[][] patterns = [.. FitSamples.Patterns(items)];
        PersonFitResult result = Estimate(Input(items, patterns) with { Scores = [.. patterns.Select(_ => Theta)] });
        return Bits.Close(result.CorrectedLz, [.. patterns.Select(pattern => Snijders(items, pattern, Theta))], relative: 1e-8);
    });

    [Theory]
    [InlineData(ItemModel.Graded)]
    [InlineData(ItemModel.GeneralisedPartialCredit)]
    public void Over_all_patterns_the_statistics_have_the_moments_that_they_claim(ItemModel model) => FitSamples.Graded.Sample(
        items =>
        {
            const double Theta = -0.4;
            int[][] patterns = [.. FitSamples.Patterns(items)];
            double[] chances = [.. patterns.Select(pattern => FitSamples.Chance(model, items, pattern, Theta))];
            PersonFitResult result = Estimate(Input(items, patterns) with { Scores = [.. patterns.Select(_ => Theta)] }, model);
            double Mean(Func<int, double> value) => chances.Select((chance, row) => chance * value(row)).Sum();
            return Bits.Close(
                [Mean(row => result.Lz[row]), Mean(row => result.Lz[row] * result.Lz[row]),
                    Mean(row => result.CorrectedLz[row]), Mean(row => result.CorrectedLz[row] * result.CorrectedLz[row]),
                    Mean(row => result.Outfit[row]), Mean(row => result.Infit[row])],
                [0, 1, 0, 1, 1, 1], relative: 1e-8);
        },
        iter: 30);

    [Fact]
    public void Guttman_errors_are_pairs_against_popularity()
    {
        // Popularity 4/5, 3/5, 2/5, 1/5. Passing only the least popular item makes three errors.
        ItemParameters items = FitSamples.Parameters([1, 1, 1, 1], [[-1], [0], [0.5], [1]]);
        PersonFitResult result = Estimate(Input(items, [[1, 1, 1, 0], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]]));

        result.GuttmanErrors.ShouldBe([0, 0, 0, 0, 3]);
        result.NormedGuttmanErrors.ShouldBe([0, 0, 0, 0, 1]);
    }

    [Fact]
    public void Guttman_errors_are_counted_over_steps_without_ties_or_gaps() => FitSamples.Graded.Sample(
        items =>
        {
            ItemResponses responses = FitSamples.Draw(ItemModel.Graded, items, 30, 3);
            responses.Answers[1][4] = double.NaN;
            return Bits.Close(
                Estimate(new FittedResponses(responses, items), ItemModel.Graded).GuttmanErrors,
                [.. Enumerable.Range(0, 30).Select(row => Errors(responses, row))], relative: 0);
        },
        iter: 30);

    [Fact]
    public void Answers_at_random_are_flagged_far_more_often_than_answers_of_the_model()
    {
        ItemParameters items = FitSamples.Parameters(
            [.. Enumerable.Range(0, 30).Select(_ => 1.3)], [.. Enumerable.Range(0, 30).Select(item => new[] { -2 + (4.0 * item / 29) })]);
        ItemParameters none = items with { Slopes = [.. items.Slopes.Select(_ => 1e-6)], Thresholds = [.. items.Thresholds.Select(_ => new[] { 0.0 })] };
        PersonFitResult honest = Estimate(new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, items, 1000, 21), items));
        PersonFitResult random = Estimate(new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, none, 200, 22), items));

        honest.Flagged.Count(flagged => flagged).ShouldBeInRange(20, 80); // 5% of 1000 expected
        random.Flagged.Count(flagged => flagged).ShouldBeGreaterThan(160);
        Spread(honest.CorrectedLz).ShouldBe(1, tolerance: 0.1);
        Spread(honest.Lz).ShouldBeLessThan(Spread(honest.CorrectedLz)); // the reason for the correction
    }

    [Fact]
    public void Empty_and_extreme_respondents_are_defined_and_counted()
    {
        ItemParameters items = FitSamples.Parameters([1, 1.4, 0.8], [[-1], [0], [1]]);
        ItemResponses responses = new(
            ["i1", "i2", "i3"], [[double.NaN, 1, 0, 1], [double.NaN, 1, 0, double.NaN], [double.NaN, 1, 0, 0]]);
        PersonFitResult result = Estimate(new FittedResponses(responses, items));

        result.Scores[0].ShouldBe(double.NaN);
        result.Lz[0].ShouldBe(double.NaN);
        result.GuttmanErrors[0].ShouldBe(double.NaN);
        result.Flagged[0].ShouldBeFalse();
        result.Lz[1].ShouldBeGreaterThan(0);
        result.GuttmanErrors[1].ShouldBe(0);
        result.NormedGuttmanErrors[1].ShouldBe(double.NaN);
        double.IsFinite(result.CorrectedLz[3]).ShouldBeTrue();
        result.Notes.Select(note => note.Text[..7]).ShouldBe(["1 of 4 ", "2 of 4 "]);
    }

    [Fact]
    public void A_score_without_end_is_no_score()
    {
        ItemParameters items = FitSamples.Parameters([1, 1.4], [[-1], [0]]);
        PersonFitResult result = Estimate(Input(items, [[1, 1], [1, 0]]) with { Scores = [double.PositiveInfinity, 0] });

        result.Lz[0].ShouldBe(double.NaN);
        double.IsFinite(result.Lz[1]).ShouldBeTrue();
        result.Notes.ShouldContain(note => note.Code == "no-score");
    }

    [Fact]
    public void Items_that_the_score_explains_wholly_leave_nothing_to_correct()
    {
        PersonFitResult result = Estimate(Input(FitSamples.Parameters([1, 1, 1], [[0], [0], [0]]), [[1, 0, 0], [1, 1, 0]]));

        result.CorrectedLz.ShouldAllBe(value => double.IsNaN(value));
        result.Flagged.ShouldAllBe(flagged => !flagged);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        ItemParameters items = FitSamples.Parameters([1, 1.5, 0.8, 1.2], [[-1], [0], [0.5], [1]]);
        FittedResponses input = new(FitSamples.Draw(ItemModel.TwoParameter, items, 300, 1), items);
        PersonFitResult[] runs = [.. new[] { 1, 6 }.Select(workers => PersonFit.Estimate(
            input, new() { Model = ItemModel.TwoParameter }, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken))];

        Bits.Same(runs[0].CorrectedLz, runs[1].CorrectedLz).ShouldBeTrue();
        Bits.Same(runs[0].Scores, runs[1].Scores).ShouldBeTrue();
    }

    [Fact]
    public void Wrong_calls_are_refused_with_what_came()
    {
        ItemParameters items = FitSamples.Parameters([1, 1], [[0], [0]]);

        Should.Throw<ArgumentException>(() => Estimate(Input(items, [[0, 3]]))).Message.ShouldContain("row 1 was 3");
        Should.Throw<ArgumentException>(() => Estimate(Input(items, [[0, 1]]) with { Scores = [1, 2] })).Message.ShouldContain("it had 2");
        Should.Throw<ArgumentException>(() => new PersonFitOptions { Model = ItemModel.Graded, Significance = 1 }).Message.ShouldContain("significance", Case.Insensitive);
    }

    // Of items with one threshold the score takes up all that patterns can differ in.
    private static bool Differ(ItemParameters items) => items.Thresholds.Max(steps => steps[0]) - items.Thresholds.Min(steps => steps[0]) > 0.3;

    private static FittedResponses Input(ItemParameters items, int[][] rows) => new(FitSamples.Responses(rows), items);

    private static PersonFitResult Estimate(FittedResponses input, ItemModel model = ItemModel.TwoParameter) =>
        PersonFit.Estimate(input, new() { Model = model }, cancellationToken: TestContext.Current.CancellationToken);

    private static double Spread(IReadOnlyList<double> values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        return Math.Sqrt(known.Sum(value => (value - known.Average()) * (value - known.Average())) / known.Length);
    }

    // In the form of the paper: weights w, r of the maximum-likelihood score, r0 such that the score solves its equation.
    private static double Snijders(ItemParameters items, int[] pattern, double theta)
    {
        double[] p = [.. pattern.Select((_, item) => FitSamples.Probabilities(ItemModel.TwoParameter, items, item, theta)[1])];
        double[] w = [.. p.Select(chance => Math.Log(chance / (1 - chance)))];
        double[] slope = [.. p.Select((chance, item) => items.Slopes[item] * chance * (1 - chance))];
        double[] r = [.. p.Select((chance, item) => slope[item] / (chance * (1 - chance)))];
        double c = slope.Zip(w, (a, b) => a * b).Sum() / slope.Zip(r, (a, b) => a * b).Sum();
        double r0 = -pattern.Select((x, item) => (x - p[item]) * r[item]).Sum();
        double sum = pattern.Select((x, item) => (x - p[item]) * w[item]).Sum() + (c * r0);
        return sum / Math.Sqrt(p.Select((chance, item) => (w[item] - (c * r[item])) * (w[item] - (c * r[item])) * chance * (1 - chance)).Sum());
    }

    private static double Errors(ItemResponses responses, int respondent)
    {
        (double Popularity, bool Pass)[] steps = [.. responses.Answers.SelectMany(answers => new[] { 1, 2 }.Select(
            step => (answers.Count(answer => answer >= step) / (double)answers.Count(answer => !double.IsNaN(answer)), answers[respondent], step)))
            .Where(step => !double.IsNaN(step.Item2)).Select(step => (step.Item1, step.Item2 >= step.step))];
        return steps.Sum(easy => steps.Count(hard => easy.Popularity > hard.Popularity && !easy.Pass && hard.Pass));
    }
}
