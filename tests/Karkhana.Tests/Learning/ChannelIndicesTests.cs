using CsCheck;
using Karkhana.Core.Exchange;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ChannelIndicesTests
{
    private static readonly string[] ThreeRows = ["EE03", "EE08", "JA05"];

    private static readonly Gen<double[]> TwentySixExposures = Gen.Int[-20, 100].Select(value => value < 0 ? double.NaN : value / 100.0).Array[26];

    [Fact]
    public void Firm_Z_has_the_indices_of_the_framework()
    {
        ChannelIndicesResult result = ChannelIndices.Estimate(Three(), Exposures(("EE08", 0.8), ("EE03", 0.5), ("JA05", 0.2)));

        result.Of(LearningChannel.CostOfEffort)[0].ShouldBe(0.425, tolerance: 1e-15);
        result.Of(LearningChannel.ResourcesForEffort)[0].ShouldBe(0.35, tolerance: 1e-15);
        result.Of(LearningChannel.IncentiveForEffort)[0].ShouldBe(-0.7 / 1.5, tolerance: 1e-15);
        result.Of(LearningChannel.EffectivenessOfEffort)[0].ShouldBe(0.5, tolerance: 1e-15);
        result.Of(LearningChannel.SpilloverWithoutEffort)[0].ShouldBe(0.68, tolerance: 1e-15);
        result.Of(LearningChannel.StaticCost)[0].ShouldBe(0.4, tolerance: 1e-15);
        result.Coverage.ShouldAllBe(coverage => coverage[0] == 1);
    }

    [Fact]
    public void An_exposure_that_is_not_known_is_left_out_with_its_strength()
    {
        ChannelIndicesResult result = ChannelIndices.Estimate(Three(), Exposures(("EE08", double.NaN), ("EE03", 0.5)));

        result.Of(LearningChannel.StaticCost)[0].ShouldBe(0.5);
        result.Of(LearningChannel.IncentiveForEffort)[0].ShouldBe(double.NaN);
        CoverageOf(result, LearningChannel.StaticCost).ShouldBe(2 / 3.0, tolerance: 1e-15);
        CoverageOf(result, LearningChannel.IncentiveForEffort).ShouldBe(0);
    }

    [Fact]
    public void Without_any_exposure_there_is_no_index()
    {
        ChannelIndicesResult result = ChannelIndices.Estimate(ChannelMatrix.Default(), new ExposureTable(["F0", "F1"], []));

        result.Values.SelectMany(values => values).ShouldAllBe(value => double.IsNaN(value));
        result.Coverage.SelectMany(values => values).ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_channel_that_the_matrix_lacks_is_not_a_number()
    {
        ChannelMatrix costOnly = Three() with { Channels = [LearningChannel.CostOfEffort] };

        ChannelIndicesResult result = ChannelIndices.Estimate(costOnly, Exposures(("EE08", 0.8)));

        result.Of(LearningChannel.CostOfEffort)[0].ShouldBe(0.8, tolerance: 1e-15);
        result.Of(LearningChannel.StaticCost).ShouldBe([double.NaN]);
    }

    [Fact]
    public void Indices_lie_within_one_and_coverage_is_a_share() => TwentySixExposures.Sample(values =>
    {
        ChannelMatrix matrix = ChannelMatrix.Default();
        ChannelIndicesResult result = ChannelIndices.Estimate(
            matrix, Exposures([.. matrix.Rows.Select((row, i) => (row.Id, values[i]))]));
        return result.Values.All(channel => double.IsNaN(channel[0]) || channel[0] is >= -1 - 1e-12 and <= 1 + 1e-12)
            && result.Coverage.All(channel => channel[0] is >= 0 and <= 1 + 1e-12);
    });

    [Fact]
    public void The_order_of_rows_does_not_matter_and_full_exposure_gives_the_balance_of_signs()
    {
        ChannelMatrix matrix = ChannelMatrix.Default();
        ExposureTable full = Exposures([.. matrix.Rows.Select(row => (row.Id, 1.0))]);

        double[] forth = [.. ChannelIndices.Estimate(matrix, full).Values.Select(values => values[0])];
        double[] back = [.. ChannelIndices.Estimate(matrix with { Rows = [.. matrix.Rows.Reverse()] }, full).Values.Select(values => values[0])];

        Bits.Close(forth, back, relative: 1e-12).ShouldBeTrue();
        Bits.Close(
            forth,
            [.. matrix.Channels.Select(channel => matrix.Rows.Sum(row => row.In(channel)) / matrix.Rows.Sum(row => Math.Abs(row.In(channel))))],
            relative: 1e-12).ShouldBeTrue();
    }

    private static ChannelMatrix Three()
    {
        ChannelMatrix matrix = ChannelMatrix.Default();
        return matrix with { Rows = [.. matrix.Rows.Where(row => ThreeRows.Contains(row.Id))] };
    }

    private static ExposureTable Exposures(params (string Id, double Value)[] values) =>
        new(["Z"], [.. values.Select(value => new Exposure(value.Id, [value.Value], [double.NaN], "test"))]);

    private static double CoverageOf(ChannelIndicesResult result, LearningChannel channel) =>
        result.Coverage[result.Channels.ToList().IndexOf(channel)][0];
}
