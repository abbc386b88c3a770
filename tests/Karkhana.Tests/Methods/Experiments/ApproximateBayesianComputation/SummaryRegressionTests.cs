using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class SummaryRegressionTests
{
    [Fact]
    public void A_line_and_a_parabola_are_found_and_held_to_the_range_of_the_runs()
    {
        double[][] summaries = [.. Enumerable.Range(0, 41).Select(i => new[] { 99, -2 + (0.1 * i) })];
        double[][] scores = [.. summaries.Select(row => new[] { 1 + (2 * row[1]), row[1] * row[1] })];
        SummaryRegression found = SummaryRegression.Fit([1], summaries, scores, [.. summaries.Select(_ => 1.0)], squares: true)!;
        double[] fitted = new double[2];

        found.Predict([0, 1.05], fitted);
        fitted[0].ShouldBe(3.1, 1e-4);
        fitted[1].ShouldBe(1.1025, 1e-4);
        found.Predict([0, 50], fitted);
        fitted[0].ShouldBe(5, 1e-4); // as at 2, the greatest value of the runs
        found.Predict([0, double.NaN], fitted);
        fitted[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Weights_of_zero_leave_runs_out_and_summaries_that_sum_to_one_do_no_harm()
    {
        double[][] summaries = [.. Enumerable.Range(0, 60).Select(i => new[] { i / 60.0, 1 - (i / 60.0) })];
        double[][] scores = [.. summaries.Select((row, i) => new[] { i < 30 ? 4 * row[0] : 1000 })];
        double[] weights = [.. summaries.Select((_, i) => i < 30 ? 1.0 : 0)];
        double[] fitted = new double[1];

        SummaryRegression.Fit([0, 1], summaries, scores, weights, squares: false)!.Predict([0.25, 0.75], fitted);

        fitted[0].ShouldBe(1, 1e-3);
    }

    [Fact]
    public void Too_few_runs_give_a_line_without_squares_or_nothing()
    {
        double[][] summaries = [.. Enumerable.Range(0, 8).Select(i => new[] { (double)i })];
        double[][] scores = [.. summaries.Select(row => new[] { row[0] * row[0] })];
        double[] Weights(int count) => [.. summaries.Select((_, i) => i < count ? 1.0 : 0)];

        SummaryRegression.Fit([0], summaries, scores, Weights(5), squares: true).ShouldBeNull();
        SummaryRegression.Fit([0], summaries, scores, Weights(8), squares: true)!.ResidualDeviation[0].ShouldBeGreaterThan(1); // a line misses the parabola
    }
}
