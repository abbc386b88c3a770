using CsCheck;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class OneWayAnalysisOfVarianceTests
{
    private static readonly OneWayAnalysisOfVarianceOptions Welch = new() { Variance = VarianceAssumption.Welch };

    [Fact]
    public void It_has_the_numbers_of_R()
    {
        // R 4.2.2 oneway.test and anova(lm()): sums of squares 16.817 and 33.9403.
        OneWayAnalysisOfVarianceResult pooled = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B, GroupedDraws.C));
        OneWayAnalysisOfVarianceResult welch = Estimate(GroupedDraws.Of(GroupedDraws.A, GroupedDraws.B, GroupedDraws.C), Welch);

        Bits.Close(
            [pooled.Statistic, pooled.DegreesBetween, pooled.DegreesWithin, pooled.PValue],
            [2.9729230708792893, 2, 12, 0.0893930666639194], relative: 1e-12).ShouldBeTrue();
        Bits.Close(
            [welch.Statistic, welch.DegreesBetween, welch.DegreesWithin, welch.PValue],
            [3.018581885545334, 2, 6.737463486742064, 0.115875542252186], relative: 1e-12).ShouldBeTrue();
        pooled.EtaSquared.ShouldBe(16.817 / (16.817 + 33.94033333333333), tolerance: 1e-10);
        pooled.OmegaSquared.ShouldBe((16.817 - (2 * 2.828361111111)) / (16.817 + 33.94033333333333 + 2.828361111111), tolerance: 1e-10);
    }

    [Fact]
    public void Three_pairs_are_worked_out_by_hand()
    {
        // Means 2, 4, 9: between 2·(9 + 1 + 16) = 52, within 2 + 2 + 2 = 6: F = 26/2.
        OneWayAnalysisOfVarianceResult result = Estimate(GroupedDraws.Of([1, 3], [3, 5], [8, 10]));

        result.Statistic.ShouldBe(13, tolerance: 1e-12);
        result.EtaSquared.ShouldBe(52 / 58.0, tolerance: 1e-14);
        result.OmegaSquared.ShouldBe(48 / 60.0, tolerance: 1e-14);
        result.Means.ShouldBe([2, 4, 9]);
    }

    [Fact]
    public void With_two_groups_Welch_is_the_t_test_of_Welch() => GroupedDraws.Two.Sample((first, second) =>
    {
        OneWayAnalysisOfVarianceResult result = Estimate(GroupedDraws.Of(first, second), Welch);
        TTestResult test = TTest.Estimate(GroupedDraws.Of(first, second), cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close([result.Statistic, result.DegreesWithin, result.PValue], [test.Statistic * test.Statistic, test.Degrees, test.PValue], relative: 1e-8);
    });

    [Fact]
    public void Order_and_unit_do_not_matter() => GroupedDraws.Two.Sample((first, second) =>
    {
        double[] Changed(double[] values) => [.. values.Select(value => (16 * value) + 2)];
        return new[] { new OneWayAnalysisOfVarianceOptions(), Welch }.All(options =>
        {
            OneWayAnalysisOfVarianceResult plain = Estimate(GroupedDraws.Of(first, second, GroupedDraws.C), options);
            OneWayAnalysisOfVarianceResult turned = Estimate(
                GroupedDraws.Reversed(GroupedDraws.Of(Changed(first), Changed(second), Changed(GroupedDraws.C))), options);
            return Bits.Close([turned.Statistic, turned.PValue, turned.OmegaSquared], [plain.Statistic, plain.PValue, plain.OmegaSquared], relative: 1e-8);
        });
    });

    [Fact]
    public void What_does_not_vary_is_said()
    {
        OneWayAnalysisOfVarianceResult equal = Estimate(GroupedDraws.Of([2, 2], [2, 2]));

        equal.Statistic.ShouldBe(double.NaN);
        equal.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
        Estimate(GroupedDraws.Of([1, 1], [2, 2])).PValue.ShouldBe(0);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 3]))).Message.ShouldContain("it held 1");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1], [3]))).Message.ShouldContain("every group has one");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 2], [3]), Welch)).Message.ShouldContain("group b has 1");
        Should.Throw<ArgumentException>(() => Estimate(GroupedDraws.Of([1, 2], [3, 3]), Welch)).Message.ShouldContain("group b does not");
    }

    private static OneWayAnalysisOfVarianceResult Estimate(GroupedValues sample, OneWayAnalysisOfVarianceOptions? options = null) =>
        OneWayAnalysisOfVariance.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
