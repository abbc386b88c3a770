using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Inference;

public sealed class InferenceTests
{
    [Fact]
    public void The_p_value_counts_the_observed_value_itself_and_ties_as_extreme()
    {
        double[] simulated = [1, 2, 3, 4, 5, 6, 7, 8, 9];

        PermutationPValue.Of(9, simulated, Alternative.Greater).ShouldBe(0.2);
        PermutationPValue.Of(10, simulated, Alternative.Greater).ShouldBe(0.1);
        PermutationPValue.Of(1, simulated, Alternative.Less).ShouldBe(0.2);
        PermutationPValue.Of(10, simulated, Alternative.TwoSided).ShouldBe(0.2);
        PermutationPValue.Of(5, simulated, Alternative.TwoSided).ShouldBe(1);
    }

    [Fact]
    public void Simulated_values_that_are_not_defined_do_not_count()
    {
        PermutationPValue.Of(3, [1, double.NaN, 2], Alternative.Greater).ShouldBe(1.0 / 3);
        PermutationPValue.Of(double.NaN, [1, 2], Alternative.Greater).ShouldBe(double.NaN);
        PermutationPValue.Of(1, [double.NaN], Alternative.Greater).ShouldBe(double.NaN);
    }

    [Fact]
    public void Quantiles_interpolate_between_order_statistics()
    {
        Quantiles.Type7([1, 2, 3, 4], 0.25).ShouldBe(1.75);
        Quantiles.Type7([1, 2, 3, 4], 1).ShouldBe(4);
        Quantiles.Type7([5], 0.3).ShouldBe(5);
        Quantiles.Type7([], 0.3).ShouldBe(double.NaN);
        Quantiles.Median([6, 5, 4, 3, 3, 1, double.NaN]).ShouldBe(3.5);
    }

    [Fact]
    public void A_pointwise_band_holds_the_quantiles_at_each_distance()
    {
        ReplicateRows curves = new(2, [.. Enumerable.Range(0, 41).SelectMany(s => new double[] { s, -s })]);

        Envelope band = Envelope.Around(curves, 0.05, EnvelopeType.Pointwise);

        band.Lower.ShouldBe([1, -39]);
        band.Upper.ShouldBe([39, -1]);
    }

    [Fact]
    public void A_global_band_drops_extreme_curves_until_few_enough_are_left()
    {
        // 20 flat curves at 1..20 and alpha 0.2: 16 may stay; rounds drop {1, 20}, then {2, 19}; nothing to interpolate.
        ReplicateRows curves = new(3, [.. Enumerable.Range(1, 20).SelectMany(s => new double[] { s, s, s })]);

        Envelope band = Envelope.Around(curves, 0.2, EnvelopeType.GlobalIterative);

        band.Lower.ShouldBe([3, 3, 3]);
        band.Upper.ShouldBe([18, 18, 18]);
    }

    [Fact]
    public void A_global_band_interpolates_between_the_last_two_rounds()
    {
        // Alpha 0.15: 17 may stay, 16 do; limits move back by (17 - 16) / 20 of the last step.
        ReplicateRows curves = new(1, [.. Enumerable.Range(1, 20).Select(s => (double)s)]);

        Envelope band = Envelope.Around(curves, 0.15, EnvelopeType.GlobalIterative);

        band.Lower[0].ShouldBe(3 - 0.05, tolerance: 1e-12);
        band.Upper[0].ShouldBe(18 + 0.05, tolerance: 1e-12);
    }

    [Fact]
    public void A_global_band_contains_the_pointwise_band_of_the_same_curves()
    {
        double[] values = [.. Enumerable.Range(0, 5 * 199).Select(i => Math.Sin(i * 12.9898) * 43758.5453 % 1)];
        ReplicateRows curves = new(5, values);

        Envelope pointwise = Envelope.Around(curves, 0.05, EnvelopeType.Pointwise);
        Envelope global = Envelope.Around(curves, 0.05, EnvelopeType.GlobalIterative);

        for (int r = 0; r < 5; r++)
        {
            global.Lower[r].ShouldBeLessThanOrEqualTo(pointwise.Lower[r]);
            global.Upper[r].ShouldBeGreaterThanOrEqualTo(pointwise.Upper[r]);
        }
    }

    [Fact]
    public void Curves_that_are_nowhere_defined_end_in_an_undefined_band() =>
        Envelope.Around(new ReplicateRows(1, [double.NaN, double.NaN]), 0.05, EnvelopeType.GlobalIterative)
            .Lower[0].ShouldBe(double.NaN);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_risk_outside_zero_and_one_is_refused(double alpha) =>
        Should.Throw<ArgumentException>(() => Envelope.Around(new ReplicateRows(1, [1]), alpha, EnvelopeType.Pointwise))
            .Message.ShouldContain("alpha must lie in (0, 1)");
}
