using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
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
        CollectiveEfficiencyScore score = FirmCollectiveEfficiency.Estimate(ThreeFirms, null).Of("external_economies");

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
        FirmCollectiveEfficiencyResult result = FirmCollectiveEfficiency.Estimate(new ExposureTable(SampleSurveys.Ids(5), []), survey);
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

        CollectiveEfficiencyScore score = FirmCollectiveEfficiency.Estimate(ThreeFirms, null).Of("external_economies");
        CollectiveEfficiencyScore other = FirmCollectiveEfficiency.Estimate(turned, null).Of("external_economies");

        for (int firm = 0; firm < 3; firm++)
        {
            other.Values[2 - firm].ShouldBe(score.Values[firm], tolerance: 1e-14);
        }
    }

    [Fact]
    public void Who_is_scored_can_be_set()
    {
        FirmCollectiveEfficiency.Estimate(ThreeFirms, null, new FirmCollectiveEfficiencyOptions { LeastShare = 0.6 }).Of("external_economies").Values[2].ShouldBe(double.NaN);
        FirmCollectiveEfficiency.Estimate(ThreeFirms, null).ToTable().RowCount.ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => new FirmCollectiveEfficiencyOptions { LeastShare = 1.1 });
    }

    [Fact]
    public void A_survey_of_firms_that_are_not_in_the_register_is_refused() => Should.Throw<ArgumentException>(() => FirmCollectiveEfficiency.Estimate(
        ThreeFirms, SampleSurveys.Of([7], (SampleSurveys.Item("J1", "JA01", 0, 3), [1])))).Message.ShouldContain("firms of the register");
}
