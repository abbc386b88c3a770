using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemFitTests
{
    [Fact]
    public void Answers_at_even_odds_have_mean_squares_of_one_that_nothing_can_move()
    {
        // At θ = b each residual is ±½ and each variance ¼.
        FittedResponses input = Input(FitSamples.Parameters([1, 2], [[0.5], [0.5]]), [[0, 1], [1, 1], [1, 0], [0, 0]]) with
        {
            Scores = [0.5, 0.5, 0.5, 0.5],
        };
        ItemFitResult result = Estimate(input);

        result.Infit.ShouldBe([1, 1]);
        result.Outfit.ShouldBe([1, 1]);
        result.InfitStandardised.ShouldAllBe(value => double.IsNaN(value));
        result.OutfitStandardised.ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Mean_squares_are_worked_out_by_hand()
    {
        // Item 1 at θ = b + ln 4: P = 0.8, W = 0.16, C = 0.8·0.2⁴ + 0.2·0.8⁴ = 0.0832. A pass gives z² = ¼, a fail 4.
        double score = Math.Log(4);
        ItemFitResult result = Estimate(Input(FitSamples.Parameters([1, 1], [[0], [0]]), [[1, 1], [1, 0], [1, 1], [0, 1]]) with
        {
            Scores = [score, score, score, score],
        });
        double q = Math.Sqrt((0.0832 / (0.16 * 0.16) / 4) - 0.25);
        double t = ((Math.Cbrt(4.75 / 4) - 1) * 3 / q) + (q / 3);

        result.Outfit[0].ShouldBe(4.75 / 4, tolerance: 1e-13);
        result.Infit[0].ShouldBe(((3 * 0.04) + 0.64) / 0.64, tolerance: 1e-13);
        result.OutfitStandardised[0].ShouldBe(t, tolerance: 1e-12);
        result.InfitStandardised[0].ShouldBe(t, tolerance: 1e-12); // all variances are equal
    }

    [Fact]
    public void The_statistic_is_that_of_all_patterns_of_binary_items() => FitSamples.Binary.Sample(
        items => Agrees(ItemModel.TwoParameter, items), iter: 30);

    [Theory]
    [InlineData(ItemModel.Graded)]
    [InlineData(ItemModel.GeneralisedPartialCredit)]
    public void The_statistic_is_that_of_all_patterns_of_items_with_three_categories(ItemModel model) =>
        FitSamples.Graded.Sample(items => Agrees(model, items), iter: 15);

    [Fact]
    public void The_distance_of_the_curves_is_that_of_its_definition() => FitSamples.Graded.Sample(
        items =>
        {
            ItemResponses responses = FitSamples.Draw(ItemModel.Graded, items, 40, 5);
            IReadOnlyList<double> distances = Estimate(new FittedResponses(responses, items), new() { Model = ItemModel.Graded }).RootMeanSquareDeviation;
            return Bits.Close(distances, Distances(items, responses), relative: 1e-9);
        },
        iter: 15);

    [Fact]
    public void The_order_of_the_parameters_and_of_the_respondents_does_not_matter() => FitSamples.Binary.Sample(
        items =>
        {
            ItemResponses responses = FitSamples.Draw(ItemModel.TwoParameter, items, 150, 3);
            ItemParameters turned = new(
                [.. items.Items.Reverse()], [.. items.Slopes.Reverse()], [.. items.Thresholds.Reverse()], [.. items.Guessing.Reverse()]);
            ItemResponses reversed = responses with { Answers = [.. responses.Answers.Select(answers => answers.Reverse().ToArray())] };
            ItemFitResult here = Estimate(new FittedResponses(responses, items));
            ItemFitResult there = Estimate(new FittedResponses(reversed, turned));
            return Bits.Close(here.Statistic, there.Statistic, 1e-9) && Bits.Close(here.Outfit, there.Outfit, 1e-9);
        },
        iter: 30);

    [Fact]
    public void Joined_groups_are_fewer_and_hold_the_same_answers()
    {
        ItemParameters items = Ten();
        FittedResponses input = new(FitSamples.Draw(ItemModel.TwoParameter, items, 300, 9), items);
        ItemFitResult apart = Estimate(input);
        ItemFitResult joined = Estimate(input, new() { LeastExpected = 5 });
        ItemFitResult one = Estimate(input, new() { LeastExpected = 1000 });

        apart.Degrees.ShouldAllBe(degrees => degrees == 7);
        apart.Notes.ShouldContain(note => note.Code == "sparse-groups");
        joined.Degrees.ShouldAllBe(degrees => degrees < 7 && degrees > 0);
        joined.Notes.ShouldBeEmpty();
        one.Degrees.ShouldAllBe(degrees => degrees == -1);
        one.PValue.ShouldAllBe(p => double.IsNaN(p));
        one.Notes.ShouldContain(note => note.Code == "no-degrees-of-freedom");
    }

    [Fact]
    public void Answers_drawn_from_the_model_are_rejected_at_about_the_nominal_rate_and_others_are_found()
    {
        ItemParameters items = Ten();
        ItemParameters flat = items with { Slopes = [.. items.Slopes.Select((slope, item) => item == 4 ? 0.2 : slope)] };
        (int called, int found) = (0, 0);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            ItemFitOptions options = new() { LeastExpected = 1 };
            called += Estimate(new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, items, 600, seed), items), options).PValue.Count(p => p < 0.05);
            found += Estimate(new FittedResponses(FitSamples.Draw(ItemModel.TwoParameter, flat, 600, seed), items), options).PValue[4] < 0.001 ? 1 : 0;
        }

        // Known parameters use up no degrees of freedom, so that slightly more than 5% of 200 are called.
        called.ShouldBeInRange(4, 40);
        found.ShouldBe(20);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        ItemParameters items = Ten();
        FittedResponses input = new(FitSamples.Draw(ItemModel.TwoParameter, items, 500, 4), items);
        ItemFitResult one = ItemFit.Estimate(input, execution: new ExecutionOptions { Workers = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        ItemFitResult many = ItemFit.Estimate(input, execution: new ExecutionOptions { Workers = 5 }, cancellationToken: TestContext.Current.CancellationToken);

        Bits.Same(one.Statistic, many.Statistic).ShouldBeTrue();
        Bits.Same(one.Infit, many.Infit).ShouldBeTrue();
        Bits.Same(one.RootMeanSquareDeviation, many.RootMeanSquareDeviation).ShouldBeTrue();
    }

    [Fact]
    public void Respondents_with_a_gap_count_for_the_mean_squares_only()
    {
        ItemParameters items = Ten();
        ItemResponses responses = FitSamples.Draw(ItemModel.TwoParameter, items, 200, 6);
        responses.Answers[0][0] = double.NaN;
        responses.Answers.ToList().ForEach(answers => answers[1] = double.NaN);
        ItemFitResult result = Estimate(new FittedResponses(responses, items));

        result.Notes.ShouldContain(note => note.Code == "incomplete-respondents" && note.Text.StartsWith("2 of 200 ", StringComparison.Ordinal));
        result.Outfit.ShouldAllBe(value => double.IsFinite(value));
    }

    [Fact]
    public void Wrong_calls_are_refused_with_what_came()
    {
        ItemParameters items = FitSamples.Parameters([1, 1], [[0], [0]]);

        Refused(Input(FitSamples.Parameters([1], [[0]]), [[1], [0]])).ShouldContain("at least two items");
        Refused(Input(items, [[0, 2], [1, 1]])).ShouldContain("row 1 was 2");
        Refused(Input(items, [[0, 1, 1], [1, 1, 0]])).ShouldContain("i3 has none");
        Refused(Input(items, [[0, 1], [1, 1]]) with { Scores = [1] }).ShouldContain("must have 2 values; it had 1");
        Refused(new FittedResponses(new ItemResponses(["i1", "i2"], [[], []]), items)).ShouldContain("at least one respondent");
        Should.Throw<ArgumentException>(() => new ItemFitOptions { LeastExpected = -1 }).Message.ShouldContain("[0, 1000]");
        Should.Throw<ArgumentException>(() => new ItemFitOptions { Nodes = 2 }).Message.ShouldContain("[3, 2001]");
    }

    private static string Refused(FittedResponses input) => Should.Throw<ArgumentException>(() => Estimate(input)).Message;

    private static FittedResponses Input(ItemParameters items, int[][] rows) => new(FitSamples.Responses(rows), items);

    private static ItemFitResult Estimate(FittedResponses input, ItemFitOptions? options = null) =>
        ItemFit.Estimate(input, options, cancellationToken: TestContext.Current.CancellationToken);

    private static ItemParameters Ten() => FitSamples.Parameters(
        [.. Enumerable.Range(0, 10).Select(item => 0.8 + (0.1 * item))],
        [.. Enumerable.Range(0, 10).Select(item => new[] { -1.8 + (0.4 * item) })]);

    // The expected shares by adding up every pattern, the observed ones by counting.
    private static bool Agrees(ItemModel model, ItemParameters items)
    {
        ItemResponses responses = FitSamples.Draw(model, items, 120, 2);
        ItemFitResult result = Estimate(new FittedResponses(responses, items), new() { Model = model });
        int[][] rows = [.. Enumerable.Range(0, 120).Select(row => responses.Answers.Select(answers => (int)answers[row]).ToArray())];
        (int[] Pattern, double Chance)[] patterns = [.. FitSamples.Patterns(items).Select(
            pattern => (pattern, FitSamples.Grid().Sum(q => q.Weight * FitSamples.Chance(model, items, pattern, q.Node))))];
        int top = items.Thresholds[0].Length;
        for (int item = 0; item < items.Count; item++)
        {
            double statistic = 0;
            int groups = 0;
            for (int score = top; score <= (items.Count * top) - top; score++)
            {
                int[][] group = [.. rows.Where(row => row.Sum() == score)];
                groups += group.Length > 0 ? 1 : 0;
                double all = patterns.Where(p => p.Pattern.Sum() == score).Sum(p => p.Chance);
                for (int c = 0; c <= top && group.Length > 0; c++)
                {
                    double share = patterns.Where(p => p.Pattern.Sum() == score && p.Pattern[item] == c).Sum(p => p.Chance) / all;
                    double away = (group.Count(row => row[item] == c) / (double)group.Length) - share;
                    statistic += group.Length * away * away / share;
                }
            }

            if (!Bits.Close([result.Statistic[item], result.Degrees[item]], [statistic, (groups * top) - top - 1], relative: 1e-8))
            {
                return false;
            }
        }

        return true;
    }

    private static double[] Distances(ItemParameters items, ItemResponses responses)
    {
        (double Node, double Weight)[] grid = FitSamples.Grid();
        double[][] posterior = [.. Enumerable.Range(0, responses.Respondents).Select(row =>
        {
            int[] pattern = [.. responses.Answers.Select(answers => (int)answers[row])];
            double[] joint = [.. grid.Select(q => q.Weight * FitSamples.Chance(ItemModel.Graded, items, pattern, q.Node))];
            return joint.Select(value => value / joint.Sum()).ToArray();
        })];
        return [.. Enumerable.Range(0, items.Count).Select(item => Math.Sqrt(grid.Select((q, place) => q.Weight * Enumerable.Range(0, 3).Average(c =>
        {
            double observed = posterior.Where((_, row) => responses.Answers[item][row] == c).Sum(p => p[place]) / posterior.Sum(p => p[place]);
            double away = observed - FitSamples.Probabilities(ItemModel.Graded, items, item, q.Node)[c];
            return away * away;
        })).Sum()))];
    }
}
