using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class GroupTimeEffectsTests
{
    [Fact]
    public void Cells_are_differences_of_mean_changes_with_the_errors_of_two_means() => StaggeredSamples.All.Sample(sample =>
    {
        GroupTimeEffectsResult result = Estimate(sample);
        return result.Cells.All(cell =>
        {
            double[] own = sample.Changes((int)cell.Cohort, (int)cell.Cohort - 1, (int)cell.Period);
            double[] others = sample.Changes(StaggeredSamples.Never, (int)cell.Cohort - 1, (int)cell.Period);
            double variance = (Squares(own) / own.Length / own.Length) + (Squares(others) / others.Length / others.Length);
            return Bits.Close([cell.Estimate, cell.StandardError], [own.Average() - others.Average(), Math.Sqrt(variance)], relative: 1e-9)
                && cell.Treated == own.Length && cell.Compared == others.Length;
        })
            && result.Cells.Count == 8;
    });

    [Fact]
    public void Without_covariates_they_are_the_cohorts_of_sun_and_abraham() => StaggeredSamples.All.Sample(sample =>
    {
        CoefficientTable cohorts = StaggeredEventStudy.Estimate(
            sample.ToSample(),
            new StaggeredEventStudyOptions { Outcome = "y", Never = StaggeredSamples.Never },
            cancellationToken: TestContext.Current.CancellationToken).Cohorts;
        return Estimate(sample).Cells.All(cell => Math.Abs(
            cohorts.Estimates[cohorts.Find(FormattableString.Invariant($"cohort={cell.Cohort}:period={cell.Relative}"))] - cell.Estimate) < 1e-7);
    });

    [Fact]
    public void Those_who_have_not_adopted_yet_are_added_to_the_comparison() => StaggeredSamples.All.Sample(sample =>
    {
        GroupTimeEffectsResult result = Estimate(sample, Options with { Comparison = ComparisonGroup.NotYet });
        return result.Cells.All(cell =>
        {
            int from = (int)cell.Cohort - 1;
            int last = Math.Max(from, (int)cell.Period);
            double[] own = sample.Changes((int)cell.Cohort, from, (int)cell.Period);
            double[] others =
            [
                .. ((int[])[StaggeredSamples.Never, 3, 4]).Where(other => other != (int)cell.Cohort && (other == StaggeredSamples.Never || other > last))
                    .SelectMany(other => sample.Changes(other, from, (int)cell.Period)),
            ];
            return Math.Abs(cell.Estimate - own.Average() + others.Average()) < 1e-9 && cell.Compared == others.Length;
        });
    });

    [Theory]
    [InlineData(GroupTimeEstimator.DoublyRobust)]
    [InlineData(GroupTimeEstimator.OutcomeRegression)]
    [InlineData(GroupTimeEstimator.InverseProbability)]
    public void With_a_covariate_errors_are_close_to_the_jackknife(GroupTimeEstimator estimator)
    {
        StaggeredSamples sample = Large();
        GroupTimeEffectsOptions options = Options with { Covariates = ["x"], Estimator = estimator, Draws = 99 };
        GroupTimeEffectsResult whole = Estimate(sample, options);
        GroupTimeEffectsResult[] without = [.. Enumerable.Range(0, sample.Units).Select(unit => Estimate(sample.Where(row => sample.Unit[row] != unit), options))];

        double n = sample.Units;
        ShouldBeNear(whole.Effects.StandardErrors[0], [.. without.Select(result => result.Effects.Estimates[0])]);
        ShouldBeNear(whole.Effects.StandardErrors[1], [.. without.Select(result => result.Effects.Estimates[1])]);
        for (int cell = 0; cell < whole.Cells.Count; cell++)
        {
            ShouldBeNear(whole.Cells[cell].StandardError, [.. without.Select(result => result.Cells[cell].Estimate)]);
        }

        void ShouldBeNear(double error, double[] drawn) => error.ShouldBe(Math.Sqrt(Squares(drawn) * (n - 1) / n), tolerance: 0.08 * error);
    }

    [Fact]
    public void A_trend_that_the_covariate_explains_is_taken_out()
    {
        // Changes are 2x per period, and treated units have greater x: only the added 1.5 is an effect.
        StaggeredSamples sample = Large();
        double[] fixedX = [.. sample.Unit.Select(unit => sample.X[unit * StaggeredSamples.Periods])];
        sample = sample with
        {
            X = fixedX,
            Y = [.. fixedX.Select((x, row) => (2 * x * sample.Period[row]) + (sample.Adoption[row] > 0 && sample.Period[row] >= sample.Adoption[row] ? 1.5 : 0))],
        };

        foreach (GroupTimeEstimator estimator in (GroupTimeEstimator[])[GroupTimeEstimator.DoublyRobust, GroupTimeEstimator.OutcomeRegression])
        {
            GroupTimeEffectsResult result = Estimate(sample, Options with { Covariates = ["x"], Estimator = estimator });
            Bits.Close(result.Coefficients.Estimates, [0, 0, 1.5, 1.5, 1.5], relative: 1e-9).ShouldBeTrue();
        }

        Math.Abs(Estimate(sample).Coefficients.Estimates[2] - 1.5).ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void Averages_weigh_cohorts_by_their_units() => StaggeredSamples.All.Sample(sample =>
    {
        GroupTimeEffectsResult result = Estimate(sample);
        double Mean(Func<GroupTimeCell, bool> which) => result.Cells.Where(which).Sum(cell => cell.Estimate * cell.Treated) / result.Cells.Where(which).Sum(cell => cell.Treated);
        double[] wanted = [.. result.Periods.Select(period => Mean(cell => cell.Relative == period))];
        return Bits.Close(result.Coefficients.Estimates, wanted, relative: 1e-9)
            && Math.Abs(result.Effects.Estimates[0] - Mean(cell => cell.Relative >= 0)) < 1e-9
            && Math.Abs(result.Effects.Estimates[1] - wanted[2..].Average()) < 1e-9;
    });

    [Fact]
    public void One_worker_and_three_give_the_same_bits_and_order_does_not_matter() => StaggeredSamples.All.Sample(sample =>
    {
        GroupTimeEffectsResult one = Estimate(sample);
        GroupTimeEffectsResult three = Estimate(sample, workers: 3);
        GroupTimeEffectsResult turned = Estimate(sample.Reversed());
        return BitConverter.DoubleToInt64Bits(one.BandWidth) == BitConverter.DoubleToInt64Bits(three.BandWidth)
            && one.Bounds.SequenceEqual(three.Bounds)
            && Bits.Close(one.Coefficients.StandardErrors, turned.Coefficients.StandardErrors, relative: 1e-9);
    });

    [Fact]
    public void Draws_are_sums_of_influences_with_the_bits_of_their_streams_as_signs()
    {
        double[][] influences = [[.. Enumerable.Range(0, 70).Select(i => (i * 13 % 17) - 8.0)], [.. Enumerable.Range(0, 70).Select(i => (i * 7 % 11) - 5.0)]];
        ReplicateRows drawn = new InfluenceDraws(influences, 70, 5, 9).Run(new ReplicateRange(2, 3), TestContext.Current.CancellationToken);

        for (int draw = 0; draw < 3; draw++)
        {
            RandomStream stream = new(9, RandomPurpose.InfluenceSigns, 2 + draw);
            uint[] words = [stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32()];
            for (int estimate = 0; estimate < 2; estimate++)
            {
                double[] signed = [.. influences[estimate].Select((value, i) => ((words[i / 32] >> (i % 32)) & 1) == 1 ? value : -value)];
                drawn.Row(draw)[estimate].ShouldBe(signed.Sum() / 70, tolerance: 1e-12);
            }
        }
    }

    [Fact]
    public void Units_in_clusters_of_their_own_change_nothing_and_larger_ones_are_summed() => StaggeredSamples.All.Sample(sample =>
    {
        StaggeredSample data = sample.ToSample();
        StaggeredSample Clustered(Func<int, string> name) => data with
        {
            Panel = data.Panel with { Observations = data.Panel.Observations with { Clusters = [[.. sample.Unit.Select(name)]] } },
        };
        GroupTimeEffectsResult alone = Estimate(Clustered(unit => $"c{unit}"), Options);
        GroupTimeEffectsResult plain = Estimate(data, Options);
        // Two copies of every unit in one cluster: the same errors as one copy each, not smaller ones.
        StaggeredSamples twice = new(
            [.. sample.Y, .. sample.Y], [.. sample.X, .. sample.X], [.. sample.Unit, .. sample.Unit.Select(unit => unit + sample.Units)],
            [.. sample.Period, .. sample.Period], [.. sample.Adoption, .. sample.Adoption]);
        StaggeredSample copies = twice.ToSample();
        GroupTimeEffectsResult paired = Estimate(
            copies with { Panel = copies.Panel with { Observations = copies.Panel.Observations with { Clusters = [[.. twice.Unit.Select(unit => $"c{unit % sample.Units}")]] } } }, Options);
        return Bits.Close(alone.Covariance, plain.Covariance, relative: 1e-10) && Bits.Close(paired.Covariance, plain.Covariance, relative: 1e-9)
            && paired.Clusters == sample.Units;
    });

    [Fact]
    public void Bounds_grow_with_the_greatest_step_before_adoption() => StaggeredSamples.All.Sample(sample =>
    {
        GroupTimeEffectsResult result = Estimate(sample);
        IReadOnlyList<double> e = result.Coefficients.Estimates;
        double step = Math.Max(Math.Abs(e[1] - e[0]), Math.Abs(e[1]));
        // Periods 0, 1, 2 lie 1, 2, 3 steps after the reference: on average 2.
        double[] low = [.. result.Bounds.Select(bound => bound.Low)];
        double[] wanted = [.. ((double[])[0, 0.5, 1, 2]).Select(m => result.Effects.Estimates[1] - (2 * m * step))];
        return Bits.Close(low, wanted, relative: 1e-9)
            && result.Bounds.All(bound => bound.ConfidenceLow <= bound.Low + 1e-9 && bound.ConfidenceHigh >= bound.High - 1e-9)
            && (result.Breakdown > 0) == (result.Bounds[0].ConfidenceLow > 0 || result.Bounds[0].ConfidenceHigh < 0);
    });

    [Fact]
    public void A_large_effect_after_flat_trends_holds_until_its_breakdown()
    {
        StaggeredSamples sample = Large();
        sample = sample with { Y = [.. sample.Y.Select((y, row) => (y / 50) + (sample.Adoption[row] > 0 && sample.Period[row] >= sample.Adoption[row] ? 4 : 0))] };
        GroupTimeEffectsOptions options = Options with { Deviations = [0] };

        GroupTimeEffectsResult result = Estimate(sample, options);

        result.Breakdown.ShouldBeGreaterThan(2);
        Estimate(sample, options with { Deviations = [result.Breakdown * 0.999] }).Bounds[0].ConfidenceLow.ShouldBeGreaterThan(0);
        Estimate(sample, options with { Deviations = [result.Breakdown * 1.001] }).Bounds[0].ConfidenceLow.ShouldBeLessThan(0);
        result.BandWidth.ShouldBeGreaterThan(1.96);
        result.BandWidth.ShouldBeLessThan(4);
    }

    [Fact]
    public void Anticipation_moves_the_base() => StaggeredSamples.All.Sample(sample =>
    {
        GroupTimeEffectsResult result = Estimate(sample, Options with { Anticipation = 1 });
        return result.Cells.All(cell => Math.Abs(
            cell.Estimate - sample.Compare((int)cell.Cohort, StaggeredSamples.Never, (int)cell.Cohort - 2, (int)cell.Period)) < 1e-9)
            && result.Periods.SequenceEqual([-3, -1, 0, 1, 2]) && result.BeforeAdoption.DegreesOfFreedom == 1;
    });

    [Fact]
    public void What_cannot_be_compared_is_left_out_and_said()
    {
        int[] values = [.. Enumerable.Range(1, 40).Select(i => i * 37 % 41)];
        StaggeredSamples sample = StaggeredSamples.Of([1, 3, 3, 3, 0, 0, 0, 0], values, values);
        Estimate(sample).Notes.ShouldContain(note => note.Code == "cohorts-without-base" && note.Text.Contains("cohorts 1", StringComparison.Ordinal));

        StaggeredSamples apart = sample with { X = [.. sample.Adoption.Select((adoption, row) => adoption == 3 ? 10 + (row % 3) : row % 4 * 1.0)] };
        Should.Throw<ArgumentException>(() => Estimate(apart, Options with { Covariates = ["x"] })).Message.ShouldContain("there was none");
        Estimate(apart, Options with { Covariates = ["x"], Estimator = GroupTimeEstimator.OutcomeRegression }).Cells.Count.ShouldBe(4);

        GroupTimeEffectsResult second = Estimate(StaggeredSamples.Of([2, 2, 2, 0, 0, 0, 0, 0], values, values));
        second.Bounds[0].Low.ShouldBe(second.Effects.Estimates[1]);
        second.Bounds[1].Low.ShouldBe(double.NaN);
        second.Breakdown.ShouldBe(double.NaN);
        second.BeforeAdoption.DegreesOfFreedom.ShouldBe(0);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        int[] values = [.. Enumerable.Range(1, 20).Select(i => i * 37 % 41)];
        StaggeredSamples sample = StaggeredSamples.Of([3, 3, 0, 0], values, values);
        StaggeredSample data = sample.ToSample();

        Should.Throw<ArgumentException>(() => Estimate(sample with { Adoption = [.. sample.Adoption.Select(_ => 3)] })).Message.ShouldContain("there was none");
        Should.Throw<ArgumentException>(() => Estimate(data with { Adoption = [3, 0] }, Options)).Message.ShouldContain("must have 20 values");
        Should.Throw<ArgumentException>(() => Estimate(
            data with { Panel = data.Panel with { Observations = data.Panel.Observations with { Clusters = [[.. sample.Period.Select(period => $"{period}")]] } } }, Options))
            .Message.ShouldContain("must hold whole units");
        Should.Throw<ArgumentException>(() => Options with { Draws = 9 }).Message.ShouldContain("[99, 1000000]");
        Should.Throw<ArgumentException>(() => Options with { Deviations = [-1] }).Message.ShouldContain("[0, 1000]");
    }

    private static readonly GroupTimeEffectsOptions Options = new() { Outcome = "y", Never = StaggeredSamples.Never, Draws = 199 };

    // 120 units drawn once; treated ones have greater x.
    private static StaggeredSamples Large()
    {
        RandomStream stream = new(5, RandomPurpose.Example, 0);
        int[] adoption = [.. Enumerable.Range(0, 120).Select(unit => unit % 3 == 0 ? 0 : 2 + (unit % 3))];
        return StaggeredSamples.Of(
            adoption,
            [.. Enumerable.Range(0, 600).Select(_ => (int)(20 * stream.NextGaussian()))],
            [.. Enumerable.Range(0, 600).Select(row => (int)(20 * stream.NextGaussian()) + (adoption[row / 5] > 0 ? 8 : 0))]);
    }

    private static double Squares(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2));

    private static GroupTimeEffectsResult Estimate(StaggeredSamples sample, GroupTimeEffectsOptions? options = null, int workers = 1) =>
        Estimate(sample.ToSample(), options ?? Options, workers);

    private static GroupTimeEffectsResult Estimate(StaggeredSample sample, GroupTimeEffectsOptions options, int workers = 1) => GroupTimeEffects.Estimate(
        sample, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
