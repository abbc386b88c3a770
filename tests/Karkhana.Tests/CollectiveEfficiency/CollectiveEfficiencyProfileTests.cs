using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Execution;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class CollectiveEfficiencyProfileTests
{
    private static readonly CollectiveEfficiencyProfileOptions Quick = new() { Replicates = 199 };

    [Fact]
    public void The_example_of_the_framework_has_its_levels()
    {
        CollectiveEfficiencyProfileResult result = Estimate(Levels(("EE01", 3), ("EE02", 2), ("EE05", 2), ("EE10", 1), ("JA01", 2), ("JA02", 1), ("JA03", 0), ("JA05", 1)));

        result.Of("level", "external_economies").Estimate.ShouldBe(2);
        result.Of("level", "joint_action").Estimate.ShouldBe(1);
        result.Of("level", "collective_efficiency").Estimate.ShouldBe(1.5);
        result.Of("level", "spontaneous_minus_active").Estimate.ShouldBe(1);
        // Both firms answer alike, so that no draw differs.
        result.Of("level", "joint_action").StandardError.ShouldBe(0);
        result.Of("level", "joint_action").ConfLow.ShouldBe(1);
    }

    [Fact]
    public void Joint_action_is_told_apart_by_type_direction_and_partners()
    {
        CollectiveEfficiencyProfileResult result = Estimate(SampleSurveys.Of(
            (SampleSurveys.Item("J1", "JA01", 0, 3), [2, 0]), (SampleSurveys.Item("J2", "JA02", 0, 3), [1, 1]),
            (SampleSurveys.Item("J3", "JA03", 0, 3), [0, 0]), (SampleSurveys.Item("J4", "JA04", 0, 3), [1, 1]),
            (SampleSurveys.Item("J5", "JA05", 0, 3), [3, 1]), (SampleSurveys.Item("J1c", "JA01_change", -2, 2), [2, 1]),
            (SampleSurveys.Item("J4c", "JA04_change", -2, 2), [-1, -1]), (SampleSurveys.Item("J5c", "JA05_change", -2, 2), [1, double.NaN])));

        Level(JointActionAxis.Type, "backward").ShouldBe(1);
        Level(JointActionAxis.Type, "multilateral").ShouldBe(1.5);
        Level(JointActionAxis.Direction, "vertical").ShouldBe(1);
        Level(JointActionAxis.Direction, "horizontal").ShouldBe(1);
        Level(JointActionAxis.Partners, "bilateral").ShouldBe(2.0 / 3, tolerance: 1e-15);
        Level(JointActionAxis.Beyond, "institutes").ShouldBe(double.NaN);
        result.Of("level", "joint_action").Missing.ShouldBe(["JA06", "JA07"]);
        // Two types were asked: backward 1.5, multilateral (−1 + 1)/2.
        result.Of("change", "joint_action").Estimate.ShouldBe(0.75);
        result.Of("change", "joint_action", JointActionAxis.Type, "multilateral").Firms.ShouldBe(2);
        result.Of("change", "joint_action").Missing.ShouldBe(["JA02", "JA03"]);
        result.Notes.Single().Text.ShouldContain("joint_action (change): JA02, JA03");
        result.ToTable().RowCount.ShouldBe(25);

        double Level(JointActionAxis axis, string name) => result.Of("level", "joint_action", axis, name).Estimate;
    }

    [Fact]
    public void The_bootstrap_agrees_with_the_linearised_error_and_uses_the_weights()
    {
        double[] answers = [.. Enumerable.Range(0, 200).Select(firm => (double)(firm * 7 % 4))];
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("J1", "JA01", 0, 3), answers)) with { Weights = [.. answers.Select((_, firm) => 1.0 + (firm % 3))] };
        WeightedMean expected = WeightedMean.Of(survey, [.. Enumerable.Range(0, 200)], firm => answers[firm]);

        ProfileRow row = CollectiveEfficiencyProfile.Estimate(
            survey, [.. Enumerable.Range(0, 200)], cancellationToken: TestContext.Current.CancellationToken).Of("level", "joint_action");

        row.Estimate.ShouldBe(expected.Mean, tolerance: 1e-12);
        row.StandardError.ShouldBe(expected.StandardError, tolerance: 0.1 * expected.StandardError);
        row.ConfLow.ShouldBe(expected.Mean - (1.96 * expected.StandardError), tolerance: 0.3 * expected.StandardError);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("J1", "JA01", 0, 3), [0, 1, 2, 3, 3]), (SampleSurveys.Item("J2", "JA02", 0, 3), [0, 1, 0, 3, double.NaN]));

        ProfileRow[] one = [.. With(1).Rows];
        ProfileRow[] four = [.. With(4).Rows];

        one.Select(row => (row.StandardError, row.ConfLow)).ShouldBe(four.Select(row => (row.StandardError, row.ConfLow)));

        CollectiveEfficiencyProfileResult With(int workers) => CollectiveEfficiencyProfile.Estimate(
            survey, [0, 1, 2, 3, 4], Quick, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Estimates_lie_within_the_scale_and_intervals_hold_order() => Gen.Int[-1, 3].Select(value => value < 0 ? double.NaN : value).Array[5].Array[4].Sample(
        answers =>
        {
            CollectiveEfficiencyProfileResult result = CollectiveEfficiencyProfile.Estimate(
                SampleSurveys.Of([.. answers.Select((own, j) => (SampleSurveys.Item($"J{j + 1}", $"JA0{j + 1}", 0, 3), own))]), [0, 1, 2, 3, 4], Quick);
            return result.Rows.All(row => double.IsNaN(row.Estimate) == (row.Measured.Count == 0 || row.Index is "spontaneous_minus_active" or "collective_efficiency")
                && !(row.Estimate < 0) && !(row.Estimate > 3) && !(row.ConfLow > row.ConfHigh));
        },
        iter: 20);

    [Fact]
    public void One_firm_has_no_interval()
    {
        ProfileRow row = CollectiveEfficiencyProfile.Estimate(
            Levels(("JA01", 2)), [1], Quick, cancellationToken: TestContext.Current.CancellationToken).Of("level", "joint_action");

        (row.Estimate, row.StandardError, row.ConfLow).ShouldBe((2, double.NaN, double.NaN));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => CollectiveEfficiencyProfile.Estimate(Levels(("JA01", 2)), [])).Message.ShouldContain("at least one respondent");
        Should.Throw<ArgumentException>(() => CollectiveEfficiencyProfile.Estimate(Levels(("JA01", 2)), [2])).Message.ShouldContain("[0, 1]");
        Should.Throw<ArgumentOutOfRangeException>(() => new CollectiveEfficiencyProfileOptions { Replicates = 10 });
    }

    private static CollectiveEfficiencyProfileResult Estimate(Survey survey) => CollectiveEfficiencyProfile.Estimate(
        survey, [0, 1], Quick, cancellationToken: TestContext.Current.CancellationToken);

    private static Survey Levels(params (string Construct, double Level)[] levels) =>
        SampleSurveys.Of([.. levels.Select(level => (SampleSurveys.Item(level.Construct, level.Construct, 0, 3), new[] { level.Level, level.Level }))]);
}
