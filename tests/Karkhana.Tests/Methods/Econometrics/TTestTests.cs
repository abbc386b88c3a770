using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class TTestTests
{
    [Fact]
    public void Two_pairs_are_worked_out_by_hand()
    {
        // Means 2 and 5, variances 2 and 2: pooled 2, s² = 2, t = -3/√2 with 2 degrees, for which p = 1 − |t|/√(t² + 2).
        TTestResult result = Estimate(GroupedDraws.Of([1, 3], [4, 6]), new() { Variance = VarianceAssumption.Pooled });

        result.Estimate.ShouldBe(-3);
        result.Statistic.ShouldBe(-3 / Math.Sqrt(2), tolerance: 1e-14);
        result.Degrees.ShouldBe(2);
        result.PValue.ShouldBe(1 - (3 / Math.Sqrt(2) / Math.Sqrt(6.5)), tolerance: 1e-13);
        // J with 2 degrees: Γ(1)/(√1·Γ(½)) = 1/√π.
        result.EffectSize.ShouldBe(-3 / Math.Sqrt(2) / Math.Sqrt(Math.PI), tolerance: 1e-13);
    }

    [Fact]
    public void It_has_the_numbers_of_R()
    {
        // R 4.2.2 t.test.
        TTestResult welch = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B));
        TTestResult less = Estimate(
            GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B),
            new() { Variance = VarianceAssumption.Pooled, Alternative = Alternative.Less, Difference = -1, Level = 0.9 });
        TTestResult greater = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B), new() { Alternative = Alternative.Greater });

        Bits.Close(
            [welch.Statistic, welch.Degrees, welch.PValue, welch.ConfidenceLow, welch.ConfidenceHigh, welch.StandardError, welch.EffectSize],
            [-2.2669954469186715, 7.9626250280189534, 0.0532890968035089, -4.3253300351858810, 0.0386633685192140, 0.9454510975073104, -1.27502016799503],
            relative: 1e-12).ShouldBeTrue();
        Bits.Close(
            [less.Statistic, less.Degrees, less.PValue, less.ConfidenceLow, less.ConfidenceHigh],
            [-1.229073176925306, 9, 0.125104637559446, double.NegativeInfinity, -0.856784340764347], relative: 1e-12).ShouldBeTrue();
        Bits.Close(
            [greater.PValue, greater.ConfidenceLow, greater.ConfidenceHigh],
            [0.973355451598246, -3.902515475635820, double.PositiveInfinity], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Order_and_unit_do_not_matter_and_swapped_groups_turn_the_sign() => GroupedDraws.Two.Sample((first, second) =>
    {
        TTestResult plain = Estimate(GroupedDraws.Of(first, second));
        TTestResult turned = Estimate(GroupedDraws.Reversed(GroupedDraws.Of([.. second.Select(value => (8 * value) + 3)], [.. first.Select(value => (8 * value) + 3)])));
        return Bits.Close([turned.Statistic, turned.Degrees, turned.PValue, turned.EffectSize], [-plain.Statistic, plain.Degrees, plain.PValue, -plain.EffectSize], relative: 1e-9)
            && Bits.Close([turned.ConfidenceLow, turned.ConfidenceHigh], [-8 * plain.ConfidenceHigh, -8 * plain.ConfidenceLow], relative: 1e-9);
    });

    [Fact]
    public void The_limits_hold_the_differences_that_the_test_does_not_refuse() => GroupedDraws.Two.Sample((first, second) =>
    {
        TTestResult result = Estimate(GroupedDraws.Of(first, second));
        return new[] { result.ConfidenceLow, result.ConfidenceHigh }.All(limit =>
            Math.Abs(Estimate(GroupedDraws.Of(first, second), new() { Difference = limit }).PValue - 0.05) < 1e-9);
    });

    [Fact]
    public void Pooled_is_the_analysis_of_variance_of_two_groups() => GroupedDraws.Two.Sample((first, second) =>
    {
        TTestResult test = Estimate(GroupedDraws.Of(first, second), new() { Variance = VarianceAssumption.Pooled });
        OneWayAnalysisOfVarianceResult variance = OneWayAnalysisOfVariance.Estimate(
            GroupedDraws.Of(first, second), cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close([test.Statistic * test.Statistic, test.PValue], [variance.Statistic, variance.PValue], relative: 1e-9);
    });

    [Fact]
    public void Rows_with_a_gap_are_dropped_and_counted()
    {
        TTestResult result = Estimate(GroupedDraws.Of([1, 3, double.NaN], [4, 6]));

        result.Sizes.ShouldBe([2, 2]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 5 rows");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3]))).Message.ShouldContain("two groups; it held 1");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3], [2, 4], [5, 6]))).Message.ShouldContain("it held 3");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3], [2]))).Message.ShouldContain("group b has 1");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([0.1, 0.1, 0.1], [2, 2]))).Message.ShouldContain("must vary");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, double.PositiveInfinity], [2, 3]))).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => Estimate(new GroupedValues([1, 2], ["a"])));
        Should.Throw<ArgumentOutOfRangeException>(() => new TTestOptions { Level = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TTestOptions { Difference = double.NaN });
    }

    private static TTestResult Estimate(GroupedValues sample, TTestOptions? options = null) =>
        TTest.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
