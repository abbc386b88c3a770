using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class JointActionPerformanceTests
{
    private static readonly JointActionPerformanceOptions Quick = new() { Replicates = 199 };

    private static readonly double[] Rising = [-2, -2, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2];
    private static readonly double[] Performance = [.. Enumerable.Range(1, 15).Select(value => (double)value)];

    [Fact]
    public void Fifteen_firms_fall_into_thirds_of_five()
    {
        JointActionPerformanceRow row = Estimate(["backward"], [Rising], Performance).Rows.Single();

        row.TercileFirms.ShouldBe([5, 5, 5]);
        row.TercileMeans[0].ShouldBe(-7 / 5.0, tolerance: 1e-15);
        row.TercileIntervals.Zip(row.TercileMeans).ShouldAllBe(third => third.First.Low <= third.Second && third.Second <= third.First.High);
        row.TercileMeans[1].ShouldBe(1 / 5.0, tolerance: 1e-15);
        row.Difference.ShouldBe((8 / 5.0) + (7 / 5.0), tolerance: 1e-15);
        // Tied changes share the mean of their ranks, so that the product of ranks is the sum of squares of the tied ones: 280 − 11.5.
        row.Correlation.ShouldBe(Math.Sqrt(268.5 / 280), tolerance: 1e-12);
        row.CorrelationInterval.Low.ShouldBeInRange(0.8, row.Correlation);
        row.DifferenceInterval.Low.ShouldBeGreaterThan(1.5);
        row.PValue.ShouldBe(2 / 200.0);
    }

    [Fact]
    public void Equal_performance_stays_in_one_third()
    {
        // 1/3 lies at 0, 2/3 at 1: all zeros are low, nothing is above 1.
        JointActionPerformanceResult result = Estimate(["backward"], [Rising], [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);

        result.Rows[0].TercileFirms.ShouldBe([8, 7, 0]);
        double.IsNaN(result.Rows[0].TercileIntervals[2].Low).ShouldBeTrue();
        result.Rows[0].Difference.ShouldBe(double.NaN);
        result.Notes.Single().Code.ShouldBe("small-terciles");
        result.Rows[0].Correlation.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Types_are_corrected_together_and_their_mean_is_not()
    {
        double[] falling = [.. Rising.Reverse()];
        double[] level = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0];
        JointActionPerformanceResult result = Estimate(["backward", "forward", "horizontal", "all"], [Rising, falling, level, Rising], Performance);

        double[] p = [.. result.Rows.Select(row => row.PValue)];
        result.Rows.Take(3).Select(row => row.QValue).ShouldBe(MultipleTesting.BenjaminiHochberg(p[..3]));
        result.Rows[3].QValue.ShouldBe(double.NaN);
        result.Rows[1].Correlation.ShouldBeLessThan(0);
        result.ToTable().RowCount.ShouldBe(4);
        result.ToTerciles().RowCount.ShouldBe(12);
    }

    [Fact]
    public void Too_few_firms_are_refused_with_their_number()
    {
        JointActionPerformanceResult result = Estimate(["backward"], [[1, 2, 0, double.NaN]], [1, 2, 3, 4]);

        result.Rows[0].Correlation.ShouldBe(double.NaN);
        result.Rows[0].Firms.ShouldBe(3);
        result.Notes.Single().Text.ShouldContain("backward (3)");
        result.ToTerciles().RowCount.ShouldBe(0);
    }

    [Fact]
    public void Without_types_the_note_says_what_is_missing() => Estimate([], [], [1, 2]).Notes.Single().Text.ShouldContain("JA01_change");

    [Fact]
    public void A_change_that_does_not_vary_has_no_correlation()
    {
        JointActionPerformanceRow row = Estimate(["backward"], [[.. Performance.Select(_ => 1.0)]], Performance).Rows[0];

        (row.Correlation, row.PValue, row.Difference).ShouldBe((double.NaN, double.NaN, 0));
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_rows()
    {
        JointActionPerformanceInput input = new(["a", "b"], [Rising, [.. Rising.Select((value, i) => i % 4 == 0 ? double.NaN : -value)]], Performance);

        With(1).ShouldBe(With(3));

        string[] With(int workers) => [.. JointActionPerformance.Estimate(
            input, Quick, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken)
            .Rows.Select(row => $"{row.CorrelationInterval:R} {row.PValue:R} {row.DifferenceInterval:R}")];
    }

    [Fact]
    public void Only_the_order_of_performance_matters() => Gen.Int[-2, 2].Array[15].Sample(
        changes =>
        {
            double[] own = [.. changes.Select(value => (double)value)];
            JointActionPerformanceRow row = Estimate(["a"], [own], Performance).Rows[0];
            JointActionPerformanceRow other = Estimate(["a"], [own], [.. Performance.Select(value => Math.Exp(value / 3))]).Rows[0];
            return row.Correlation.Equals(other.Correlation) && row.PValue.Equals(other.PValue) && row.CorrelationInterval.Equals(other.CorrelationInterval)
                && !(Math.Abs(row.Correlation) > 1 + 1e-12) && !(row.PValue > 1);
        },
        iter: 20);

    [Fact]
    public void The_survey_gives_types_and_standardised_performance()
    {
        JointActionPerformanceInput input = JointActionPerformanceInput.Of(
            SampleSurveys.Of(
                (SampleSurveys.Item("J1c", "JA01_change", -2, 2), [2, double.NaN, 0]),
                (SampleSurveys.Item("J4c", "JA04_change", -2, 2), [0, 1, 0]),
                (SampleSurveys.Item("J5c", "JA05_change", -2, 2), [2, double.NaN, 0]),
                (SampleSurveys.Item("P1", "performance"), [10, 20, 30]),
                (SampleSurveys.Item("P3", "performance", 0, 100, reverse: true), [3, 2, double.NaN])),
            [0, 1, 2]);

        input.Types.ShouldBe(["backward", "multilateral", "all"]);
        input.Changes[1].ShouldBe([1, 1, 0]);
        input.Changes[2].ShouldBe([1.5, 1, 0]);
        input.Performance[0].ShouldBe((-1 - Math.Sqrt(0.5)) / 2, tolerance: 1e-15);
        input.Performance[2].ShouldBe(1);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(["a"], [[1, 2]], [1]));
        Should.Throw<ArgumentException>(() => Estimate(["a", "b"], [[1]], [1]));
        Should.Throw<ArgumentException>(() => Estimate(["a"], [[double.PositiveInfinity]], [1])).Message.ShouldContain("finite");
        Should.Throw<ArgumentOutOfRangeException>(() => new JointActionPerformanceOptions { LeastFirms = 4 });
    }

    private static JointActionPerformanceResult Estimate(string[] types, double[][] changes, double[] performance) =>
        JointActionPerformance.Estimate(
            new JointActionPerformanceInput(types, changes, performance), Quick, cancellationToken: TestContext.Current.CancellationToken);
}
