using CsCheck;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class SamplingAdequacyTests
{
    [Fact]
    public void Two_items_with_half_of_their_spread_in_common_are_worked_out_by_hand()
    {
        // r = 1/2: with two items the partial correlation is r itself, |R| = 3/4, n = 4.
        SamplingAdequacyResult result = Estimate(AnswerSamples.Of([0, 1, 1, 2], [0, 2, 1, 1]));

        result.KaiserMeyerOlkin.ShouldBe(0.5, tolerance: 1e-15);
        result.ItemAdequacy.ShouldBe([0.5, 0.5], tolerance: 1e-15);
        result.SquaredMultipleCorrelations.ShouldBe([0.25, 0.25], tolerance: 1e-15);
        result.Statistic.ShouldBe(-(3 - 1.5) * Math.Log(0.75), tolerance: 1e-15);
        result.DegreesOfFreedom.ShouldBe(1);
        result.PValue.ShouldBe(2 * (1 - Normal.CDF(0, 1, Math.Sqrt(-1.5 * Math.Log(0.75)))), tolerance: 1e-12);
    }

    [Fact]
    public void Statistics_are_those_of_regressions_and_partial_correlations() => AnswerSamples.Measured.Where(answers => answers.Length > 2).Sample(answers =>
    {
        Matrix<double> correlations = Matrix<double>.Build.Dense(
            answers.Length, answers.Length, (i, j) => i == j ? 1 : AnswerSamples.Correlation(answers[i], answers[j]));
        if (correlations.Determinant() < 1e-4)
        {
            return true; // too near to singular for the twin's tolerance
        }

        SamplingAdequacyResult result = Estimate(AnswerSamples.Of(answers));
        int[] others = [.. Enumerable.Range(1, answers.Length - 1)];
        Matrix<double> rest = correlations.SubMatrix(1, others.Length, 1, others.Length);
        Vector<double> with = correlations.Row(0).SubVector(1, others.Length);
        double[] partial = [.. others.Select(other => Partial(correlations, 0, other))];
        double own = with.DotProduct(with);
        return Bits.Close([result.SquaredMultipleCorrelations[0]], [with.DotProduct(rest.Solve(with))], relative: 1e-8)
            && Bits.Close([result.ItemAdequacy[0]], [own / (own + partial.Sum(q => q * q))], relative: 1e-8)
            && Bits.Close(
                [result.Statistic], [-(answers[0].Length - 1 - (((2 * answers.Length) + 5) / 6.0)) * Math.Log(correlations.Determinant())], relative: 1e-8);
    });

    [Fact]
    public void Units_and_the_direction_of_an_item_do_not_matter() => AnswerSamples.Measured.Sample(answers =>
    {
        SamplingAdequacyResult result = Estimate(AnswerSamples.Of(answers));
        SamplingAdequacyResult moved = Estimate(AnswerSamples.Of([.. answers.Select((item, i) => item.Select(x => ((i % 2 == 0 ? -4 : 2) * x) + i).ToArray())]));
        return double.IsNaN(result.KaiserMeyerOlkin) || result.SquaredMultipleCorrelations.Max() > 0.999
            || (Bits.Close(moved.ItemAdequacy, result.ItemAdequacy, relative: 1e-8) && Bits.Close([moved.PValue], [result.PValue], relative: 1e-8));
    });

    [Fact]
    public void An_item_that_is_the_sum_of_others_leaves_nothing_defined_and_says_why()
    {
        SamplingAdequacyResult result = Estimate(AnswerSamples.Of([1, 2, 4, 3, 1], [1, 3, 2, 5, 2], [2, 5, 6, 8, 3]));

        result.KaiserMeyerOlkin.ShouldBe(double.NaN);
        result.Statistic.ShouldBe(double.NaN);
        result.PValue.ShouldBe(double.NaN);
        result.ItemAdequacy.ShouldAllBe(value => double.IsNaN(value));
        result.SquaredMultipleCorrelations.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("rank 2 with 3 items");
    }

    [Fact]
    public void Polychoric_correlations_have_indices_and_no_test()
    {
        ItemResponses responses = AnswerSamples.Factor(400, 5, 0.8, ordered: true);
        SamplingAdequacyResult pearson = Estimate(responses);
        SamplingAdequacyResult polychoric = Estimate(responses, new() { Correlation = ItemCorrelation.Polychoric });

        polychoric.SquaredMultipleCorrelations.Zip(pearson.SquaredMultipleCorrelations).ShouldAllBe(pair => pair.First > pair.Second);
        polychoric.KaiserMeyerOlkin.ShouldBeInRange(0.8, 0.95);
        polychoric.PValue.ShouldBe(double.NaN);
        pearson.PValue.ShouldBeLessThan(1e-100);
    }

    [Fact]
    public void Respondents_with_a_gap_are_left_out_and_counted()
    {
        SamplingAdequacyResult result = Estimate(AnswerSamples.Of([0, 1, 1, 2, double.NaN], [0, 2, 1, 1, 4]));

        result.Statistic.ShouldBe(Estimate(AnswerSamples.Of([0, 1, 1, 2], [0, 2, 1, 1])).Statistic);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 5 ");
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2, 3]))).Message.ShouldContain("at least 2 items");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2], [2, 1]))).Message.ShouldContain("at least 3 respondents");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2, 3], [1, 1, 1]))).Message.ShouldContain("every answer to i2 is 1");
    }

    private static double Partial(Matrix<double> correlations, int left, int right)
    {
        int[] given = [.. Enumerable.Range(0, correlations.RowCount).Where(item => item != left && item != right)];
        Matrix<double> rest = Matrix<double>.Build.Dense(given.Length, given.Length, (i, j) => correlations[given[i], given[j]]);
        Vector<double> withLeft = Vector<double>.Build.Dense(given.Length, i => correlations[given[i], left]);
        Vector<double> withRight = Vector<double>.Build.Dense(given.Length, i => correlations[given[i], right]);
        return (correlations[left, right] - withLeft.DotProduct(rest.Solve(withRight)))
            / Math.Sqrt((1 - withLeft.DotProduct(rest.Solve(withLeft))) * (1 - withRight.DotProduct(rest.Solve(withRight))));
    }

    private static SamplingAdequacyResult Estimate(ItemResponses responses, SamplingAdequacyOptions? options = null) =>
        SamplingAdequacy.Estimate(responses, options, cancellationToken: TestContext.Current.CancellationToken);
}
