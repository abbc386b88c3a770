using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class RegressionSensitivityTests
{
    private static readonly Gen<(double[] X, double[] Z, double[] Y)> Pairs =
        from count in Gen.Int[15, 25]
        from x in Gen.Int[0, 9].Select(value => value / 2.0).Array[count].Where(values => values.Distinct().Count() > 5)
        from z in Gen.Int[0, 5000].Select(value => value / 1000.0).Array[count]
        from y in Gen.Int[-5000, 5000].Select(value => value / 1000.0).Array[count]
        where Math.Abs(Correlation(x, z)) < 0.95
        select (x, z, y);

    [Theory]
    [InlineData(RegressionSensitivityMethod.Standardised)]
    [InlineData(RegressionSensitivityMethod.StandardisedRank)]
    [InlineData(RegressionSensitivityMethod.Partial)]
    [InlineData(RegressionSensitivityMethod.PartialRank)]
    [InlineData(RegressionSensitivityMethod.Spearman)]
    public void With_one_input_all_are_its_correlation(RegressionSensitivityMethod method)
    {
        // 1, 2, 3, 4 with 1, 3, 2, 4: correlation 4/5.
        RegressionSensitivityResult result = Estimate(new(["x"], [[1, 2, 3, 4]], [1, 3, 2, 4]), new() { Method = method });

        result.Estimates[0].ShouldBe(0.8, tolerance: 1e-14);
        result.RSquared.ShouldBe(0.64, tolerance: 1e-14);
        result.ConfLow[0].ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldContain("no-intervals");
    }

    [Fact]
    public void With_two_inputs_coefficients_and_partial_correlations_are_those_of_three_correlations() => Pairs.Sample((x, z, y) =>
        Both(x, z, y, ranks: false) && Both(Ranks.Of(x), Ranks.Of(z), Ranks.Of(y), ranks: true));

    [Fact]
    public void Spearman_is_the_correlation_of_ranks() => Pairs.Sample((x, z, y) => Bits.Close(
        Estimate(Runs(x, z, y), new() { Method = RegressionSensitivityMethod.Spearman }).Estimates,
        [RankCorrelation.Spearman(x, y), RankCorrelation.Spearman(z, y)],
        relative: 1e-12));

    [Fact]
    public void Units_do_not_matter_and_for_ranks_no_rising_change_does() => Pairs.Sample((x, z, y) =>
        Enum.GetValues<RegressionSensitivityMethod>().All(method =>
        {
            RegressionSensitivityResult result = Estimate(Runs(x, z, y), new() { Method = method });
            bool ranks = method is RegressionSensitivityMethod.StandardisedRank or RegressionSensitivityMethod.PartialRank or RegressionSensitivityMethod.Spearman;
            double Change(double value) => ranks ? Math.Exp(value) : (3 * value) - 7;
            RegressionSensitivityResult changed = Estimate(Runs([.. x.Select(Change)], [.. z.Select(Change)], [.. y.Select(Change)]), new() { Method = method });
            return Bits.Close(changed.Estimates, result.Estimates, relative: 1e-9);
        }));

    [Fact]
    public void A_model_that_is_linear_in_its_inputs_leaves_nothing()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        double[] z = [2, 1, 4, 3, 6, 1];
        RegressionSensitivityResult result = Estimate(Runs(x, z, [.. x.Zip(z, (left, right) => (2 * left) - right)]), new() { Method = RegressionSensitivityMethod.Partial });
        RegressionSensitivityResult alone = Estimate(Runs(x, z, [.. x.Select(value => -3 * value)]), new() { Method = RegressionSensitivityMethod.Partial });

        result.Estimates.Select(estimate => Math.Round(estimate, 12)).ShouldBe([1, -1]);
        result.RSquared.ShouldBe(1, tolerance: 1e-12);
        alone.Estimates[0].ShouldBe(-1, tolerance: 1e-12);
        alone.Estimates[1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Bootstrap_limits_are_those_of_repeated_runs_ranked_anew() => Gen.Select(Pairs, Gen.Enum<RegressionSensitivityMethod>()).Sample((runs, method) =>
    {
        (double[] x, double[] z, double[] y) = runs;
        BootstrapCounts counts = new([.. Enumerable.Repeat(1, x.Length)]);
        double[] drawn = [.. Enumerable.Range(0, 19).Select(replicate =>
        {
            int[] own = new int[x.Length];
            counts.Draw(new RandomStream(4, RandomPurpose.Bootstrap, replicate), own);
            double[] Repeat(double[] values) => [.. values.SelectMany((value, run) => Enumerable.Repeat(value, own[run]))];
            return Estimate(Runs(Repeat(x), Repeat(z), Repeat(y)), new() { Method = method }).Estimates[1];
        }).Order()];
        RegressionSensitivityResult result = Estimate(Runs(x, z, y), new() { Method = method, Resamples = 19, Seed = 4, Level = 0.8 });
        return Bits.Close([result.ConfLow[1], result.ConfHigh[1]], [Quantiles.Type7(drawn, 0.1), Quantiles.Type7(drawn, 0.9)], relative: 1e-6);
    }, iter: 30);

    [Fact]
    public void The_half_is_that_of_the_first_runs() => Pairs.Where((x, z, y) => x[..(x.Length / 2)].Distinct().Count() > 3).Sample((x, z, y) =>
    {
        RegressionSensitivityResult result = Estimate(Runs(x, z, y), new() { Method = RegressionSensitivityMethod.StandardisedRank });
        int half = x.Length / 2;
        RegressionSensitivityResult first = Estimate(Runs(x[..half], z[..half], y[..half]), new() { Method = RegressionSensitivityMethod.StandardisedRank });
        return Bits.Close(result.Half, first.Estimates, relative: 1e-9)
            && result.GreatestChange == result.Estimates.Zip(result.Half, (all, own) => Math.Abs(all - own)).Max();
    });

    [Fact]
    public void Any_number_of_workers_gives_the_same_limits()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] z = [2, 1, 4, 3, 6, 1, 5, 5];
        double[] y = [1, 1, 2, 5, 3, 8, 4, 9];
        RegressionSensitivityOptions options = new() { Resamples = 500, Method = RegressionSensitivityMethod.PartialRank };

        RegressionSensitivityResult one = RegressionSensitivity.Estimate(Runs(x, z, y), options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        RegressionSensitivityResult four = RegressionSensitivity.Estimate(Runs(x, z, y), options, new ExecutionOptions { Workers = 4 }, TestContext.Current.CancellationToken);

        Bits.Same([.. one.ConfLow, .. one.ConfHigh], [.. four.ConfLow, .. four.ConfHigh]).ShouldBeTrue();
    }

    [Fact]
    public void What_regression_cannot_tell_is_noted()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        RegressionSensitivityResult collinear = Estimate(Runs(x, [.. x.Select(value => 2 * value)], [3, 1, 2, 5, 4, 6]), new() { Resamples = 19 });
        RegressionSensitivityResult constant = Estimate(Runs(x, [2, 1, 4, 3, 6, 1], [.. x.Select(_ => 0.1)]), new() { Resamples = 19 });
        RegressionSensitivityResult bent = Estimate(Runs(x, [2, 1, 4, 3, 6, 1], [9, 4, 1, 1, 4, 9]), new() { Resamples = 19 });

        collinear.Estimates.ShouldAllBe(estimate => double.IsNaN(estimate));
        collinear.Notes.Select(note => note.Code).ShouldBe(["collinear-inputs", "lost-resamples"]);
        constant.Estimates.ShouldAllBe(estimate => double.IsNaN(estimate));
        constant.Notes.Select(note => note.Code).ShouldBe(["constant-output", "lost-resamples"]);
        bent.Notes[0].Text.ShouldContain("less than 0.7");
    }

    [Fact]
    public void Too_few_runs_and_inputs_that_do_not_vary_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Runs([1, 2, 3], [3, 1, 2], [1, 2, 3]), new())).Message.ShouldContain("at least 4 rows for 2 inputs; it had 3");
        Should.Throw<ArgumentException>(() => Estimate(Runs([1, 2, 3, 4], [5, 5, 5, 5], [1, 2, 3, 4]), new())).Message.ShouldContain("the same in all rows were z");
        Should.Throw<ArgumentException>(() => Estimate(Runs([1, 2, 3, 4], [5, 5, 5], [1, 2, 3, 4]), new())).Message.ShouldContain("it had 3");
    }

    private static bool Both(double[] x, double[] z, double[] y, bool ranks)
    {
        if (Math.Abs(Correlation(x, z)) > 0.99)
        {
            return true;
        }

        (double xy, double zy, double xz) = (Correlation(x, y), Correlation(z, y), Correlation(x, z));
        double standardised = (xy - (zy * xz)) / (1 - (xz * xz));
        double partial = (xy - (zy * xz)) / Math.Sqrt((1 - (xz * xz)) * (1 - (zy * zy)));
        RegressionSensitivityOptions first = new() { Method = ranks ? RegressionSensitivityMethod.StandardisedRank : RegressionSensitivityMethod.Standardised };
        RegressionSensitivityOptions second = new() { Method = ranks ? RegressionSensitivityMethod.PartialRank : RegressionSensitivityMethod.Partial };
        return Bits.Close(
            [Estimate(Runs(x, z, y), first).Estimates[0], Estimate(Runs(x, z, y), second).Estimates[0]], [standardised, partial], relative: 1e-9);
    }

    private static double Correlation(double[] left, double[] right)
    {
        (double l, double r) = (left.Average(), right.Average());
        return left.Zip(right, (x, y) => (x - l) * (y - r)).Sum() / Math.Sqrt(left.Sum(x => (x - l) * (x - l)) * right.Sum(y => (y - r) * (y - r)));
    }

    private static ModelRuns Runs(double[] x, double[] z, double[] y) => new(["x", "z"], [x, z], y);

    private static RegressionSensitivityResult Estimate(ModelRuns runs, RegressionSensitivityOptions options) =>
        RegressionSensitivity.Estimate(runs, options, cancellationToken: TestContext.Current.CancellationToken);
}
