using CsCheck;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Policy;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class ExposureGapsTests
{
    private static readonly double[] Ten = [0.2, 0.3, 0.4, 0.5, 0.6, 0.6, 0.7, 0.8, 0.9, 1.0];

    [Fact]
    public void The_gap_of_ten_firms_is_that_counted_by_hand()
    {
        // Means 0.4 and 0.8; squares around 0.6 sum to 0.6, so that the standard deviation is √(0.6 / 9).
        ExposureGap gap = Estimate(Sample(Ten, 5)).Gaps.Single();

        (gap.AdvantageId, gap.Firms, gap.Comparisons, gap.Errors).ShouldBe(("EE01", 5, 5, GapErrors.Resampled));
        gap.Mean.ShouldBe(0.4, 1e-12);
        gap.ComparisonMean.ShouldBe(0.8, 1e-12);
        gap.Gap.ShouldBe(-0.4 / Math.Sqrt(0.6 / 9), 1e-12);
        gap.Low.ShouldBeLessThan(gap.Gap);
        gap.High.ShouldBeGreaterThan(gap.Gap);
        gap.IsBelow.ShouldBeTrue();
    }

    [Fact]
    public void With_places_enough_the_limits_are_those_of_the_means_of_places()
    {
        // Four places of two firms on either side: in a balanced design cr2 gives Student's limits of the means of places, with 3 + 3 degrees of freedom
        // where these vary alike, as here.
        double[] own = [0.1, 0.3, 0.3, 0.5, 0.2, 0.4, 0.4, 0.2];
        double[] others = [.. own.Select(value => value + 0.4)];
        string[] places = [.. Enumerable.Range(0, 16).Select(firm => $"place {firm / 2}")];

        ExposureGap gap = Estimate(Sample([.. own, .. others], 8) with { Places = places }).Gaps.Single();

        double spread = Math.Sqrt(Sums.Variance([.. own, .. others]));
        double error = Math.Sqrt(2 * Sums.Variance([0.2, 0.4, 0.3, 0.3]) / 4) / spread;
        double half = StudentT.InvCDF(0, 1, 6, 0.975) * error;
        gap.Errors.ShouldBe(GapErrors.ByPlace);
        gap.Gap.ShouldBe(-0.4 / spread, 1e-12);
        gap.Low.ShouldBe(gap.Gap - half, 1e-9);
        gap.High.ShouldBe(gap.Gap + half, 1e-9);
    }

    [Theory]
    [InlineData(7, 1)] // one place on the side of the cluster
    [InlineData(3, 2)] // five places in all
    public void With_few_places_firms_are_resampled(int placesOfOthers, int placesOfCluster)
    {
        string[] places = [.. Enumerable.Range(0, 10).Select(firm => firm < 5 ? $"own {firm % placesOfCluster}" : $"other {firm % placesOfOthers}")];

        ExposureGapSample sample = Sample(Ten, 5);

        Estimate(sample with { Places = places }).Gaps.ShouldBe(Estimate(sample).Gaps);
        Estimate(sample, 8).Gaps[0].Low.ShouldNotBe(Estimate(sample).Gaps[0].Low);
    }

    [Fact]
    public void Of_few_firms_and_of_firms_that_are_alike_no_gap_is_known()
    {
        double[] holed = [.. Ten];
        holed[3] = double.NaN;

        ExposureGapsResult few = Estimate(Sample(holed, 5));
        (few.Gaps[0].IsKnown, few.Gaps[0].IsBelow, few.Gaps[0].Firms, few.Gaps[0].Errors).ShouldBe((false, false, 4, GapErrors.Unknown));
        few.ToTable(new Dictionary<string, string>()).RowCount.ShouldBe(0);
        Estimate(Sample([.. Ten.Select(_ => 0.5)], 5)).Known.ShouldBeEmpty();
    }

    [Fact]
    public void The_table_names_the_advantage_and_holds_firms_and_limits()
    {
        ExposureGapsResult found = Estimate(Sample(Ten, 5));

        Table table = found.ToTable(new Dictionary<string, string> { ["EE01"] = "Labour pooling" });

        (table.Name, table.RowCount).ShouldBe(("exposure_gaps", 1));
        table.Texts("name")[0].ShouldBe("Labour pooling");
        (table.Numbers("n")[0], table.Numbers("comparison_firms")[0]).ShouldBe((5, 5));
        table.Numbers("conf_high")[0].ShouldBe(found.Gaps[0].High);
    }

    [Fact]
    public void Exchanging_the_sides_turns_the_sign_and_a_change_of_units_does_nothing() =>
        Gen.Double[0, 1].Array[12, 30].Where(values => values.Distinct().Count() > 5).Sample(values =>
        {
            int half = values.Length / 2;
            double gap = Estimate(Sample(values, half)).Gaps[0].Gap;
            ExposureGapSample sample = Sample(values, half);
            double turned = Estimate(sample with { Cluster = sample.Comparison, Comparison = sample.Cluster }).Gaps[0].Gap;
            double scaled = Estimate(Sample([.. values.Select(value => 3 + (2 * value))], half)).Gaps[0].Gap;
            return Math.Abs(gap + turned) < 1e-9 && Math.Abs(gap - scaled) < 1e-9;
        }, iter: 10);

    [Fact]
    public void Impossible_comparisons_are_refused()
    {
        ExposureGapSample sample = Sample(Ten, 5);

        Should.Throw<ArgumentException>(() => Estimate(sample with { Comparison = [] })).Message.ShouldContain("comparison set was empty");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Cluster = [] })).Message.ShouldContain("it held none");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Comparison = [4, 5, 6] })).Message.ShouldContain("1 are in both");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Comparison = [10] })).Message.ShouldContain("from 0 to 9; 10 are not");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Places = ["here"] })).Message.ShouldContain("there were 1");
    }

    private static ExposureGapsResult Estimate(ExposureGapSample sample, ulong seed = 3) =>
        ExposureGaps.Estimate(sample, seed, TestContext.Current.CancellationToken);

    // The first firms are the cluster, the others the comparison set.
    private static ExposureGapSample Sample(double[] values, int cluster) => new()
    {
        Exposures = new ExposureTable(
            [.. values.Select((_, firm) => $"F{firm}")], [new Exposure("EE01", values, [.. values.Select(_ => double.NaN)], "survey")]),
        Cluster = [.. Enumerable.Range(0, cluster)],
        Comparison = [.. Enumerable.Range(cluster, values.Length - cluster)],
        All = [.. Enumerable.Range(0, values.Length)],
    };
}
