using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class LocalGearyTests
{
    [Fact]
    public void Four_workshops_in_a_row_have_the_values_computed_by_hand()
    {
        // sample variance 14/3; squared differences to the neighbours: 1; 1, 1; 1, 9; 9
        Bits.Close(
            Estimate(LocalSamples.Row).Estimates, [3 / 14.0, 3 / 14.0, 15 / 14.0, 27 / 14.0], relative: 1e-13).ShouldBeTrue();
    }

    [Fact]
    public void Several_variables_give_the_mean_of_each_alone() => LocalSamples.Any.Sample(units =>
    {
        double[] second = [.. units.Values.Select((value, i) => (value * value) - i)];
        IReadOnlyList<double> both = Estimate(units.Weights, units.Values, second).Estimates;
        IReadOnlyList<double> one = Estimate(units).Estimates;
        IReadOnlyList<double> two = Estimate(units.Weights, second).Estimates;
        return Bits.Close(both, [.. one.Zip(two, (left, right) => (left + right) / 2)], 1e-12);
    });

    [Fact]
    public void Shifting_scaling_and_reordering_change_nothing() => LocalSamples.Any.Sample(units =>
    {
        IReadOnlyList<double> estimates = Estimate(units).Estimates;
        return Bits.Close(estimates, Estimate(new SpatialValues([.. units.Values.Select(value => 7 - (2 * value))], units.Weights)).Estimates, 1e-11)
            && Bits.Close(estimates, [.. Estimate(LocalSamples.Reversed(units)).Estimates.Reverse()], 1e-11);
    });

    [Fact]
    public void What_is_not_defined_is_missing_with_a_note()
    {
        LocalEstimates island = Estimate(new SpatialValues([1, 2, 3], SpatialWeights.Of(["a", "b", "c"], [0, 1], [1, 0])));
        island.Estimates[2].ShouldBe(double.NaN);
        island.Notes.ShouldHaveSingleItem().Code.ShouldBe("islands");

        LocalEstimates constant = Estimate(LocalSamples.Row.Weights, [1, 2, 3, 4], [5, 5, 5, 5]);
        constant.Estimates.ShouldAllBe(value => double.IsNaN(value));
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(LocalSamples.Row.Weights));
        Should.Throw<ArgumentException>(() => Estimate(LocalSamples.Row.Weights, [1, 2, 3, 4], [1, 2]));
        Should.Throw<ArgumentException>(() => Estimate(LocalSamples.Row.Weights, [1, 2, double.NaN, 4]));
        Should.Throw<ArgumentNullException>(() => LocalGeary.Estimate(null!));
    }

    private static LocalEstimates Estimate(SpatialValues units) => Estimate(units.Weights, units.Values);

    private static LocalEstimates Estimate(SpatialWeights weights, params IReadOnlyList<double>[] variables) =>
        LocalGeary.Estimate(new SpatialVariables(variables, weights), cancellationToken: TestContext.Current.CancellationToken);
}
