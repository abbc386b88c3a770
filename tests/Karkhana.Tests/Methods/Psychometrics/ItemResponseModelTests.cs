using CsCheck;
using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemResponseModelTests
{
    private static readonly ItemResponseModelOptions Steady = new() { Model = ItemModel.Graded, PriorSlope = 0.5, PriorThreshold = 2 };

    private static readonly Gen<ItemResponseSample> Random =
        Gen.ULong.Select(seed => ItemResponseSamples.Draw(ItemModel.Graded, 200, 5, 2, seed));

    [Fact]
    public void Categories_come_back_in_the_order_of_the_respondents_with_rows_without_answers_as_rows_with_none()
    {
        ItemResponseSample sample = ItemResponseSamples.Counted(("001", 4), ("...", 1), ("110", 5), ("0.1", 1), ("101", 3), ("010", 4));

        ItemResponses categories = sample.Fit(ItemModel.Rasch).CategoriesOf(sample.Responses.Respondents);

        categories.Items.ShouldBe(sample.Responses.Items);
        for (int item = 0; item < 3; item++)
        {
            categories.Answers[item].ShouldBe(sample.Responses.Answers[item]);
        }
    }

    [Fact]
    public void Two_rasch_items_fit_their_four_patterns_exactly()
    {
        // Three parameters for three free proportions. P(10)/P(01) = exp(b2 − b1) whatever the variance: 30/15 = 2.
        (string, int)[] counts = [("00", 40), ("10", 30), ("01", 15), ("11", 35)];
        ItemResponseModelResult result = ItemResponseSamples.Counted(counts).Fit(ItemModel.Rasch);

        (result.Parameters.Thresholds[1][0] - result.Parameters.Thresholds[0][0]).ShouldBe(Math.Log(2), tolerance: 1e-7);
        result.LogLikelihood.ShouldBe(counts.Sum(pair => pair.Item2 * Math.Log(pair.Item2 / 120.0)), tolerance: 1e-8);
        result.ParameterCount.ShouldBe(3);
        result.Aic.ShouldBe((-2 * result.LogLikelihood) + 6, tolerance: 1e-12);
        result.Bic.ShouldBe((-2 * result.LogLikelihood) + (3 * Math.Log(120)), tolerance: 1e-12);
        result.SlopeStdErrors.ShouldAllBe(error => double.IsNaN(error));
        result.Parameters.Slopes.ShouldBe([1, 1]);
        result.Converged.ShouldBeTrue();
    }

    [Fact]
    public void The_variance_of_the_difference_of_two_rasch_items_is_that_of_a_log_ratio()
    {
        // In a saturated model b2 − b1 = ln(n10/n01) has variance 1/n10 + 1/n01.
        ItemResponseModelResult result = ItemResponseSamples.Counted(("00", 40), ("10", 30), ("01", 15), ("11", 35)).Fit(ItemModel.Rasch);

        (result.Covariance[0][0] + result.Covariance[1][1] - (2 * result.Covariance[0][1])).ShouldBe((1 / 30.0) + (1 / 15.0), tolerance: 1e-6);
    }

    [Fact]
    public void The_order_of_items_and_of_respondents_does_not_matter() => Random.Sample(sample =>
    {
        ItemResponseModelResult result = sample.Fit(Steady);
        ItemResponseSample turned = sample.Rows(Enumerable.Range(0, 200).Reverse()) is { } rows
            ? rows with { Responses = new([.. rows.Responses.Items.Reverse()], [.. rows.Responses.Answers.Reverse()]) }
            : sample;
        ItemResponseModelResult other = turned.Fit(Steady);
        return Bits.Close([.. other.Parameters.Slopes.Reverse()], result.Parameters.Slopes, relative: 1e-6)
            && Bits.Close([.. other.Parameters.Thresholds.Reverse().SelectMany(steps => steps)], [.. result.Parameters.Thresholds.SelectMany(steps => steps)], relative: 1e-6)
            && Bits.Close([.. other.SlopeStdErrors.Reverse()], result.SlopeStdErrors, relative: 1e-4);
    }, iter: 20);

    [Fact]
    public void What_the_categories_are_called_does_not_matter() => Random.Sample(sample =>
    {
        ItemResponseModelResult result = sample.Fit(Steady);
        ItemResponseModelResult named = sample.Map((item, answer) => 1 + item + (answer * answer)).Fit(Steady);
        return Bits.Same(named.Estimates(), result.Estimates());
    }, iter: 20);

    [Fact]
    public void An_item_turned_round_turns_the_sign_of_its_slope_and_the_order_of_its_thresholds() => Random.Sample(sample =>
    {
        ItemResponseModelResult result = sample.Fit(Steady);
        double highest = sample.Responses.Answers[1].Max();
        ItemResponseModelResult turned = sample.Map((item, answer) => item == 1 ? highest - answer : answer).Fit(Steady);
        turned.Parameters.For(ItemModel.Graded); // thresholds of a negative slope fall
        return Bits.Close([turned.Parameters.Slopes[1]], [-result.Parameters.Slopes[1]], relative: 1e-6)
            && Bits.Close([.. turned.Parameters.Thresholds[1].Reverse()], result.Parameters.Thresholds[1], relative: 1e-6)
            && Bits.Close([turned.LogLikelihood], [result.LogLikelihood], relative: 1e-9)
            && Warns(turned) == (turned.Parameters.Slopes[1] < 0) // chance can give the item as drawn the negative slope
            && Warns(result) == (result.Parameters.Slopes[1] < 0);

        static bool Warns(ItemResponseModelResult fit) =>
            fit.Notes.Any(note => note.Code == "negative-slope" && note.Text.Contains("q2", StringComparison.Ordinal));
    }, iter: 20);

    [Fact]
    public void Most_items_turned_round_turn_the_latent_variable()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.TwoParameter, 500, 6, 1);
        ItemResponseModelResult result = sample.Fit(ItemModel.TwoParameter);
        ItemResponseModelResult turned = sample.Map((item, answer) => item < 4 ? 1 - answer : answer).Fit(ItemModel.TwoParameter);

        Bits.Close([.. turned.Parameters.Slopes], [.. result.Parameters.Slopes.Select((slope, item) => item < 4 ? slope : -slope)], relative: 1e-6).ShouldBeTrue();
        Bits.Close(turned.SlopeStdErrors, result.SlopeStdErrors, relative: 1e-4).ShouldBeTrue();
    }

    [Fact]
    public void A_row_that_stands_twice_counts_as_a_row_of_weight_two() => Random.Sample(sample =>
    {
        ItemResponseModelOptions plain = new() { Model = ItemModel.Graded, EqualSlopes = true };
        ItemResponseModelResult twice = sample.Rows(Enumerable.Range(0, 200).Concat(Enumerable.Range(0, 50))).Fit(plain);
        ItemResponseModelResult weighted =
            (sample with { Weights = [.. Enumerable.Range(0, 200).Select(row => row < 50 ? 2.0 : 1)] }).Fit(plain);
        return Bits.Close(weighted.Estimates(), twice.Estimates(), relative: 1e-6);
    }, iter: 20);

    [Fact]
    public void Equal_weights_of_any_size_change_no_estimate()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 300, 5, 2);
        ItemResponseModelResult result = sample.Fit(ItemModel.Graded);
        ItemResponseModelResult weighted = (sample with { Weights = [.. Enumerable.Repeat(37.5, 300)] }).Fit(ItemModel.Graded);

        Bits.Close(weighted.Estimates(), result.Estimates(), relative: 1e-9).ShouldBeTrue();
        weighted.LogLikelihood.ShouldBe(result.LogLikelihood, tolerance: 1e-8);
        // The model holds, so that the sandwich is near the inverse information, but not it.
        weighted.SlopeStdErrors[0].ShouldBe(result.SlopeStdErrors[0], tolerance: 0.2 * result.SlopeStdErrors[0]);
        Math.Abs(weighted.SlopeStdErrors[0] - result.SlopeStdErrors[0]).ShouldBeGreaterThan(1e-6);
    }

    [Fact]
    public void A_respondent_of_weight_zero_is_not_there()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.TwoParameter, 300, 5, 1);
        ItemResponseModelResult zero = (sample with { Weights = [.. Enumerable.Range(0, 300).Select(row => row < 250 ? 1.0 : 0)] }).Fit(ItemModel.TwoParameter);
        ItemResponseModelResult without = (sample.Rows(Enumerable.Range(0, 250)) with { Weights = [.. Enumerable.Repeat(1.0, 250)] }).Fit(ItemModel.TwoParameter);

        Bits.Same(zero.Estimates(), without.Estimates()).ShouldBeTrue();
        zero.Respondents.ShouldBe(250);
    }

    [Theory]
    [InlineData(ItemModel.Graded)]
    [InlineData(ItemModel.GeneralisedPartialCredit)]
    public void With_two_categories_it_is_the_two_parameter_model(ItemModel model)
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.TwoParameter, 400, 5, 1);

        Bits.Close(sample.Fit(model).Estimates(), sample.Fit(ItemModel.TwoParameter).Estimates(), relative: 1e-7).ShouldBeTrue();
    }

    [Fact]
    public void Equal_slopes_are_the_rasch_model_in_another_unit()
    {
        // σ = a: the same likelihood up to the nodes, b_rasch = a b.
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Rasch, 600, 6, 1);
        ItemResponseModelResult rasch = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.Rasch, Nodes = 201, Range = 10 });
        ItemResponseModelResult equal = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.TwoParameter, EqualSlopes = true, Nodes = 201, Range = 10 });

        equal.LogLikelihood.ShouldBe(rasch.LogLikelihood, tolerance: 1e-6);
        (equal.Parameters.Slopes[0] * equal.Parameters.Slopes[0]).ShouldBe(rasch.Population.Variances[0], tolerance: 1e-5);
        equal.ParameterCount.ShouldBe(7);
        equal.Terms.Count(term => term.Kind == ParameterTermKind.Slope).ShouldBe(1);
    }

    [Fact]
    public void The_number_of_workers_changes_no_bit()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 700, 12, 3) with
        {
            Groups = [.. Enumerable.Range(0, 700).Select(row => row % 2 == 0 ? "a" : "b")],
            Weights = [.. Enumerable.Range(0, 700).Select(row => 1.0 + (row % 3))],
        };
        ItemResponseModelResult one = sample.Fit(ItemModel.Graded);
        ItemResponseModelResult three = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.Graded }, workers: 3);

        Bits.Same(three.Estimates(), one.Estimates()).ShouldBeTrue();
        Bits.Same([.. three.Covariance.SelectMany(row => row)], [.. one.Covariance.SelectMany(row => row)]).ShouldBeTrue();
        Bits.Same([three.LogLikelihood], [one.LogLikelihood]).ShouldBeTrue();
    }

    [Fact]
    public void Missing_answers_are_skipped_and_routed_forms_recover_the_items()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 3000, 9, 2);
        double[][] routed = [.. sample.Responses.Answers.Select((answers, item) =>
            answers.Select((answer, at) => item % 3 == 2 || at % 2 == item % 3 ? answer : double.NaN).ToArray())];
        ItemResponseModelResult whole = sample.Fit(ItemModel.Graded);
        ItemResponseModelResult half = ItemResponseSamples.Of(routed).Fit(ItemModel.Graded);

        routed[0].Count(double.IsNaN).ShouldBe(1500);
        half.Respondents.ShouldBe(3000);
        for (int item = 0; item < 9; item++)
        {
            half.Parameters.Slopes[item].ShouldBe(whole.Parameters.Slopes[item], tolerance: 4 * half.SlopeStdErrors[item]);
        }

        half.SlopeStdErrors[0].ShouldBeGreaterThan(whole.SlopeStdErrors[0]);
    }

    [Fact]
    public void Priors_pull_towards_their_centre_and_fade_as_they_widen()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 300, 6, 2);
        ItemResponseModelResult none = sample.Fit(ItemModel.Graded);
        ItemResponseModelResult narrow = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.Graded, PriorSlope = 0.01, PriorThreshold = 100 });
        ItemResponseModelResult wide = sample.Fit(new ItemResponseModelOptions { Model = ItemModel.Graded, PriorThreshold = 1e4 });

        narrow.Parameters.Slopes.ShouldAllBe(slope => Math.Abs(slope - 1) < 0.02);
        Bits.Close(wide.Estimates(), none.Estimates(), relative: 1e-6).ShouldBeTrue();
        none.LogLikelihood.ShouldBeGreaterThan(sample.Fit(Steady).LogLikelihood);
    }

    [Fact]
    public void Guessing_chances_come_back_with_a_prior()
    {
        ItemParameters truth = new(
            [.. Enumerable.Range(1, 12).Select(item => $"q{item}")],
            [.. Enumerable.Range(0, 12).Select(item => 1.2 + (0.1 * item))],
            [.. Enumerable.Range(0, 12).Select(item => new[] { -1.5 + (0.25 * item) })],
            [.. Enumerable.Repeat(0.2, 12)]);
        RandomStream stream = new(5, RandomPurpose.Example, 0);
        double[] theta = Benchmarks.Psychometrics.SimulatedAnswers.Latent(4000, stream);
        ItemResponseSample sample = new(Benchmarks.Psychometrics.SimulatedAnswers.Draw(ItemModel.ThreeParameter, truth, theta, stream));
        ItemResponseModelOptions options = new() { Model = ItemModel.ThreeParameter, PriorGuessing = 0.5 };

        ItemResponseModelResult result = sample.Fit(options);

        result.Converged.ShouldBeTrue();
        result.ParameterCount.ShouldBe(36);
        foreach (ParameterTerm term in result.Terms.Where(term => term.Kind == ParameterTermKind.Guessing))
        {
            term.Estimate.ShouldBe(0.2, tolerance: 4 * term.StdError);
            term.StdError.ShouldBeInRange(0.001, 0.12);
        }
    }

    [Fact]
    public void The_outputs_hold_one_row_per_item_and_nothing_where_an_item_has_fewer_steps()
    {
        ItemResponseSample sample = ItemResponseSamples.Draw(ItemModel.Graded, 300, 4, 3).Map((item, answer) => item == 0 ? Math.Min(answer, 1) : answer);
        ItemResponseModelResult result = sample.Fit(ItemModel.Graded);
        IReadOnlyList<double> thresholds = result.ToOutputs().All["threshold"].Numbers!;

        result.ToOutputs().All["threshold"].Columns.ShouldBe(["1", "2", "3"]);
        thresholds[0].ShouldBe(result.Parameters.Thresholds[0][0]);
        thresholds[1].ShouldBe(double.NaN);
        result.ToTable().RowCount.ShouldBe(result.ParameterCount);
        result.Provenance.Options.ShouldContain("nodes = 61");
        result.Notes.ShouldNotContain(note => note.Severity == Severity.Warning);
    }
}
