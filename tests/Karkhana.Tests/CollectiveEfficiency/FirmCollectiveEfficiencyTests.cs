using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class FirmCollectiveEfficiencyTests
{
    private static readonly ExposureTable ThreeFirms = new(
        ["F0", "F1", "F2"],
        [
            new Exposure("EE01", [1, 3, double.NaN], [0.1, double.NaN, double.NaN], "register"),
            new Exposure("EE02", [0, 2, 4], [double.NaN, double.NaN, double.NaN], "register"),
            new Exposure("EE03", [1, 1, 1], [0.1, 0.1, 0.1], "register"),
            new Exposure("DE01", [9, 0, 0], [0.1, 0.1, 0.1], "register"),
        ]);

    [Fact]
    public void External_economies_are_means_of_standardised_exposures()
    {
        CollectiveEfficiencyScore score = ScoresOf(ThreeFirms, null).Of("external_economies");

        // EE01: mean 2, sd √2; EE02: mean 2, sd 2; EE03 does not vary, DE01 is no economy.
        score.Parts.ShouldBe(["EE01", "EE02"]);
        score.Values[0].ShouldBe((-Math.Sqrt(0.5) - 1) / 2, tolerance: 1e-15);
        score.Values[1].ShouldBe(Math.Sqrt(0.5) / 2, tolerance: 1e-15);
        score.Values[2].ShouldBe(1);
        score.Known.ShouldBe([2, 2, 1]);
        // (0.1/√2)² for the part whose error is known, the other taken as no surer: √(0.005/2).
        score.StandardErrors[0].ShouldBe(0.05, tolerance: 1e-15);
        score.StandardErrors[1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Joint_action_is_a_sum_score_with_its_error()
    {
        double[][] answers = [[0, 1, 2, 3, double.NaN], [1, 1, 2, 3, 2], [0, 2, 1, 3, double.NaN], [0, 0, 3, 2, double.NaN]];
        Survey survey = SampleSurveys.Of([.. answers.Select((own, j) => (SampleSurveys.Item($"J{j + 1}", $"JA0{j + 1}", 0, 3), own))]);
        FirmCollectiveEfficiencyResult result = ScoresOf(new ExposureTable(SampleSurveys.Ids(5), []), survey);
        CollectiveEfficiencyScore score = result.Of("joint_action");
        double alpha = CronbachAlpha.Estimate(new ItemResponses(["a", "b", "c", "d"], answers), cancellationToken: TestContext.Current.CancellationToken).Alpha;

        score.Values.ShouldBe([0.25, 1, 2, 2.75, double.NaN]);
        score.Alpha.ShouldBe(alpha);
        score.StandardErrors[0].ShouldBe(Math.Sqrt(Sums.Variance([0.25, 1, 2, 2.75]) * (1 - alpha)), tolerance: 1e-14);
        result.Of("joint_action_backward").Values.ShouldBe(answers[0]);
        result.Of("joint_action_backward").StandardErrors.ShouldAllBe(error => double.IsNaN(error));
        result.Notes.Select(note => note.Code).ShouldBe(["not-measured", "no-error"]);
    }

    [Fact]
    public void Units_of_exposures_and_order_of_firms_do_not_matter()
    {
        ExposureTable turned = new(
            ["F2", "F1", "F0"],
            [.. ThreeFirms.Exposures.Select(exposure => exposure with
            {
                Values = [.. exposure.Values.Reverse().Select(value => 4 * value)],
                StandardErrors = [.. exposure.StandardErrors.Reverse().Select(error => 4 * error)],
            })]);

        CollectiveEfficiencyScore score = ScoresOf(ThreeFirms, null).Of("external_economies");
        CollectiveEfficiencyScore other = ScoresOf(turned, null).Of("external_economies");

        for (int firm = 0; firm < 3; firm++)
        {
            other.Values[2 - firm].ShouldBe(score.Values[firm], tolerance: 1e-14);
        }
    }

    [Fact]
    public void Who_is_scored_can_be_set()
    {
        ScoresOf(ThreeFirms, null, new FirmCollectiveEfficiencyOptions { LeastShare = 0.6 }).Of("external_economies").Values[2].ShouldBe(double.NaN);
        ScoresOf(ThreeFirms, null).ToTable().RowCount.ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => new FirmCollectiveEfficiencyOptions { LeastShare = 1.1 });
    }

    [Fact]
    public void A_survey_of_firms_that_are_not_in_the_register_is_refused() => Should.Throw<ArgumentException>(() => ScoresOf(
        ThreeFirms, SampleSurveys.Of([7], (SampleSurveys.Item("J1", "JA01", 0, 3), [1])))).Message.ShouldContain("firms of the register");

    [Fact]
    public void Latent_joint_action_orders_firms_as_the_truth_does_and_is_not_there_unless_asked_for()
    {
        (Survey survey, double[] truth) = Drawn(400);
        ExposureTable none = new(SampleSurveys.Ids(400), []);
        CollectiveEfficiencyScore latent = ScoresOf(none, survey, new FirmCollectiveEfficiencyOptions { Latent = true }).Of("joint_action_latent");

        latent.Parts.Count.ShouldBe(7);
        Correlation(latent.Values, truth).ShouldBeGreaterThan(0.8);
        // Posterior: the mean squared error is about the mean posterior variance, and with it the variance of the truth.
        double error = Sums.Mean([.. latent.StandardErrors.Select(own => own * own)]);
        (Sums.Variance([.. latent.Values]) + error).ShouldBe(1, tolerance: 0.1);
        ScoresOf(none, survey).Scores.ShouldNotContain(score => score.Name == "joint_action_latent");
        ScoresOf(none, survey, new FirmCollectiveEfficiencyOptions { Latent = true }, workers: 4).Of("joint_action_latent").Values.ShouldBe(latent.Values);
    }

    [Fact]
    public void Latent_joint_action_needs_firms_and_items_and_says_so()
    {
        (Survey survey, _) = Drawn(149);
        FirmCollectiveEfficiencyOptions latent = new() { Latent = true };
        FirmCollectiveEfficiencyResult few = ScoresOf(new ExposureTable(SampleSurveys.Ids(149), []), survey, latent);

        few.Scores.ShouldNotContain(score => score.Name == "joint_action_latent");
        few.Notes.Single(note => note.Code == "latent-too-few").Text.ShouldContain("150 firms; there are 7 and 149");
        ScoresOf(new ExposureTable(SampleSurveys.Ids(149), []), survey, latent with { LatentFrom = 100 }).Of("joint_action_latent").Values.ShouldAllBe(value => double.IsFinite(value));
        Should.Throw<ArgumentOutOfRangeException>(() => latent with { LatentFrom = 29 });
    }

    private static FirmCollectiveEfficiencyResult ScoresOf(ExposureTable exposures, Survey? survey, FirmCollectiveEfficiencyOptions? options = null, int workers = 1) =>
        FirmCollectiveEfficiency.Estimate(exposures, survey, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    // One item per joint action, four categories, thresholds −1, 0 and 1, slope 2.
    private static (Survey Survey, double[] Truth) Drawn(int firms)
    {
        RandomStream stream = new(2003, RandomPurpose.Example, 17);
        double[] truth = [.. Enumerable.Range(0, firms).Select(_ => stream.NextGaussian())];
        return (SampleSurveys.Of([.. Enumerable.Range(1, 7).Select(item => (SampleSurveys.Item($"J{item}", $"JA0{item}", 0, 3), truth.Select(theta =>
        {
            double u = stream.NextDouble();
            return (double)new[] { -1.0, 0, 1 }.Count(threshold => u < 1 / (1 + Math.Exp(-2 * (theta - threshold))));
        }).ToArray()))]), truth);
    }

    private static double Correlation(IReadOnlyList<double> x, double[] y)
    {
        double[] cx = [.. x.Select(value => value - x.Average())];
        double[] cy = [.. y.Select(value => value - y.Average())];
        return Sums.Dot(cx, cy) / Math.Sqrt(Sums.Dot(cx, cx) * Sums.Dot(cy, cy));
    }
}
