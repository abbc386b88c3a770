using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class BivariateAssociationTests
{
    private static readonly SpatialPairs Opposed = new([1, 2, 3, 4], [4, 3, 2, 1], SpatialSamples.Path);

    [Fact]
    public void The_bivariate_moran_of_four_pairs_is_that_computed_by_hand()
    {
        BivariateAssociationResult result = Run.BivariateMoran(Opposed);

        result.Estimate.ShouldBe(-0.4, tolerance: 1e-15); // z of x times lag of −z: −(0.75 + 0.25 + 0.25 + 0.75) / 5
        result.Local.ShouldBe([-0.45, -0.15, -0.15, -0.45], tolerance: 1e-15); // over the variance 5/3
        Run.BivariateMoran(Opposed, new() { Denominator = VarianceDivisor.N }).Estimate.ShouldBe(-0.3, tolerance: 1e-15);
    }

    [Fact]
    public void Lee_of_four_pairs_is_that_computed_by_hand()
    {
        BivariateAssociationResult result = Run.LeeL(Opposed);

        result.Estimate.ShouldBe(-0.2, tolerance: 1e-15); // lags ±½ each: −4 · ¼ / 5
        result.Local.ShouldBe([-0.2, -0.2, -0.2, -0.2], tolerance: 1e-15);
        // With itself: lags −1, −0.5, 0.5, 1: −(1 + ¼ + ¼ + 1) / 5.
        Run.LeeL(Opposed with { Weights = SpatialSamples.Path.WithSelf() }).Estimate.ShouldBe(-0.5, tolerance: 1e-14);
    }

    [Fact]
    public void Of_one_number_with_itself_the_bivariate_is_the_univariate() => SpatialSamples.Random.Sample(input =>
    {
        SpatialPairs same = new(input.Values, input.Values, input.Weights);
        double scale = input.Weights.Coded(WeightsStyle.RowStandardised).S0 / input.Count; // islands lower the sum of the rows
        return Bits.Close([Run.BivariateMoran(same).Estimate], [Run.MoranI(input).Estimate * scale], relative: 1e-10);
    });

    [Fact]
    public void Lee_is_symmetric_and_the_mean_of_its_local_values_without_islands() => SpatialSamples.Random.Sample(input =>
    {
        double[] other = [.. input.Values.Select((value, i) => (value * value) + i)];
        BivariateAssociationResult one = Run.LeeL(new(input.Values, other, input.Weights));
        BivariateAssociationResult two = Run.LeeL(new(other, input.Values, input.Weights));
        double linked = input.Count - input.Weights.Islands().Count;
        return Bits.Close([one.Estimate], [two.Estimate], relative: 1e-10) && Bits.Close(one.Local, two.Local, relative: 1e-10)
            && Bits.Close([one.Estimate], [one.Local.Sum() / linked], relative: 1e-10);
    });

    [Fact]
    public void Shift_and_scale_do_not_matter_and_a_change_of_sign_turns_the_sign() => SpatialSamples.Random.Sample(input =>
    {
        double[] other = [.. input.Values.Select((value, i) => (value * value) + i)];
        double[] moved = [.. other.Select(value => 3 - (2 * value))];
        return Bits.Close(
                [Run.BivariateMoran(new(input.Values, other, input.Weights)).Estimate], [-Run.BivariateMoran(new(input.Values, moved, input.Weights)).Estimate], relative: 1e-9)
            && Bits.Close([Run.LeeL(new(input.Values, other, input.Weights)).Estimate], [-Run.LeeL(new(input.Values, moved, input.Weights)).Estimate], relative: 1e-9);
    });

    [Fact]
    public void An_island_has_the_local_value_zero_and_is_named()
    {
        SpatialPairs input = new([1, 2, 3, 4, 9], [4, 3, 2, 1, 0], SpatialSamples.Uneven);

        Run.BivariateMoran(input).Local[4].ShouldBe(0);
        Run.LeeL(input).Local[4].ShouldBe(0);
        Run.BivariateMoran(input).Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": e.");
        Run.LeeL(input).Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": e.");
    }

    [Fact]
    public void A_number_that_does_not_vary_or_no_links_give_no_statistic_and_say_so()
    {
        SpatialPairs constant = Opposed with { Y = [1, 1, 1, 1] };
        Run.BivariateMoran(constant).Estimate.ShouldBe(double.NaN);
        Run.LeeL(constant).Estimate.ShouldBe(double.NaN);
        Run.LeeL(constant).Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
        SpatialPairs alone = Opposed with { Weights = SpatialWeights.Of(["a", "b", "c", "d"], [], []) };
        Run.BivariateMoran(alone).Estimate.ShouldBe(double.NaN);
        Run.LeeL(alone).Estimate.ShouldBe(double.NaN);
        Run.BivariateMoran(alone).Notes.Select(note => note.Code).ShouldBe(["islands", "no-links"]);
    }

    [Fact]
    public void Missing_values_are_refused_with_their_units()
    {
        Should.Throw<ArgumentException>(() => Run.BivariateMoran(Opposed with { Y = [1, double.NaN, 2, 3] })).Message.ShouldContain("missing for b");
        Should.Throw<ArgumentException>(() => Run.LeeL(Opposed with { X = [1, 0, 2, double.NaN] })).Message.ShouldContain("missing for d");
        Should.Throw<ArgumentException>(() => Run.LeeL(Opposed with { X = [1, 0, 2] })).Message.ShouldContain("4 values");
    }
}
