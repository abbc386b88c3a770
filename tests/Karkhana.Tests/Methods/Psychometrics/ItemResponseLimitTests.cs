using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemResponseLimitTests
{
    [Fact]
    public void A_form_of_1500_answered_items_does_not_underflow()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Rasch, 40, 1500, 1);
        double[][] varying = [.. sample.Responses.Answers.Where(answers => answers.Distinct().Count() == 2)];
        ItemResponseModelOptions options = new() { Model = ItemModel.Rasch };
        (_, MarginalProblem problem) = ItemResponseModel.Pose(ItemResponseSamples.Of(varying), options, null, TestContext.Current.CancellationToken);

        MarginalPoint first = problem.Evaluate(StartingValues.Of(problem, options));
        MarginalPoint second = problem.Evaluate(ExpectationStep.Next(problem, first, new bool[problem.Layout.Count]));

        varying.Length.ShouldBeGreaterThan(1490);
        (first.LogLikelihood / 40).ShouldBeInRange(-1e4, -745); // exp of it is 0
        second.LogLikelihood.ShouldBeGreaterThan(first.LogLikelihood);
        for (int respondent = 0; respondent < 40; respondent++)
        {
            problem.Posterior.Row(respondent).ToArray().Sum().ShouldBe(1, tolerance: 1e-14);
        }
    }

    [Fact]
    public void Forty_firms_with_rare_categories_converge_with_priors()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 40, 10, 4, seed: 4);
        ItemResponseModelResult result = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.Graded, PriorSlope = 0.5, PriorThreshold = 2 });

        result.Converged.ShouldBeTrue();
        result.Terms.ShouldAllBe(term => double.IsFinite(term.Estimate) && term.StdError > 0);
        result.Parameters.Slopes.ShouldAllBe(slope => Math.Abs(slope) < 4);
    }

    [Fact]
    public void Fewer_respondents_than_items_are_fitted_and_said_to_be_few()
    {
        ItemResponseModelResult result = ItemResponseSamples.Draw(ItemModel.TwoParameter, 25, 30, 1, seed: 3).Fit(new ItemResponseModelOptions { Model = ItemModel.TwoParameter, EqualSlopes = true });
        ItemResponseModelResult free = ItemResponseSamples.Draw(ItemModel.Graded, 100, 5, 2).Fit(ItemModel.Graded);

        result.Converged.ShouldBeTrue();
        result.Notes.ShouldNotContain(note => note.Code == "few-respondents");
        free.Notes.ShouldContain(note => note.Code == "few-respondents");
    }

    [Fact]
    public void Answers_in_perfect_order_let_slopes_run_to_their_bound_with_a_note()
    {
        ItemResponseSample guttman = ItemResponseSamples.Counted(("0000", 20), ("1000", 20), ("1100", 20), ("1110", 20), ("1111", 20));
        ItemResponseModelResult result = guttman.Fit(ItemModel.TwoParameter);
        ItemResponseModelResult steady = guttman.Fit(new ItemResponseModelOptions { Model = ItemModel.TwoParameter, PriorSlope = 0.5 });

        result.Notes.ShouldContain(note => note.Code == "slope-ran-off" && note.Severity == Severity.Warning);
        result.Parameters.Slopes.ShouldAllBe(slope => slope > 0 && slope <= 25);
        result.Parameters.Thresholds.ShouldAllBe(steps => double.IsFinite(steps[0]));
        steady.Converged.ShouldBeTrue();
        steady.Parameters.Slopes.ShouldAllBe(slope => slope > 1 && slope < 10);
        steady.SlopeStdErrors.ShouldAllBe(error => error > 0);
    }

    [Fact]
    public void Rasch_items_without_anything_in_common_have_no_latent_variance()
    {
        ItemResponseModelResult result = ItemResponseSamples.Counted(("00", 10), ("10", 30), ("01", 30), ("11", 10)).Fit(ItemModel.Rasch);

        result.Notes.ShouldContain(note => note.Code == "variance-at-bound" && note.Text.Contains("went to 0", StringComparison.Ordinal));
        result.Population.Variances[0].ShouldBe(Math.Exp(-6), tolerance: 1e-12);
        result.Parameters.Thresholds[0][0].ShouldBe(0, tolerance: 1e-5);
        result.Converged.ShouldBeTrue();
    }

    [Fact]
    public void A_latent_distribution_wider_than_the_nodes_is_noted()
    {
        RandomStream stream = new(1, RandomPurpose.Example, 0);
        double[] theta = [.. Benchmarks.Psychometrics.SimulatedAnswers.Latent(500, stream).Select(value => 2.5 * value)];
        ItemResponseSample sample = new(Benchmarks.Psychometrics.SimulatedAnswers.Draw(
            ItemModel.PartialCredit, Benchmarks.Psychometrics.SimulatedAnswers.Items(6, 2, unitSlopes: true), theta, stream));

        sample.Fit(ItemModel.PartialCredit).Notes.ShouldContain(note => note.Code == "short-grid");
        ItemResponseModelResult wide = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.PartialCredit, Nodes = 151, Range = 15 });
        wide.Notes.ShouldBeEmpty();
        wide.Population.Variances[0].ShouldBeInRange(4.5, 8.5);
    }

    [Fact]
    public void Rare_categories_are_merged_when_asked_and_said()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 300, 4, 3)
            .Map((item, answer) => item == 1 && answer == 3 ? 2 : answer);
        sample.Responses.Answers[1][0] = 3;
        ItemResponseModelResult result = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.Graded, LeastCategoryCount = 5 });

        result.Notes.ShouldContain(note => note.Code == "merged-categories" && note.Text.Contains("q2", StringComparison.Ordinal) && note.Text.Contains("0, 1, 2 to 3", StringComparison.Ordinal));
        result.Parameters.Thresholds[1].Length.ShouldBe(2);
        result.Responses.Values[1].ShouldBe([0, 1, 2]);
        result.Responses.Row(0)[1].ShouldBe((sbyte)2);
        sample.Fit(ItemModel.Graded).Parameters.Thresholds[1].Length.ShouldBe(3);
    }

    [Fact]
    public void A_category_that_nobody_chose_is_no_step_and_said()
    {
        ItemResponseModelResult result = ItemResponseSamples.Draw(ItemModel.Graded, 300, 4, 3)
            .Map((item, answer) => item == 0 && answer == 1 ? 2 : answer).Fit(ItemModel.Graded);

        result.Parameters.Thresholds[0].Length.ShouldBe(2);
        result.Notes.ShouldContain(note => note.Code == "unused-category" && note.Text.Contains("nobody answered 1;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_search_that_is_cut_short_says_so()
    {
        ItemResponseModelResult result = ItemResponseSamples.Draw(ItemModel.Graded, 300, 5, 2)
            .Fit(new ItemResponseModelOptions { Model = ItemModel.Graded, Iterations = 3 });

        result.Converged.ShouldBeFalse();
        result.Notes.ShouldContain(note => note.Code == "not-converged" && note.Text.Contains("3 evaluations", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_items_do_not_determine_two_slopes_and_the_result_says_so()
    {
        ItemResponseModelResult result = ItemResponseSamples.Counted(("00", 40), ("10", 30), ("01", 15), ("11", 35)).Fit(ItemModel.TwoParameter);

        result.Notes.ShouldContain(note => note.Code == "no-standard-errors" || note.Code == "not-converged" || note.Code == "slope-ran-off");
        result.LogLikelihood.ShouldBe(
            (40 * Math.Log(40 / 120.0)) + (30 * Math.Log(30 / 120.0)) + (15 * Math.Log(15 / 120.0)) + (35 * Math.Log(35 / 120.0)), tolerance: 1e-6);
    }

    [Fact]
    public void Wrong_input_is_refused_in_one_sentence()
    {
        ItemResponseSample two = ItemResponseSamples.Counted(("01", 3), ("10", 3), ("11", 2));
        ItemResponseModelOptions binary = new() { Model = ItemModel.TwoParameter };

        Refusal(ItemResponseSamples.Of([0, 1, 1]), binary).ShouldContain("at least two items; it held 1");
        Refusal(ItemResponseSamples.Of([1, 1, 1], [0, 1, 2], [double.NaN, double.NaN, double.NaN]), binary)
            .ShouldContain("all answers to q1 are 1; q2 has 3 different answers where the model two parameter allows 2; q3 has no answer");
        Refusal(ItemResponseSamples.Of([0, double.NaN, double.NaN], [0, 1, 1]), binary).ShouldContain("all answers to q1 are 0");
        Refusal(two with { Weights = [1, 1, 1, -2, 1, 1, 1, 1] }, binary).ShouldContain("that of row 4 was -2");
        Refusal(two with { Weights = new double[8] }, binary).ShouldContain("must not all be 0");
        Refusal(two with { Groups = ["a", "b"] }, binary).ShouldContain("must have 8 values; it had 2");
        Refusal(two, binary with { FreeItems = ["q1"] }).ShouldContain("no group column");
        ItemResponseSample grouped = two with { Groups = ["a", "a", "a", "a", "b", "b", "b", "b"] };
        Refusal(grouped, binary with { FreeItems = ["q9"] }).ShouldContain("q9 is not");
        Refusal(grouped, binary with { FreeItems = ["q1", "q2"] }).ShouldContain("at least one item as anchor");
        Refusal(grouped, binary with { FreeItems = ["q1"] }).ShouldContain("in group b nobody answered 0 to item q1");
        Refusal(grouped, binary with { ReferenceGroup = "c" }).ShouldContain("one of the groups a, b; it was c");
        Refusal(two with { CovariateNames = ["x"], Covariates = [[.. Enumerable.Repeat(3.0, 8)]] }, binary).ShouldContain("x does not");
        Refusal(two with { CovariateNames = ["x", "y"], Covariates = [[1, 2, 3, 4, 5, 6, 7, 8], [2, 4, 6, 8, 10, 12, 14, 16]] }, binary)
            .ShouldContain("y does");
        Refusal(grouped with { CovariateNames = ["x"], Covariates = [[0, 0, 0, 0, 1, 1, 1, 1]] }, binary).ShouldContain("x does");
    }

    [Fact]
    public void Wrong_options_are_refused_with_their_range()
    {
        Should.Throw<ArgumentException>(() => new ItemResponseModelOptions { Model = ItemModel.Graded, PriorSlope = 0 }).Message.ShouldContain("must be finite and positive");
        Should.Throw<ArgumentException>(() => new ItemResponseModelOptions { Model = ItemModel.Graded, Nodes = 2 }).Message.ShouldContain("[3, 2001]");
        Should.Throw<ArgumentException>(() => new ItemResponseModelOptions { Model = ItemModel.Graded, Tolerance = 1 }).Message.ShouldContain("[0, 0.1]");
        Should.Throw<ArgumentException>(() => new ItemResponseModelOptions { Model = ItemModel.Graded, LeastCategoryCount = 0 }).Message.ShouldContain("[1, ");
    }

    private static string Refusal(ItemResponseSample sample, ItemResponseModelOptions options) =>
        Should.Throw<ArgumentException>(() => sample.Fit(options)).Message;
}
