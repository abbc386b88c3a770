using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class CapacityModerationTests
{
    private const int Firms = 2000;
    private const double Error = 0.5;

    private static CapacityModerationOptions Options { get; } = new() { Equations = new EquationOptions { Draws = 8 }, Draws = 500 };

    [Fact]
    public void Planted_changes_with_absorptive_capacity_are_found_though_it_is_measured_with_error()
    {
        LearningSample sample = Planted(Error);
        double unit = Spread(sample, "capability");
        double capacity = Spread(sample, "absorptive_capacity");

        AdvantageModeration row = Estimate(sample).Find("EE01")!;

        row.Direct.Estimate.ShouldBe(0.3 / unit, 0.06);
        row.Change.Estimate.ShouldBe(0.4 * capacity / unit, 0.06);
        row.Index.Estimate.ShouldBe(0.5 * 0.25 * capacity / unit, 0.05);
        row.ChangeAdjustedPValue.ShouldBeLessThan(0.001);
        row.IndexAdjustedPValue.ShouldBeLessThan(0.01);
        row.Index.Low.ShouldBeGreaterThan(0);
        row.ShareMeasurement.ShouldBeInRange(0.001, 0.9);
    }

    [Fact]
    public void The_region_leaves_out_the_crossing_and_agrees_with_the_band_at_every_value()
    {
        CapacityModerationResult result = CapacityModeration.Estimate(
            Planted(0), Options with { CurvePoints = 301 }, cancellationToken: TestContext.Current.CancellationToken); // finer than the region is narrow
        AdvantageModeration row = result.Find("EE01")!;
        double crossing = -row.Direct.Estimate / row.Change.Estimate;

        row.Region.Kind.ShouldBe(RegionKind.Outside);
        crossing.ShouldBeInRange(row.Region.Low, row.Region.High);
        row.Region.Holds(crossing).ShouldBeFalse();
        result.Curve.Count(point => point.Advantage == "EE01").ShouldBe(301);
        result.Curve.ShouldAllBe(point => point.InRegion == point.Association.IsClear);
        result.Curve.Where(point => point.Advantage == "EE01").Select(point => point.InRegion).Distinct().Count().ShouldBe(2);
        row.ShareInRegion.ShouldBeInRange(0.5, 0.99);
    }

    [Fact]
    public void An_advantage_without_a_planted_change_shows_none()
    {
        AdvantageModeration row = Estimate(Planted(0)).Find("EE02")!;

        row.ChangeAdjustedPValue.ShouldBeGreaterThan(0.05);
        row.Change.Low.ShouldBeLessThan(0);
        row.Change.High.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Tables_hold_a_row_per_advantage_and_per_point()
    {
        CapacityModerationResult result = Estimate(Planted(0));

        result.ToTable().RowCount.ShouldBe(2);
        result.ToCurve().RowCount.ShouldBe(50);
    }

    [Theory]
    [InlineData("absorptive_capacity")]
    [InlineData("effort")]
    [InlineData("capability")]
    public void A_score_that_does_not_vary_is_named_and_nothing_is_told(string construct)
    {
        LearningSample sample = Planted(0);
        LearningSample flat = sample with
        {
            Scores = sample.Scores with
            {
                Scores = [.. sample.Scores.Scores.Select(score => score.Construct == construct ? score with { Values = [.. score.Values.Select(_ => 1.0)] } : score)],
            },
        };

        CapacityModerationResult result = Estimate(flat);

        result.Advantages.ShouldBeEmpty();
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain(construct);
        result.ToTable().RowCount.ShouldBe(0);
    }

    [Fact]
    public void An_exposure_that_is_the_same_everywhere_is_named()
    {
        LearningSample sample = Planted(0);
        LearningSample flat = sample with
        {
            Exposures = sample.Exposures with { Exposures = [new Exposure("EE05", [.. new double[Firms]], [], "test"), .. sample.Exposures.Exposures] },
        };

        CapacityModerationResult result = Estimate(flat);

        result.Advantages.Select(row => row.Advantage).ShouldBe(["EE01", "EE02"]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("EE05");
    }

    private static CapacityModerationResult Estimate(LearningSample sample) =>
        CapacityModeration.Estimate(sample, Options, cancellationToken: TestContext.Current.CancellationToken);

    private static double Spread(LearningSample sample, string construct) => Math.Sqrt(Sums.Variance([.. sample.Scores.Find(construct)!.Values]));

    // effort = 0.5 x + noise, in units of 1; capability = 0.5 e + 0.3 x + 0.2 w + 0.4 x w + 0.25 e w + noise; w is seen with an error that is told.
    private static LearningSample Planted(double error)
    {
        (double[] x, double[] other, double[] w, double[] effort, double[] noise, double[] seen) = (Noise(1), Noise(2), Noise(3), Noise(4), Noise(5), Noise(6));
        double[] made = [.. Enumerable.Range(0, Firms).Select(firm => (0.5 * x[firm]) + (Math.Sqrt(0.75) * effort[firm]))];
        double[] capability = [.. Enumerable.Range(0, Firms).Select(firm =>
            (0.5 * made[firm]) + (0.3 * x[firm]) + (0.2 * w[firm]) + (0.4 * x[firm] * w[firm]) + (0.25 * made[firm] * w[firm]) + (0.5 * noise[firm]))];
        double[] capacity = [.. w.Zip(seen, (value, slip) => value + (error * slip))];
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(_ => true)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 20}")],
            new ExposureTable(ids, [new Exposure("EE01", x, [], "test"), new Exposure("EE02", other, [], "test")]),
            new ScoreTable(ids,
            [
                new Score("capability", capability, [], "test", []),
                new Score("effort", made, [], "test", []),
                new Score("absorptive_capacity", capacity, error == 0 ? [] : [.. capacity.Select(_ => error)], "test", []),
            ]),
            new Dictionary<string, double[]>());
    }

    private static double[] Noise(int replicate)
    {
        RandomStream stream = new(13, RandomPurpose.Example, 4000 + replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}
