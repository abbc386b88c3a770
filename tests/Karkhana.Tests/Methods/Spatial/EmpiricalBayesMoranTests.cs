using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class EmpiricalBayesMoranTests
{
    [Fact]
    public void Large_populations_have_the_rates_computed_by_hand()
    {
        EmpiricalBayesMoranResult result = Run.EmpiricalBayesMoran(new([100, 200, 300, 400], [1000, 1000, 1000, 1000], SpatialSamples.Path));

        result.PriorMean.ShouldBe(0.25);
        result.PriorVariance.ShouldBe(0.01225, tolerance: 1e-15); // 0.0125 − 0.25/1000
        result.Raw.ShouldBe([0.1, 0.2, 0.3, 0.4]);
        result.Smoothed.ShouldBe([0.103, 0.201, 0.299, 0.397], tolerance: 1e-14); // 98 percent of the way
        result.Estimate.ShouldBe(1 / 3.0, tolerance: 1e-14); // equal populations: Moran's I of the rates
    }

    [Fact]
    public void Small_populations_are_drawn_to_the_mean_altogether()
    {
        EmpiricalBayesMoranResult result = Run.EmpiricalBayesMoran(new([1, 2, 3, 4], [10, 10, 10, 10], SpatialSamples.Path));

        result.PriorVariance.ShouldBe(0);
        result.Smoothed.ShouldBe([0.25, 0.25, 0.25, 0.25]);
        result.Estimate.ShouldBe(1 / 3.0, tolerance: 1e-14);
    }

    [Fact]
    public void A_variance_that_is_not_positive_gives_way_to_that_of_sampling()
    {
        // b = 0.1, s² = 0, so a = −0.1/p̄ = −0.1·4/1111; with p = 1000 a + b/p is negative.
        EmpiricalBayesMoranResult result = Run.EmpiricalBayesMoran(new([0.1, 1, 10, 100.1], [1, 10, 100, 1000], SpatialSamples.Path));

        double.IsFinite(result.Estimate).ShouldBeTrue();
        result.PriorVariance.ShouldBe(0);
    }

    [Fact]
    public void Smoothed_rates_lie_between_the_raw_rate_and_the_mean_and_order_does_not_matter() => SpatialSamples.Random.Sample(input =>
    {
        double[] cases = [.. input.Values.Select(value => Math.Floor(Math.Abs(value)))];
        double[] populations = [.. input.Values.Select((value, i) => 60.0 + (i * 40))];
        EmpiricalBayesMoranResult result = Run.EmpiricalBayesMoran(new(cases, populations, input.Weights));
        EmpiricalBayesMoranResult turned = Run.EmpiricalBayesMoran(new([.. cases.Reverse()], [.. populations.Reverse()], SpatialSamples.Turned(input.Weights)));
        return Bits.Close([result.Estimate, result.PriorVariance], [turned.Estimate, turned.PriorVariance], relative: 1e-9)
            && Enumerable.Range(0, cases.Length).All(i =>
                (result.Smoothed[i] - result.PriorMean) * (result.Raw[i] - result.PriorMean) >= 0
                && Math.Abs(result.Smoothed[i] - result.PriorMean) <= Math.Abs(result.Raw[i] - result.PriorMean) + 1e-12);
    });

    [Fact]
    public void No_cases_are_not_defined_and_say_so()
    {
        EmpiricalBayesMoranResult result = Run.EmpiricalBayesMoran(new([0, 0, 0, 0], [10, 10, 10, 10], SpatialSamples.Path));

        result.Estimate.ShouldBe(double.NaN);
        result.Smoothed.ShouldBe([0, 0, 0, 0]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
    }

    [Fact]
    public void Missing_negative_and_empty_are_refused_with_the_unit()
    {
        Refused([1, double.NaN, 3, 4], [9, 9, 9, 9]).ShouldContain("missing for b");
        Refused([1, -2, 3, 4], [9, 9, 9, 9]).ShouldContain("b had -2");
        Refused([1, 2, 3, 4], [9, 9, 0, 9]).ShouldContain("c had 0");
        Refused([1, 2, 3, 4], [9, 9, 9]).ShouldContain("4 values");

        static string Refused(double[] cases, double[] populations) =>
            Should.Throw<ArgumentException>(() => Run.EmpiricalBayesMoran(new(cases, populations, SpatialSamples.Path))).Message;
    }

    [Fact]
    public void An_island_stays_and_is_named() =>
        Run.EmpiricalBayesMoran(new([1, 2, 3, 4, 5], [90, 90, 90, 90, 90], SpatialSamples.Uneven)).Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": e.");
}
