using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class GetisOrdGTests
{
    [Fact]
    public void Four_rising_values_have_the_ratio_computed_by_hand()
    {
        AssociationTestResult result = Run.GetisOrdG(SpatialSamples.Rising);

        result.Estimate.ShouldBe(4 / 7.0, tolerance: 1e-15); // 2 (2 + 6 + 12) / (10² − 30)
        result.Expectation.ShouldBe(0.5);
    }

    [Fact]
    public void Moments_are_those_over_all_orders_of_the_values()
    {
        double[] values = [3, 1, 4, 0];
        SpatialWeights weights = SpatialWeights.Of(["a", "b", "c", "d"], [0, 0, 1, 2, 3], [1, 3, 2, 0, 0], [1, 2.5, 0.5, 3, 1]);
        foreach (WeightsStyle style in SpatialSamples.Styles)
        {
            GetisOrdGOptions options = new() { Style = style };
            AssociationTestResult result = Run.GetisOrdG(new SpatialValues(values, weights), options);
            (double mean, double variance) = SpatialSamples.Moments(values, order => Run.GetisOrdG(new SpatialValues(order, weights), options).Estimate);
            result.Expectation.ShouldBe(mean, tolerance: 1e-12);
            result.Variance.ShouldBe(variance, tolerance: 1e-12);
        }
    }

    [Fact]
    public void An_island_is_left_out_of_the_denominator_only()
    {
        AssociationTestResult result = Run.GetisOrdG(new([1, 2, 3, 4, 100], SpatialWeights.Of(["a", "b", "c", "d", "e"], [0, 1, 1, 2, 2, 3], [1, 0, 2, 1, 3, 2])));

        result.Estimate.ShouldBe(4 / 7.0, tolerance: 1e-15);
        result.Expectation.ShouldBe(6 / 20.0);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("left out of the denominator");
    }

    [Fact]
    public void The_unit_of_the_values_and_the_order_do_not_matter() => SpatialSamples.Random.Sample(input =>
    {
        SpatialValues positive = input with { Values = [.. input.Values.Select(value => value + 60)] };
        SpatialValues scaled = positive with { Values = [.. positive.Values.Select(value => 3 * value)] };
        SpatialValues turned = new([.. positive.Values.Reverse()], SpatialSamples.Turned(input.Weights));
        double[] plain = All(positive);
        return Bits.Close(plain, All(scaled), relative: 1e-7) && Bits.Close(plain, All(turned), relative: 1e-7);
    });

    [Fact]
    public void Two_sided_doubles_the_smaller_tail() => Run.GetisOrdG(SpatialSamples.Rising).PValue
        .ShouldBe(2 * Run.GetisOrdG(SpatialSamples.Rising, new() { Alternative = Alternative.Greater }).PValue, tolerance: 1e-14);

    [Fact]
    public void Constant_values_have_an_index_but_no_test()
    {
        AssociationTestResult result = Run.GetisOrdG(new([2, 2, 2, 2], SpatialSamples.Path));

        result.Estimate.ShouldBe(0.5);
        (result.Variance, result.Z, result.PValue).ShouldBe((0, double.NaN, double.NaN));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variance");
        Run.GetisOrdG(new([0, 0, 0, 0], SpatialSamples.Path)).Estimate.ShouldBe(double.NaN);
    }

    [Fact]
    public void Negative_and_missing_values_and_links_with_oneself_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.GetisOrdG(new([1, -2, 3, 4], SpatialSamples.Path))).Message.ShouldContain("b had -2");
        Should.Throw<ArgumentException>(() => Run.GetisOrdG(new([1, double.NaN, 3, 4], SpatialSamples.Path))).Message.ShouldContain("missing for b");
        Should.Throw<ArgumentException>(() => Run.GetisOrdG(new([1, 2, 3, 4], SpatialSamples.Path.WithSelf()))).Message.ShouldContain("itself");
    }

    private static double[] All(SpatialValues input)
    {
        AssociationTestResult result = Run.GetisOrdG(input);
        return [result.Estimate, result.Expectation, result.PValue];
    }
}
