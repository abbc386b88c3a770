using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class LocalMoranTests
{
    [Fact]
    public void Four_workshops_in_a_row_have_the_values_computed_by_hand()
    {
        LocalMoranResult result = Estimate(LocalSamples.Row);

        // mean 3, z = −2, −1, 0, 3, m2 = 14/4; the others of the first are −1, 0, 3: mean 2/3, variance 26/9
        Bits.Close(result.Estimates, [2 / 3.5, 1 / 3.5, 0, 0], relative: 1e-14).ShouldBeTrue();
        result.Expectations[0].ShouldBe(-2 * (2 / 3.0) / 3.5, tolerance: 1e-14);
        result.Variances[0].ShouldBe(26 / 9.0 * 4 / (3.5 * 3.5), tolerance: 1e-14);
        result.Z[0].ShouldBe(0.980581, tolerance: 5e-7);
        result.PValues[0].ShouldBe(0.326800, tolerance: 5e-7);
        result.Z[2].ShouldBe(double.NaN); // z = 0: every arrangement gives 0
        result.Quadrants.ShouldBe([LocalQuadrant.LowLow, LocalQuadrant.LowLow, LocalQuadrant.LowHigh, LocalQuadrant.HighLow]);
    }

    [Fact]
    public void Words_of_quadrants_name_the_unit_first()
    {
        LocalMoranResult result = Estimate(LocalSamples.Row);

        string?[] words = [.. result.ToOutputs().All["quadrant"].Texts!];
        words.ShouldBe(["low-low", "low-low", "low-high", "high-low"]);
        result.ToTable().Texts("quadrant").ShouldBe(words);
        result.ToTable().Texts("moments").ShouldAllBe(word => word == "conditional");
        result.Provenance.Options.ShouldContain("moments = Conditional");
    }

    [Fact]
    public void Conditional_moments_are_those_of_all_arrangements_of_the_others() => LocalSamples.Five.Sample(units =>
    {
        LocalMoranResult result = Estimate(units, new() { Style = WeightsStyle.AsGiven });
        return Enumerable.Range(0, 5).All(unit =>
        {
            int[] others = [.. Enumerable.Range(0, 5).Where(other => other != unit)];
            double[] all = [.. LocalSamples.Orders(4).Select(order => Statistic(units, unit, Placed(units.Values, others, order)))];
            return Agree(result, unit, all);
        });
    });

    [Fact]
    public void Total_moments_are_those_of_all_arrangements() => LocalSamples.Five.Sample(units =>
    {
        LocalMoranResult result = Estimate(
            units, new() { Style = WeightsStyle.AsGiven, Moments = LocalMoments.Total });
        int[] every = [0, 1, 2, 3, 4];
        return Enumerable.Range(0, 5).All(unit => Agree(
            result, unit, [.. LocalSamples.Orders(5).Select(order => Statistic(units, unit, Placed(units.Values, every, order)))]));
    });

    [Fact]
    public void The_score_does_not_depend_on_the_divisor_and_the_estimate_does() => LocalSamples.Any.Sample(units =>
    {
        foreach (LocalMoments moments in Enum.GetValues<LocalMoments>())
        {
            LocalMoranResult n = Estimate(units, new() { Moments = moments });
            LocalMoranResult less = Estimate(units, new() { Moments = moments, Denominator = VarianceDivisor.NMinusOne });
            double ratio = (units.Count - 1.0) / units.Count;
            if (!Bits.Close([.. n.Estimates.Select(value => value * ratio)], less.Estimates, 1e-12) || !Bits.Close(n.Z, less.Z, 1e-9))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Shifting_and_scaling_the_values_changes_nothing_and_the_order_of_units_neither() => LocalSamples.Any.Sample(units =>
    {
        LocalMoranResult result = Estimate(units);
        LocalMoranResult moved = Estimate(new SpatialValues([.. units.Values.Select(value => (4 * value) - 64)], units.Weights));
        LocalMoranResult reversed = Estimate(LocalSamples.Reversed(units));
        return Bits.Close(result.Estimates, moved.Estimates, 1e-11)
            && Bits.Close(result.Variances, moved.Variances, 1e-11)
            && Bits.Close(result.Estimates, [.. reversed.Estimates.Reverse()], 1e-11);
    });

    [Fact]
    public void One_sided_p_values_add_up_to_one_and_halve_the_two_sided()
    {
        LocalMoranResult two = Estimate(LocalSamples.Row);
        LocalMoranResult greater = Estimate(LocalSamples.Row, new() { Alternative = Alternative.Greater });
        LocalMoranResult less = Estimate(LocalSamples.Row, new() { Alternative = Alternative.Less });

        (greater.PValues[0] + less.PValues[0]).ShouldBe(1, tolerance: 1e-14);
        (2 * greater.PValues[0]).ShouldBe(two.PValues[0], tolerance: 1e-14);
    }

    [Fact]
    public void A_unit_without_neighbours_has_no_value_and_a_note_says_so()
    {
        LocalMoranResult result = Estimate(new SpatialValues([1, 2, 3, 6], SpatialWeights.Of(["a", "b", "c", "d"], [0, 1], [1, 0])));

        result.Estimates[2].ShouldBe(double.NaN);
        result.Quadrants[3].ShouldBe(LocalQuadrant.Undefined);
        result.ToOutputs().All["quadrant"].Texts![3].ShouldBeNull();
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("2 of 4");
    }

    [Fact]
    public void Values_that_do_not_vary_have_no_pattern()
    {
        LocalMoranResult result = Estimate(new SpatialValues([0.1, 0.1, 0.1, 0.1], LocalSamples.Line(4)));

        result.Estimates.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Refused(new SpatialValues([1, 2], LocalSamples.Line(2))).ShouldContain("at least 3");
        Refused(new SpatialValues([1, 2, 3], LocalSamples.Line(4))).ShouldContain("4 values");
        Refused(new SpatialValues([1, 2, 3, double.NaN], LocalSamples.Line(4))).ShouldContain("finite");
        Refused(new SpatialValues([1, 2, 3], SpatialWeights.Of(["a", "b", "c"], [0, 1], [1, 1]))).ShouldContain("itself");
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static string Refused(SpatialValues units) => Should.Throw<ArgumentException>(() => Estimate(units)).Message;

    private static double[] Placed(IReadOnlyList<double> values, int[] places, int[] order)
    {
        double[] placed = [.. values];
        for (int i = 0; i < places.Length; i++)
        {
            placed[places[i]] = values[places[order[i]]];
        }

        return placed;
    }

    private static double Statistic(SpatialValues units, int unit, double[] values)
    {
        double mean = values.Average();
        double m2 = values.Average(value => (value - mean) * (value - mean));
        double lag = 0;
        for (int link = 0; link < units.Weights.NeighboursOf(unit).Length; link++)
        {
            lag += units.Weights.WeightsOf(unit)[link] * (values[units.Weights.NeighboursOf(unit)[link]] - mean);
        }

        return (values[unit] - mean) * lag / m2;
    }

    private static bool Agree(LocalMoranResult result, int unit, double[] all)
    {
        if (double.IsNaN(result.Estimates[unit]))
        {
            return true; // isolated, or values that do not vary: tested by name
        }

        double mean = all.Average();
        double variance = all.Average(value => (value - mean) * (value - mean));
        return Math.Abs(result.Expectations[unit] - mean) < 1e-9 * (1 + Math.Abs(mean))
            && Math.Abs(result.Variances[unit] - variance) < 1e-9 * (1 + variance);
    }

    private static LocalMoranResult Estimate(SpatialValues units, LocalMoranOptions? options = null) =>
        LocalMoran.Estimate(units, options, cancellationToken: TestContext.Current.CancellationToken);
}
