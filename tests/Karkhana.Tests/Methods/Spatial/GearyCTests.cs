using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class GearyCTests
{
    private static readonly AutocorrelationTestOptions Binary = new() { Style = WeightsStyle.Binary };

    [Fact]
    public void Four_rising_values_have_the_ratio_computed_by_hand()
    {
        AssociationTestResult result = Run.GearyC(SpatialSamples.Rising, Binary);

        result.Estimate.ShouldBe(0.3, tolerance: 1e-15); // 3 · 6 / (2 · 6 · 5)
        result.Expectation.ShouldBe(1);
        result.Z.ShouldBeGreaterThan(0);
        // ((24 + 40) · 3 − 144) / (2 · 5 · 36)
        Run.GearyC(SpatialSamples.Rising, Binary with { Variance = NullVariance.Normality }).Variance.ShouldBe(48 / 360.0, tolerance: 1e-14);
    }

    [Fact]
    public void Moments_are_those_over_all_orders_of_the_values_islands_among_them()
    {
        double[] values = [3, 1, 4, 1.5, 9];
        foreach (WeightsStyle style in SpatialSamples.Styles)
        {
            AutocorrelationTestOptions options = new() { Style = style };
            AssociationTestResult result = Run.GearyC(new SpatialValues(values, SpatialSamples.Uneven), options);
            (double mean, double variance) = SpatialSamples.Moments(values, order => Run.GearyC(new SpatialValues(order, SpatialSamples.Uneven), options).Estimate);
            mean.ShouldBe(1, tolerance: 1e-12);
            result.Variance.ShouldBe(variance, tolerance: 1e-12);
        }
    }

    [Fact]
    public void Shift_scale_sign_and_order_do_not_matter() => SpatialSamples.Random.Sample(input =>
    {
        double[] plain = All(input);
        SpatialValues moved = input with { Values = [.. input.Values.Select(value => 7 - (3 * value))] };
        SpatialValues turned = new([.. input.Values.Reverse()], SpatialSamples.Turned(input.Weights));
        return Bits.Close(plain, All(moved), relative: 1e-9) && Bits.Close(plain, All(turned), relative: 1e-9);
    });

    [Fact]
    public void A_positive_score_and_the_greater_alternative_mean_that_neighbours_are_alike()
    {
        AssociationTestResult alike = Run.GearyC(SpatialSamples.Rising, Binary);
        AssociationTestResult unlike = Run.GearyC(new([1, 4, 1, 4], SpatialSamples.Path), Binary);

        alike.PValue.ShouldBeLessThan(0.5);
        unlike.Z.ShouldBeLessThan(0);
        unlike.PValue.ShouldBeGreaterThan(0.5);
        Run.GearyC(SpatialSamples.Rising, Binary with { Alternative = Alternative.Less }).PValue.ShouldBe(1 - alike.PValue, tolerance: 1e-12);
    }

    [Fact]
    public void Degenerate_maps_are_not_defined_and_say_so()
    {
        AssociationTestResult constant = Run.GearyC(new([5, 5, 5, 5], SpatialSamples.Path));
        constant.Estimate.ShouldBe(double.NaN);
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
        AssociationTestResult alone = Run.GearyC(new([1, 2, 3, 4], SpatialWeights.Of(["a", "b", "c", "d"], [], [])));
        alone.Estimate.ShouldBe(double.NaN);
        alone.Notes.Select(note => note.Code).ShouldBe(["islands", "no-links"]);
    }

    [Fact]
    public void Missing_values_and_links_with_oneself_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.GearyC(new([1, double.NaN, 3, 4], SpatialSamples.Path))).Message.ShouldContain("missing for b");
        Should.Throw<ArgumentException>(() => Run.GearyC(new([1, 2, 3, 4], SpatialSamples.Path.WithSelf()))).Message.ShouldContain("itself");
    }

    private static double[] All(SpatialValues input)
    {
        AssociationTestResult result = Run.GearyC(input);
        return [result.Estimate, result.Variance, result.PValue];
    }
}
