using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemResponseScoreTests
{
    private static readonly Gen<(ItemModel Model, ItemParameters Items, ItemResponses Responses)> Cases =
        from model in ModelAnswers.Models
        from items in ModelAnswers.Items(model, least: 2)
        from replicate in Gen.Int[0, 1000]
        select (model, items, ModelAnswers.Draw(model, items, 6, replicate).Responses);

    [Fact]
    public void One_Rasch_item_is_worked_out_by_hand()
    {
        // Warm: 1 − p + (1 − 2p)/2 = 0 at p = 3/4, so θ = ln 3 with error 1/√(3/16).
        ItemResponseScoreResult warm = Estimate(ModelAnswers.Rows("1", "0"), ModelAnswers.Binary([0]), ScoreMethod.Wle);

        Bits.Close(warm.Score, [Math.Log(3), -Math.Log(3)], relative: 1e-10).ShouldBeTrue();
        Bits.Close(warm.StandardError, [4 / Math.Sqrt(3), 4 / Math.Sqrt(3)], relative: 1e-9).ShouldBeTrue();
        Estimate(ModelAnswers.Rows("1", "0"), ModelAnswers.Binary([0]), ScoreMethod.Ml).Score
            .ShouldBe([double.PositiveInfinity, double.NegativeInfinity]);
        // With as many right as wrong on items of one difficulty the likelihood is greatest there.
        Estimate(ModelAnswers.Rows("10"), ModelAnswers.Binary([0.7, 0.7]), ScoreMethod.Ml).Score[0].ShouldBe(0.7, tolerance: 1e-9);
    }

    [Fact]
    public void The_two_items_of_the_framework_have_its_score()
    {
        ItemParameters items = new(["i1", "i2"], [1.5, 1], [[-1, 0, 1.2], [-0.5, 0.5, 1.5]], [0, 0]);
        ItemResponseScoreResult result = Estimate(ModelAnswers.Rows("31"), items, ScoreMethod.Eap, ItemModel.Graded);

        result.Score[0].ShouldBe(0.68804217, tolerance: 5e-7);
        result.StandardError[0].ShouldBe(0.74431289, tolerance: 5e-7);
    }

    [Fact]
    public void Modes_are_the_greatest_of_their_functions() => Cases.Sample(given =>
    {
        // Reference: the best of a fine grid. Warm's equation is the derivative of l + ln I/2 in the partial credit family
        // and the binary models without guessing.
        double[] grid = [.. Enumerable.Range(-8000, 16001).Select(step => step / 1000.0)];
        AnswerLikelihood likelihood = new(given.Model, given.Items);
        bool jeffreys = given.Model is not (ItemModel.Graded or ItemModel.ThreeParameter);
        return Agree(ScoreMethod.Map, (answers, theta) => likelihood.Value(answers, theta) - (theta * theta / 2))
            && (!jeffreys || Agree(ScoreMethod.Wle, (answers, theta) =>
                likelihood.Value(answers, theta) + (Math.Log(likelihood.At(answers, theta).Information) / 2)));

        bool Agree(ScoreMethod method, Func<sbyte[], double, double> function)
        {
            ItemResponseScoreResult result = Estimate(given.Responses, given.Items, method, given.Model);
            sbyte[] answers = [.. given.Responses.Answers.Select(item => (sbyte)item[0])];
            double best = grid.MaxBy(theta => function(answers, theta));
            return Math.Abs(result.Score[0] - best) < 0.002 || Math.Abs(result.Score[0]) > 7.9;
        }
    }, iter: 40);

    [Fact]
    public void The_likelihood_is_greatest_at_a_finite_score() => Cases.Where(given => given.Model != ItemModel.ThreeParameter).Sample(given =>
    {
        AnswerLikelihood likelihood = new(given.Model, given.Items);
        ItemResponseScoreResult result = Estimate(given.Responses, given.Items, ScoreMethod.Ml, given.Model);
        return Enumerable.Range(0, 6).All(row =>
        {
            sbyte[] answers = [.. given.Responses.Answers.Select(item => (sbyte)item[row])];
            bool lowest = answers.All(answer => answer == 0);
            bool highest = answers.Select((answer, item) => answer == given.Items.Thresholds[item].Length).All(top => top);
            return lowest || highest
                ? result.Score[row] == (lowest ? double.NegativeInfinity : double.PositiveInfinity) && double.IsPositiveInfinity(result.StandardError[row])
                : Math.Abs(likelihood.At(answers, result.Score[row]).First) < 1e-8
                    && Bits.Close([result.StandardError[row]], [1 / Math.Sqrt(-likelihood.At(answers, result.Score[row]).Second)], relative: 1e-12);
        });
    });

    [Fact]
    public void The_posterior_mean_is_that_of_a_finer_integral() => Cases.Sample(given =>
    {
        ItemResponseScoreResult coarse = Estimate(given.Responses, given.Items, ScoreMethod.Eap, given.Model);
        ItemResponseScoreResult fine = ItemResponseScore.Estimate(
            new ScoredResponses(given.Responses, given.Items), new() { Model = given.Model, Nodes = 1001, Range = 9 }, cancellationToken: Token);
        // An extreme pattern of many steps has a little of its posterior beyond the last node.
        return Bits.Close(coarse.Score, fine.Score, relative: 1e-4) && Bits.Close(coarse.StandardError, fine.StandardError, relative: 1e-4);
    });

    [Fact]
    public void A_shift_of_the_scale_shifts_the_scores() => Gen.Select(Cases, Gen.Double[-1, 1]).Sample((given, shift) =>
    {
        ItemParameters moved = given.Items with { Thresholds = [.. given.Items.Thresholds.Select(steps => steps.Select(step => step + shift).ToArray())] };
        return new[] { ScoreMethod.Eap, ScoreMethod.Map, ScoreMethod.Wle }.All(method => Bits.Close(
            Wide(moved, shift).Score, [.. Wide(given.Items, 0).Score.Select(score => score + shift)], relative: 1e-7));

        ItemResponseScoreResult Wide(ItemParameters items, double mean) => ItemResponseScore.Estimate(
            new ScoredResponses(given.Responses, items), new() { Model = given.Model, Nodes = 401, Range = 10, LatentMean = mean }, cancellationToken: Token);
    });

    [Fact]
    public void A_prior_mean_of_each_respondent_is_a_latent_mean_for_one() => Cases.Sample(given =>
    {
        double[] means = [-0.5, 0, 0.3, 1, -1, 0.1];
        foreach (ScoreMethod method in new[] { ScoreMethod.Eap, ScoreMethod.Map })
        {
            ItemResponseScoreResult own = ItemResponseScore.Estimate(
                new ScoredResponses(given.Responses, given.Items, means), new() { Model = given.Model, Method = method, LatentVariance = 0.6 }, cancellationToken: Token);
            double[] alone = [.. means.Select((mean, row) => ItemResponseScore.Estimate(
                new ScoredResponses(given.Responses, given.Items),
                new() { Model = given.Model, Method = method, LatentVariance = 0.6, LatentMean = mean },
                cancellationToken: Token).Score[row])];
            if (!Bits.Same(own.Score, alone))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void A_missing_answer_counts_like_an_item_that_was_not_asked()
    {
        ItemParameters items = ModelAnswers.Binary([-1, 0.5, 2]);
        foreach (ScoreMethod method in Enum.GetValues<ScoreMethod>())
        {
            double gap = Estimate(ModelAnswers.Rows("10."), items, method).Score[0];
            gap.ShouldBe(Estimate(ModelAnswers.Rows("10"), items, method).Score[0]);
        }
    }

    [Fact]
    public void Who_answered_nothing_gets_the_prior_or_no_score_and_is_counted()
    {
        ItemParameters items = ModelAnswers.Binary([-1, 0.5]);
        ScoredResponses input = new(ModelAnswers.Rows("10", ".."), items, [0, 0.8]);

        ItemResponseScoreResult map = ItemResponseScore.Estimate(input, new() { Model = ItemModel.Rasch, Method = ScoreMethod.Map }, cancellationToken: Token);
        map.Score[1].ShouldBe(0.8, tolerance: 1e-12);
        map.StandardError[1].ShouldBe(1, tolerance: 1e-12);
        map.Answered.ShouldBe([2, 0]);
        map.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-answers");
        ItemResponseScoreResult eap = ItemResponseScore.Estimate(input, new() { Model = ItemModel.Rasch }, cancellationToken: Token);
        eap.Score[1].ShouldBe(0.8, tolerance: 1e-6);
        eap.LogMarginalLikelihood[1].ShouldBe(0, tolerance: 1e-12);
        Estimate(input.Responses, items, ScoreMethod.Ml).Score[1].ShouldBe(double.NaN);
        Estimate(input.Responses, items, ScoreMethod.Wle).Score[1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Infinite_scores_are_counted_and_left_out_of_the_reliability()
    {
        ItemParameters items = ModelAnswers.Binary([-1, 0, 1]);
        ItemResponseScoreResult result = Estimate(ModelAnswers.Rows("111", "100", "110", "000"), items, ScoreMethod.Ml);

        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("The score of 2 respondents");
        double[] finite = [result.Score[1], result.Score[2]];
        double variance = Math.Pow(finite[0] - finite[1], 2) / 2;
        double error = (Math.Pow(result.StandardError[1], 2) + Math.Pow(result.StandardError[2], 2)) / 2;
        result.EmpiricalReliability.ShouldBe(variance / (variance + error), tolerance: 1e-12);
    }

    [Fact]
    public void Right_by_guessing_alone_has_no_finite_likelihood_score()
    {
        // The hard item passed and all easy ones failed: most likely under −∞, where it was guessed.
        ItemParameters items = ModelAnswers.Binary([-2, -2, -2, 3], slope: 2) with { Guessing = [0.2, 0.2, 0.2, 0.2] };
        ItemResponseScoreResult result = Estimate(ModelAnswers.Rows("0001", "1110"), items, ScoreMethod.Ml, ItemModel.ThreeParameter);

        result.Score[0].ShouldBe(double.NegativeInfinity);
        double.IsFinite(result.Score[1]).ShouldBeTrue();
    }

    [Fact]
    public void A_reversed_item_turns_the_extreme()
    {
        ItemParameters items = ModelAnswers.Binary([0, 0]) with { Slopes = [1, -1] };

        IReadOnlyList<double> scores = Estimate(ModelAnswers.Rows("10", "01", "11"), items, ScoreMethod.Ml, ItemModel.TwoParameter).Score;
        Bits.Close(scores, [double.PositiveInfinity, double.NegativeInfinity, 0], relative: 1e-12).ShouldBeTrue();
        Estimate(ModelAnswers.Rows("1"), ModelAnswers.Binary([0]) with { Slopes = [0] }, ScoreMethod.Ml, ItemModel.TwoParameter)
            .Score[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Steep_items_far_apart_still_give_a_weighted_score()
    {
        ItemParameters items = ModelAnswers.Binary([-5, 5], slope: 300);

        double score = Estimate(ModelAnswers.Rows("10"), items, ScoreMethod.Wle, ItemModel.TwoParameter).Score[0];

        score.ShouldBeInRange(-5, 5);
    }

    [Fact]
    public void Fifteen_hundred_items_are_scored_and_a_coarse_grid_is_named()
    {
        ItemParameters items = ModelAnswers.Binary([.. Enumerable.Range(0, 1500).Select(item => (item / 250.0) - 3)]);
        (ItemResponses responses, double[] theta) = ModelAnswers.Draw(ItemModel.Rasch, items, 5);
        ScoredResponses input = new(responses, items);

        ItemResponseScoreResult fine = ItemResponseScore.Estimate(input, new() { Model = ItemModel.Rasch, Nodes = 2001 }, cancellationToken: Token);

        fine.Notes.ShouldBeEmpty();
        fine.LogMarginalLikelihood.ShouldAllBe(value => value < -500 && double.IsFinite(value));
        for (int row = 0; row < 5; row++)
        {
            fine.Score[row].ShouldBe(theta[row], tolerance: 0.35);
        }

        Estimate(responses, items, ScoreMethod.Eap).Notes.ShouldHaveSingleItem().Code.ShouldBe("coarse-grid");
        ItemResponseScore.Estimate(new ScoredResponses(ModelAnswers.Rows("10"), items), new() { Model = ItemModel.Rasch, LatentVariance = 4 }, cancellationToken: Token)
            .Notes.ShouldHaveSingleItem().Code.ShouldBe("narrow-grid");
    }

    [Theory]
    [InlineData(ScoreMethod.Eap)]
    [InlineData(ScoreMethod.Map)]
    [InlineData(ScoreMethod.Ml)]
    [InlineData(ScoreMethod.Wle)]
    public void Any_number_of_workers_gives_the_same_bits(ScoreMethod method)
    {
        ItemParameters items = ModelAnswers.Binary([-1, -0.5, 0, 0.5, 1]);
        ScoredResponses input = new(ModelAnswers.Draw(ItemModel.Rasch, items, 300).Responses, items);

        ItemResponseScoreResult one = With(1);

        Bits.Same(With(3).Score, one.Score).ShouldBeTrue();
        Bits.Same(With(3).StandardError, one.StandardError).ShouldBeTrue();

        ItemResponseScoreResult With(int workers) => ItemResponseScore.Estimate(
            input, new() { Model = ItemModel.Rasch, Method = method }, new ExecutionOptions { Workers = workers }, Token);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        ItemParameters items = ModelAnswers.Binary([0]);
        Should.Throw<ArgumentException>(() => Estimate(ModelAnswers.Rows("2"), items, ScoreMethod.Eap)).Message.ShouldContain("row 1 was 2");
        Should.Throw<ArgumentException>(() => Estimate(ModelAnswers.Rows("11"), items, ScoreMethod.Eap)).Message.ShouldContain("i2 has none");
        Should.Throw<ArgumentException>(() => Estimate(new ItemResponses(["i1"], [[]]), items, ScoreMethod.Eap)).Message.ShouldContain("at least one respondent");
        Should.Throw<ArgumentException>(() => ItemResponseScore.Estimate(
            new ScoredResponses(ModelAnswers.Rows("1"), items, [0, 0]), new() { Model = ItemModel.Rasch }, cancellationToken: Token)).Message.ShouldContain("PriorMeans");
        Should.Throw<ArgumentOutOfRangeException>(() => new ItemResponseScoreOptions { Model = ItemModel.Rasch, LatentVariance = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ItemResponseScoreOptions { Model = ItemModel.Rasch, Nodes = 2 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ItemResponseScoreOptions { Model = ItemModel.Rasch, Range = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ItemResponseScoreOptions { Model = ItemModel.Rasch, LatentMean = double.NaN });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ItemResponseScoreResult Estimate(
        ItemResponses responses, ItemParameters items, ScoreMethod method, ItemModel model = ItemModel.Rasch) =>
        ItemResponseScore.Estimate(new ScoredResponses(responses, items), new() { Model = model, Method = method }, cancellationToken: Token);
}
