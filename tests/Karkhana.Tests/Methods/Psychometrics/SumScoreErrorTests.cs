using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class SumScoreErrorTests
{
    [Fact]
    public void Fewer_answers_give_a_greater_error()
    {
        // Standard deviation √2, so √2·√(0.5·2/2) = 1 and √2·√(0.5·2/1) = √2.
        double[] errors = SumScoreError.Of([1, 3, double.NaN], [2, 1, 0], items: 2, alpha: 0.5);

        errors[0].ShouldBe(1, tolerance: 1e-15);
        errors[1].ShouldBe(Math.Sqrt(2), tolerance: 1e-15);
        errors[2].ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(-0.4, 1)]
    [InlineData(1.2, 0)]
    public void Alpha_counts_within_its_limits(double alpha, double share) =>
        SumScoreError.Of([0, 2], [3, 3], items: 3, alpha)[0].ShouldBe(Math.Sqrt(2) * Math.Sqrt(share), tolerance: 1e-15);

    [Fact]
    public void Unknown_alpha_gives_no_error() => SumScoreError.Of([0, 2], [3, 3], items: 3, double.NaN).ShouldAllBe(error => double.IsNaN(error));

    [Fact]
    public void Errors_scale_with_scores_and_do_not_move_with_them() =>
        Gen.Select(Gen.Double[-3, 3].Array[2, 12], Gen.Double[0, 1], Gen.Double[0.1, 10], Gen.Double[-5, 5]).Sample((scores, alpha, scale, shift) =>
        {
            int[] answered = [.. scores.Select(_ => 2)];
            double[] plain = SumScoreError.Of(scores, answered, 4, alpha);
            double[] moved = SumScoreError.Of([.. scores.Select(score => (scale * score) + shift)], answered, 4, alpha);
            return plain.Zip(moved, (a, b) => Math.Abs((scale * a) - b) <= 1e-7 * (1 + scale)).All(same => same);
        });

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => SumScoreError.Of([1, 2], [1], 2, 0.5));
        Should.Throw<ArgumentException>(() => SumScoreError.Of([1], [1], 0, 0.5)).Message.ShouldContain("0");
    }
}
