using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class StaggeredEventStudyTests
{
    [Fact]
    public void Two_cohorts_are_compared_by_hand() => StaggeredSamples.All.Sample(sample =>
    {
        // With all rows there, a cohort's estimate is its mean change since the period before adoption less that of those who never adopt.
        StaggeredEventStudyResult result = Estimate(sample);
        (int three, int four) = (sample.Adoption.Count(a => a == 3) / 5, sample.Adoption.Count(a => a == 4) / 5);
        double At(int cohort, int relative) => sample.Compare(cohort, StaggeredSamples.Never, cohort - 1, cohort + relative);
        double Both(int relative) => ((three * At(3, relative)) + (four * At(4, relative))) / (three + four);
        double[] wanted = [At(4, -3), Both(-2), Both(0), Both(1), At(3, 2)];
        double effect = ((three * (At(3, 0) + At(3, 1) + At(3, 2))) + (four * (At(4, 0) + At(4, 1)))) / ((3 * three) + (2 * four));
        return result.Periods.SequenceEqual([-3, -2, 0, 1, 2])
            && Bits.Close(result.Coefficients.Estimates, wanted, relative: 1e-7)
            && Math.Abs(result.Effect.Estimates[0] - effect) < 1e-7 * (1 + Math.Abs(effect))
            && result.Counts.SequenceEqual([four, three + four, three + four, three + four, three]);
    });

    [Fact]
    public void What_is_added_to_treated_rows_is_the_effect() => StaggeredSamples.All.Sample(sample =>
    {
        StaggeredSamples raised = sample with { Y = [.. sample.Y.Select((y, row) => sample.Adoption[row] > 0 && sample.Period[row] >= sample.Adoption[row] ? y + 3 : y)] };
        StaggeredEventStudyResult before = Estimate(sample, ["x"]);
        StaggeredEventStudyResult after = Estimate(raised, ["x"]);
        double[] moved = [.. after.Coefficients.Estimates.Zip(before.Coefficients.Estimates, (late, early) => late - early)];
        return Bits.Close(moved, [0, 0, 3, 3, 3], relative: 1e-6) && Math.Abs(after.Effect.Estimates[0] - before.Effect.Estimates[0] - 3) < 1e-6
            && Bits.Close(after.Coefficients.StandardErrors, before.Coefficients.StandardErrors, relative: 1e-6)
            && Bits.Close(after.Terms.Estimates, before.Terms.Estimates, relative: 1e-6);
    });

    [Fact]
    public void Errors_are_those_of_the_clustered_regression_on_the_dummies() => StaggeredSamples.All.Sample(sample =>
    {
        StaggeredEventStudyResult result = Estimate(sample);
        CohortDummies dummies = CohortDummies.Of(
            sample.ToSample(), Options([], -1), [.. Enumerable.Repeat(true, sample.Y.Length)]);
        FixedEffectsRegressionResult regression = FixedEffectsRegression.Estimate(
            new RegressionSample(Table.Of("sample", [.. sample.ToSample().Panel.Observations.Data.Columns, .. dummies.Columns()]))
            {
                Absorb = [Grouping.Of(sample.Unit), Grouping.Of(sample.Period)],
                Clusters = [[.. sample.Unit.Select(unit => $"{unit}")]],
            },
            new FixedEffectsRegressionOptions
            {
                Model = new ModelSpecification { Outcome = "y", Terms = [.. dummies.Cells.Select(CohortDummies.Name)] },
                Covariance = FixedEffectsCovariance.Cluster,
            },
            cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(result.Cohorts.StandardErrors, regression.Coefficients.StandardErrors, relative: 1e-8)
            && result.Cohorts.Terms.SequenceEqual(regression.Coefficients.Terms);
    });

    [Fact]
    public void One_period_before_adoption_is_tested_jointly_as_by_itself() => StaggeredSamples.All.Sample(sample =>
    {
        StaggeredEventStudyResult result = Estimate(sample.Where(row => sample.Adoption[row] != 4));
        return result.Periods.Count(period => period < 0) == 1 && result.BeforeAdoption.DegreesOfFreedom == 1
            && Bits.Close([result.BeforeAdoption.PValue], [result.Coefficients.PValues[0]], relative: 1e-9);
    });

    [Fact]
    public void The_joint_test_is_Hotellings()
    {
        // W = 6, q = 2, ν = 5: F(2, 4) = 6 · 4 / 10 = 2.4, whose upper tail is (1 + 2·2.4/4)^−2.
        new WaldTest(6, 2) { CovarianceDegrees = 5 }.PValue.ShouldBe(1 / (2.2 * 2.2), 1e-12);
        new WaldTest(6, 2).PValue.ShouldBe(Math.Exp(-3), 1e-12);
        new WaldTest(6, 3) { CovarianceDegrees = 2 }.PValue.ShouldBe(double.NaN);
    }

    [Fact]
    public void Neither_order_nor_workers_matter() => StaggeredSamples.All.Sample(sample =>
    {
        StaggeredEventStudyResult first = Estimate(sample, ["x"]);
        StaggeredEventStudyResult turned = Estimate(sample.Reversed(), ["x"]);
        StaggeredEventStudyResult shared = Estimate(sample, ["x"], workers: 3);
        return Bits.Close(first.Coefficients.Estimates, turned.Coefficients.Estimates, relative: 1e-6)
            && Bits.Same(first.Covariance, shared.Covariance);
    });

    [Fact]
    public void Without_units_that_never_adopt_the_last_cohort_is_the_comparison() => StaggeredSamples.All.Sample(sample =>
    {
        StaggeredSamples adopting = sample.Where(row => sample.Adoption[row] > 0);
        StaggeredEventStudyResult result = Estimate(adopting);
        return result.Periods.SequenceEqual([-2, 0]) && result.Notes.Any(note => note.Code == "no-never-adopters")
            && Bits.Close(result.Coefficients.Estimates, [sample.Compare(3, 4, 2, 1), sample.Compare(3, 4, 2, 3)], relative: 1e-7);
    });

    [Fact]
    public void Units_without_a_period_before_adoption_are_left_out()
    {
        StaggeredSamples sample = StaggeredSamples.Of([1, 3, 3, 0, 0], Values(25, 37), Values(25, 19));

        StaggeredEventStudyResult result = Estimate(sample);

        result.Notes.ShouldContain(note => note.Code == "cohorts-without-reference" && note.Text.StartsWith("5 rows", StringComparison.Ordinal));
        result.Rows.ShouldBe([.. Enumerable.Range(5, 20)]);
        result.Coefficients.Estimates[2].ShouldBe(sample.Compare(3, 0, 2, 4), tolerance: 1e-8);
    }

    [Fact]
    public void The_joint_test_of_one_period_is_its_squared_ratio()
    {
        StaggeredSamples sample = StaggeredSamples.Of([3, 3, 3, 0, 0, 0], Values(30, 37), Values(30, 19));

        StaggeredEventStudyResult result = Estimate(sample);

        result.BeforeAdoption.DegreesOfFreedom.ShouldBe(1);
        result.BeforeAdoption.Statistic.ShouldBe(Math.Pow(result.Coefficients.Statistics[0], 2), tolerance: 1e-8);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        StaggeredSamples sample = StaggeredSamples.Of([3, 3, 0, 0], Values(20, 37), Values(20, 19));

        Should.Throw<ArgumentException>(() => Estimate(sample with { Adoption = [.. sample.Adoption.Select((a, row) => row == 2 ? 4 : a)] }))
            .Message.ShouldContain("must be one period per unit; unit 0 had 3 and 4");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Adoption = [.. sample.Adoption.Select(_ => 0)] })).Message.ShouldContain("must hold a cohort");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Period = [.. sample.Period.Select(_ => 1)] })).Message.ShouldContain("two rows of period 1");
        Should.Throw<ArgumentException>(() => Options([], 0)).Message.ShouldContain("[-1000, -1]");
    }

    private static int[] Values(int count, int step) => [.. Enumerable.Range(1, count).Select(i => i * step % 41)];

    private static StaggeredEventStudyOptions Options(string[] terms, int reference) =>
        new() { Outcome = "y", Terms = terms, Never = StaggeredSamples.Never, ReferencePeriod = reference };

    private static StaggeredEventStudyResult Estimate(StaggeredSamples sample, string[]? terms = null, int workers = 1) => StaggeredEventStudy.Estimate(
        sample.ToSample(), Options(terms ?? [], -1), new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
