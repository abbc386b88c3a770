using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class LocalGTests
{
    private static readonly LocalGOptions Star = new() { IncludeSelf = true };

    [Fact]
    public void Four_workshops_in_a_row_have_the_scores_computed_by_hand()
    {
        // G of the second: the others 1, 3, 6 have mean 10/3 and variance 38/9, (1 + 3 − 20/3)/√(38/9)
        Estimate(LocalSamples.Row).Estimates[1].ShouldBe((4 - (20 / 3.0)) / Math.Sqrt(38 / 9.0), tolerance: 1e-13);
        Estimate(LocalSamples.Row).Estimates[1].ShouldBe(-1.297771, tolerance: 5e-7);

        // G* of the second: (1 + 2 + 3 − 9)/√(3.5 (4·3 − 9)/3)
        Estimate(LocalSamples.Row, Star).Estimates[1].ShouldBe(-3 / Math.Sqrt(3.5), tolerance: 1e-13);
    }

    [Fact]
    public void G_without_the_unit_is_the_conditional_score_of_local_moran_but_for_its_sign() => LocalSamples.Any.Sample(units =>
    {
        LocalMoranResult moran = LocalMoran.Estimate(units, new() { Style = WeightsStyle.AsGiven });
        IReadOnlyList<double> scores = Estimate(units, new() { Style = WeightsStyle.AsGiven }).Estimates;
        double mean = units.Values.Average();
        return Enumerable.Range(0, units.Count).All(unit =>
            double.IsNaN(moran.Z[unit]) || double.IsNaN(scores[unit])
            || Math.Abs(moran.Z[unit] - (Math.Sign(units.Values[unit] - mean) * scores[unit])) < 1e-7);
    });

    [Fact]
    public void Shifting_scaling_and_reordering_change_nothing() => LocalSamples.Any.Sample(units => new[] { new LocalGOptions(), Star }.All(options =>
    {
        IReadOnlyList<double> scores = Estimate(units, options).Estimates;
        SpatialValues moved = new SpatialValues([.. units.Values.Select(value => (4 * value) - 64)], units.Weights);
        return Bits.Close(scores, Estimate(moved, options).Estimates, 1e-9)
            && Bits.Close(scores, [.. Estimate(LocalSamples.Reversed(units), options).Estimates.Reverse()], 1e-9);
    }));

    [Fact]
    public void Row_standardised_weights_and_those_as_given_give_the_same_scores() => LocalSamples.Any.Sample(units =>
        Bits.Close(
            Estimate(units, Star with { Style = WeightsStyle.AsGiven }).Estimates,
            Estimate(units, Star with { Style = WeightsStyle.RowStandardised }).Estimates, 1e-9));

    [Fact]
    public void A_hot_corner_scores_high_and_a_cold_one_low()
    {
        SpatialValues units = LocalSamples.Lattice(8, 1, (row, column) => row < 2 && column < 2 ? 5 : row > 5 && column > 5 ? -5 : 0);

        IReadOnlyList<double> scores = Estimate(units, Star).Estimates;

        scores[0].ShouldBeGreaterThan(3);
        scores[63].ShouldBeLessThan(-3);
    }

    [Fact]
    public void What_is_not_defined_is_missing_with_a_note()
    {
        LocalEstimates island = Estimate(new SpatialValues([1, 2, 3], SpatialWeights.Of(["a", "b", "c"], [0, 1], [1, 0])));
        island.Estimates[2].ShouldBe(double.NaN);
        island.Notes.ShouldHaveSingleItem().Code.ShouldBe("islands");

        SpatialWeights all = SpatialWeights.Of(["a", "b", "c"], [0, 0, 1, 1, 2, 2], [1, 2, 0, 2, 0, 1]);
        Estimate(new SpatialValues([1, 2, 4], all)).Estimates.ShouldAllBe(score => double.IsNaN(score)); // all others: nothing can vary
        Estimate(new SpatialValues([1, 2, 4], all), Star).Estimates.ShouldAllBe(score => double.IsNaN(score));

        LocalEstimates constant = Estimate(new SpatialValues([0.1, 0.1, 0.1], LocalSamples.Line(3)));
        constant.Estimates.ShouldAllBe(score => double.IsNaN(score));
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
        Estimate(new SpatialValues([1, 1, 9], LocalSamples.Line(3))).Estimates[2].ShouldBe(double.NaN); // the others do not vary
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new SpatialValues([1, 2], LocalSamples.Line(2))));
        Should.Throw<ArgumentException>(() => Estimate(new SpatialValues([1, 2, double.PositiveInfinity], LocalSamples.Line(3))));
        Should.Throw<ArgumentException>(() =>
            Estimate(new SpatialValues([1, 2, 3], SpatialWeights.Of(["a", "b", "c"], [0], [0])), Star));
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static LocalEstimates Estimate(SpatialValues units, LocalGOptions? options = null) =>
        LocalG.Estimate(units, options, cancellationToken: TestContext.Current.CancellationToken);
}
