using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MoranITests
{
    private static readonly AutocorrelationTestOptions Binary = new() { Style = WeightsStyle.Binary };

    [Fact]
    public void Four_rising_values_have_the_index_computed_by_hand()
    {
        AssociationTestResult result = Run.MoranI(SpatialSamples.Rising, Binary);

        result.Estimate.ShouldBe(1 / 3.0, tolerance: 1e-15); // 4/6 · 2.5/5
        result.Expectation.ShouldBe(-1 / 3.0);
        result.Variance.ShouldBe(38.4 / 216, tolerance: 1e-14);
        result.Z.ShouldBe((2 / 3.0) / Math.Sqrt(38.4 / 216), tolerance: 1e-13);
        result.PValue.ShouldBe(0.05692, tolerance: 1e-5);
        Run.MoranI(SpatialSamples.Rising, Binary with { Variance = NullVariance.Normality }).Variance.ShouldBe(4 / 27.0, tolerance: 1e-14);
        Run.MoranI(SpatialSamples.Rising).Estimate.ShouldBe(0.4, tolerance: 1e-15);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Moments_are_those_over_all_orders_of_the_values_islands_among_them()
    {
        double[] values = [3, 1, 4, 1.5, 9];
        foreach (WeightsStyle style in SpatialSamples.Styles)
        {
            AutocorrelationTestOptions options = new() { Style = style };
            AssociationTestResult result = Run.MoranI(new SpatialValues(values, SpatialSamples.Uneven), options);
            (double mean, double variance) = SpatialSamples.Moments(values, order => Run.MoranI(new SpatialValues(order, SpatialSamples.Uneven), options).Estimate);
            result.Expectation.ShouldBe(mean, tolerance: 1e-12);
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
    public void The_three_alternatives_share_one_tail() => SpatialSamples.Random.Sample(input =>
    {
        double greater = Run.MoranI(input).PValue;
        double less = Run.MoranI(input, new() { Alternative = Alternative.Less }).PValue;
        double both = Run.MoranI(input, new() { Alternative = Alternative.TwoSided }).PValue;
        return Bits.Close([greater + less, both], [double.IsNaN(greater) ? greater : 1, 2 * Math.Min(greater, less)], relative: 1e-12);
    });

    [Fact]
    public void An_island_stays_in_n_with_lag_zero_and_is_named()
    {
        AssociationTestResult result = Run.MoranI(new([1, 2, 3, 4, 0], SpatialWeights.Of(["a", "b", "c", "d", "e"], [0, 1, 1, 2, 2, 3], [1, 0, 2, 1, 3, 2])), Binary);

        result.Estimate.ShouldBe(5 / 6.0 * (4 / 10.0), tolerance: 1e-15); // z = −1, 0, 1, 2, −2: 2 · (0 + 0 + 2)
        result.Expectation.ShouldBe(-0.25);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("1 of 5 units have no neighbour; they stay in n with lag 0: e.");
    }

    [Fact]
    public void Constant_values_no_links_and_a_complete_map_are_not_defined_and_say_so()
    {
        AssociationTestResult constant = Run.MoranI(new([0.1, 0.1, 0.1, 0.1], SpatialSamples.Path));
        (constant.Estimate, constant.PValue).ShouldBe((double.NaN, double.NaN));
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");

        AssociationTestResult alone = Run.MoranI(new([1, 2, 3, 4], SpatialWeights.Of(["a", "b", "c", "d"], [], [])));
        (alone.Estimate, alone.PValue).ShouldBe((double.NaN, double.NaN));
        alone.Notes.Select(note => note.Code).ShouldBe(["islands", "no-links"]);

        int[] all = [.. Enumerable.Range(0, 20).Where(cell => cell / 5 != cell % 5 && cell % 5 < 4)];
        AssociationTestResult complete = Run.MoranI(new([1, 2, 3, 5], SpatialWeights.Of(["a", "b", "c", "d"], [.. all.Select(cell => cell / 5)], [.. all.Select(cell => cell % 5)])));
        complete.Estimate.ShouldBe(-1 / 3.0, tolerance: 1e-15);
        (complete.Variance, complete.Z).ShouldBe((0, double.NaN));
        complete.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variance");
    }

    [Fact]
    public void Three_units_have_no_randomisation_variance() =>
        Run.MoranI(new([1, 2, 4], SpatialWeights.Of(["a", "b", "c"], [0, 1], [1, 2]))).Variance.ShouldBe(double.NaN);

    [Fact]
    public void Missing_values_are_refused_with_their_units_and_so_are_links_with_oneself()
    {
        Should.Throw<ArgumentException>(() => Run.MoranI(new([1, double.NaN, 3, double.PositiveInfinity], SpatialSamples.Path)))
            .Message.ShouldContain("missing for b, d");
        string[] ids = [.. Enumerable.Range(1, 12).Select(i => "u" + i)];
        Should.Throw<ArgumentException>(() => Run.MoranI(new(new double[12].Select(_ => double.NaN).ToArray(), SpatialWeights.Of(ids, [0], [1]))))
            .Message.ShouldContain("u9, u10, …");
        Should.Throw<ArgumentException>(() => Run.MoranI(new([1, 2, 3, 4], SpatialSamples.Path.WithSelf()))).Message.ShouldContain("a was linked so");
        Should.Throw<ArgumentException>(() => Run.MoranI(new([1, 2], SpatialWeights.Of(["a", "b"], [0], [1])))).Message.ShouldContain("at least 3 units");
        Should.Throw<ArgumentException>(() => Run.MoranI(new([1, 2, 3], SpatialSamples.Path))).Message.ShouldContain("4 values");
    }

    private static double[] All(SpatialValues input)
    {
        AssociationTestResult result = Run.MoranI(input);
        return [result.Estimate, result.Expectation, result.Variance, result.PValue];
    }
}
