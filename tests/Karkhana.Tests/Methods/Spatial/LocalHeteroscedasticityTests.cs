using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class LocalHeteroscedasticityTests
{
    [Fact]
    public void Four_workshops_in_a_row_have_the_values_computed_by_hand()
    {
        LocalHeteroscedasticityResult result = Estimate(LocalSamples.Row);

        // local means 2, 2, 4, 3; e = 1, 0, 1, 9; h1 = 11/4, h2 = 83/4
        result.LocalMeans.ShouldBe([2, 2, 4, 3]);
        result.Residuals.ShouldBe([1, 0, 1, 9]);
        Bits.Close(result.Estimates, [0, 4 / 11.0, 18 / 11.0, 4 / 11.0], relative: 1e-14).ShouldBeTrue();
        result.Variances[0].ShouldBe(((83 / 4.0) - (121 / 16.0)) / (121 / 16.0), tolerance: 1e-13);
        result.Variances[1].ShouldBe(result.Variances[0] / 3, tolerance: 1e-13);
        result.Statistics[1].ShouldBe(2 * (4 / 11.0) / result.Variances[1], tolerance: 1e-13);
        result.PValues[0].ShouldBe(1);
        result.PValues[1].ShouldBeInRange(0.6, 0.9);
    }

    [Fact]
    public void Shifting_scaling_and_reordering_change_nothing() => LocalSamples.Any.Sample(units =>
    {
        LocalHeteroscedasticityResult result = Estimate(units);
        LocalHeteroscedasticityResult moved = Estimate(
            new SpatialValues([.. units.Values.Select(value => (2 * value) + 16)], units.Weights));
        return result.Residuals.Where(residual => residual > 1e-9).Count() < 2 // all but zero: rounding alone
            || (Bits.Close(result.Estimates, moved.Estimates, 1e-9)
                && Bits.Close(result.Estimates, [.. Estimate(LocalSamples.Reversed(units)).Estimates.Reverse()], 1e-9));
    });

    [Fact]
    public void A_rough_corner_has_more_scatter_than_the_rest()
    {
        SpatialValues smooth = LocalSamples.Lattice(8, 2);
        double[] rough = [.. smooth.Values.Select((value, i) => i / 8 < 3 && i % 8 < 3 ? 10 * value : value)];

        LocalHeteroscedasticityResult result = Estimate(new SpatialValues(rough, smooth.Weights));

        result.Estimates[9].ShouldBeGreaterThan(3);
        result.Estimates[54].ShouldBeLessThan(0.5);
        result.PValues[9].ShouldBeLessThan(result.PValues[54]);
    }

    [Fact]
    public void Units_without_neighbours_are_left_out_with_a_note()
    {
        LocalHeteroscedasticityResult result = Estimate(
            new SpatialValues([1, 2, 5, 9, 4], SpatialWeights.Of(["a", "b", "c", "d", "e"], [0, 1, 1, 2, 4], [1, 0, 2, 1, 3])));

        result.Residuals[3].ShouldBe(double.NaN);
        result.Estimates[3].ShouldBe(double.NaN);
        result.Estimates[4].ShouldBe(double.NaN); // its only neighbour has no local mean
        result.Estimates[0].ShouldBe(1 / Math.Round(((1 * 1) + 1 + 9 + 25) / 4.0, 10), tolerance: 1e-12); // e = 1, 1, 9, –, 25
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("islands");
    }

    [Fact]
    public void Without_scatter_nothing_is_defined()
    {
        LocalHeteroscedasticityResult result = Estimate(new SpatialValues([2, 2, 2], LocalSamples.Line(3)));

        result.Estimates.ShouldAllBe(value => double.IsNaN(value));
        result.Statistics.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-residuals");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new SpatialValues([1, 2], LocalSamples.Line(2))));
        Should.Throw<ArgumentException>(() => Estimate(new SpatialValues([1, double.NaN, 2], LocalSamples.Line(3))));
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static LocalHeteroscedasticityResult Estimate(SpatialValues units, CodingOptions? options = null) =>
        LocalHeteroscedasticity.Estimate(units, options, cancellationToken: TestContext.Current.CancellationToken);
}
