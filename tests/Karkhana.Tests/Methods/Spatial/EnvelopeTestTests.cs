using Karkhana.Core.Execution;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class EnvelopeTestTests
{
    // The last distance is left out, so that its values cannot matter.
    private static readonly CurveSet Three = new([1, 2, 3], [2, 2, 0], new ReplicateRows(3, [1, 1, 9, 2, 3, 9, 0, 2, 9]));

    [Theory]
    [InlineData(DepartureStatistic.Dclf, 1.25)]
    [InlineData(DepartureStatistic.Integral, 1.5)]
    [InlineData(DepartureStatistic.Mad, 1)]
    public void Three_curves_about_the_centre_of_dbmss_give_the_numbers_computed_by_hand(DepartureStatistic statistic, double expected)
    {
        // Centre (1 + 2 + 0)/2 = 1.5 and (1 + 3 + 2)/2 = 3; departures 0.5 and −1; the first and third curve depart more.
        EnvelopeTestResult result = Estimate(Three, new() { Statistic = statistic, Scaling = DepartureScaling.None });

        result.Statistic.ShouldBe(expected);
        result.PValue.ShouldBe(2 / 3.0);
    }

    [Fact]
    public void About_the_mean_only_the_second_curve_departs_more()
    {
        EnvelopeTestResult result = Estimate(Three, new() { Scaling = DepartureScaling.None, Centre = DepartureCentre.Mean });

        result.Statistic.ShouldBe(1);
        result.Simulated.ShouldBe([1, 2, 1]);
        result.PValue.ShouldBe(1 / 3.0);
    }

    [Fact]
    public void Studentised_departures_are_in_standard_deviations()
    {
        // Both distances have standard deviation 1: nothing changes. Doubling a distance's values doubles its deviation.
        CurveSet doubled = new([1, 2, 3], [2, 4, 0], new ReplicateRows(3, [1, 2, 9, 2, 6, 9, 0, 4, 9]));
        EnvelopeTestOptions options = new() { Scaling = DepartureScaling.Studentised, Centre = DepartureCentre.Mean };

        Estimate(doubled, options).Statistic.ShouldBe(1, tolerance: 1e-15);
    }

    [Fact]
    public void Quantile_and_asymmetric_scalings_are_those_computed_by_hand()
    {
        // alpha 0.5: quartiles of 0, 1, 2 are 0.5 and 1.5; of 1, 2, 3 they are 1.5 and 2.5. About the mean the half bands are 0.5.
        CurveSet above = Three with { Observed = [3, 1, 0] };

        Estimate(above, new() { Alpha = 0.5, Scaling = DepartureScaling.Quantile, Centre = DepartureCentre.Mean }).Statistic.ShouldBe(5);
        Estimate(above, new() { Alpha = 0.5, Centre = DepartureCentre.Mean }).Statistic.ShouldBe(20);
    }

    [Fact]
    public void A_curve_that_departs_most_has_the_least_p_value() =>
        Estimate(Three with { Observed = [50, 50, 0] }, new()).PValue.ShouldBe(1 / 4.0);

    [Fact]
    public void Distances_without_spread_or_with_missing_values_are_left_out_with_a_note()
    {
        CurveSet flat = new([1, 2, 3, 4], [2, 7, double.NaN, 0], new ReplicateRows(4, [1, 5, 1, 9, 2, 5, 3, 9, 0, 5, 2, 9]));
        CurveSet missing = Three with { Simulated = new ReplicateRows(3, [1, double.NaN, 9, 2, 3, 9, 0, 2, 9]) };
        EnvelopeTestOptions options = new() { Scaling = DepartureScaling.Studentised, Centre = DepartureCentre.Mean };

        EnvelopeTestResult result = Estimate(flat, options);

        result.Statistic.ShouldBe(1);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("At 2 of the distances");
        Estimate(missing, options).Statistic.ShouldBe(1);
    }

    [Fact]
    public void No_distance_with_evidence_gives_no_p_value()
    {
        EnvelopeTestResult result = Estimate(
            new CurveSet([1, 2], [3, 4], new ReplicateRows(2, [1, 1, 1, 1])), new() { Scaling = DepartureScaling.Studentised });

        result.PValue.ShouldBe(double.NaN);
        result.Statistic.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_order_of_the_simulated_curves_does_not_matter()
    {
        CurveSet turned = Three with { Simulated = new ReplicateRows(3, [0, 2, 9, 2, 3, 9, 1, 1, 9]) };

        foreach (DepartureScaling scaling in Enum.GetValues<DepartureScaling>())
        {
            Estimate(turned, new() { Scaling = scaling }).PValue.ShouldBe(Estimate(Three, new() { Scaling = scaling }).PValue);
        }
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Refused(new([1], [1], new ReplicateRows(1, [1, 2])));
        Refused(new([1, 2], [1, 2], new ReplicateRows(2, [1, 2])));
        Refused(new([2, 1], [1, 2], new ReplicateRows(2, [1, 2, 3, 4])));
        Refused(new([1, 2], [1], new ReplicateRows(2, [1, 2, 3, 4])));
        Refused(new([1, 2], [1, 2], new ReplicateRows(1, [1, 2, 3, 4])));
        Should.Throw<ArgumentException>(() => new EnvelopeTestOptions { Alpha = 0 });

        static void Refused(CurveSet curves) => Should.Throw<ArgumentException>(() => Estimate(curves, new()));
    }

    private static EnvelopeTestResult Estimate(CurveSet curves, EnvelopeTestOptions options) =>
        EnvelopeTest.Estimate(curves, options, cancellationToken: TestContext.Current.CancellationToken);
}
