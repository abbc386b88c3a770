using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class PanelRegressionTests
{
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };

    [Fact]
    public void Three_units_of_two_periods_are_compared_by_hand()
    {
        PanelSample sample = Of([1, 3, 2, 10, 6, 5], [0, 2, 1, 5, 4, 2], ["a", "a", "b", "b", "c", "c"], [1, 2, 1, 2, 1, 2]);

        // Within: deviations of x ±1, ±2, ∓1, of y ±1, ±4, ∓0.5: Sxx 12, Sxy 19.
        Slope(sample, PanelEstimator.Within).ShouldBe(19.0 / 12, tolerance: 1e-14);
        // Between: means of x 1, 3, 3, of y 2, 6, 5.5: the line goes through (1, 2) and (3, 5.75).
        Slope(sample, PanelEstimator.Between).ShouldBe(1.875, tolerance: 1e-13);
        // Differences of x 2, 4, -2, of y 2, 8, -1: means 4/3 and 3; Sxx 24 - 16/3, Sxy 38 - 12.
        Slope(sample, PanelEstimator.FirstDifference).ShouldBe(26 / (24 - (16.0 / 3)), tolerance: 1e-13);
        // The unit effect is the mean of y less 19/12 times the mean of x.
        Bits.Close(Estimate(sample, PanelEstimator.Within).Effects, [2 - (19.0 / 12), 6 - (19.0 / 4), 5.5 - (19.0 / 4)], relative: 1e-13).ShouldBeTrue();
    }

    [Theory]
    [InlineData(PanelEstimator.Within, false)]
    [InlineData(PanelEstimator.TwoWayWithin, true)]
    public void Within_is_the_regression_that_absorbs_units(PanelEstimator estimator, bool periods) => PanelSamples.All.Sample(sample =>
    {
        PanelRegressionResult panel = Estimate(sample.ToPanel(), estimator, PanelSamples.Model);
        FixedEffectsRegressionResult absorbed = FixedEffectsRegression.Estimate(
            sample.Absorbing(periods),
            new FixedEffectsRegressionOptions { Model = PanelSamples.Model },
            cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(panel.Coefficients.Estimates, absorbed.Coefficients.Estimates, relative: 1e-8)
            && Bits.Close(panel.Coefficients.StandardErrors, absorbed.Coefficients.StandardErrors, relative: 1e-8)
            && Bits.Close([panel.RSquared, panel.IdiosyncraticVariance], [absorbed.WithinRSquared, absorbed.Sigma * absorbed.Sigma], relative: 1e-8)
            && panel.DegreesOfFreedom == absorbed.Coefficients.DegreesOfFreedom[0];
    });

    [Fact]
    public void Pooled_is_ordinary_least_squares() => PanelSamples.All.Sample(sample =>
    {
        PanelRegressionResult panel = Estimate(sample.ToPanel(), PanelEstimator.Pooled, PanelSamples.Model);
        OrdinaryLeastSquaresResult plain = OrdinaryLeastSquares.Estimate(
            sample.ToSample(),
            new OrdinaryLeastSquaresOptions { Model = PanelSamples.Model },
            cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(panel.Coefficients.Estimates, plain.Coefficients.Estimates, relative: 1e-9)
            && Bits.Close(panel.Covariance, plain.Covariance, relative: 1e-9)
            && Math.Abs(panel.RSquared - plain.Fit.RSquared) < 1e-10;
    });

    [Theory]
    [InlineData(PanelCovariance.ArellanoHc0, ClusterCorrection.Cr0)]
    [InlineData(PanelCovariance.ArellanoHc1, ClusterCorrection.Cr1)]
    public void Errors_by_unit_are_clustered_ones(PanelCovariance covariance, ClusterCorrection correction) => PanelSamples.All.Sample(sample =>
    {
        PanelRegressionResult panel = Estimate(sample.ToPanel(), PanelEstimator.Pooled, PanelSamples.Model, covariance);
        ClusterRobustRegressionResult clustered = ClusterRobustRegression.Estimate(
            sample.ToSample() with { Clusters = [sample.Units] },
            new ClusterRobustRegressionOptions { Model = PanelSamples.Model, Correction = correction },
            cancellationToken: TestContext.Current.CancellationToken);
        double g = sample.Unit.Distinct().Count();
        double factor = correction == ClusterCorrection.Cr1 ? (g - 1) / g * sample.Rows / (sample.Rows - 1) : 1;
        return Bits.Close(panel.Covariance, [.. clustered.Covariance.Select(value => value * factor)], relative: 1e-9);
    });

    [Fact]
    public void Random_effects_follow_the_formulas_for_equal_lengths() => PanelSamples.Balanced.Sample(sample =>
    {
        const double Periods = 3;
        PanelRegressionResult random = Estimate(sample.ToPanel(), PanelEstimator.RandomEffects, PanelSamples.Model);
        PanelRegressionResult within = Estimate(sample.ToPanel(), PanelEstimator.Within, PanelSamples.Model);
        PanelRegressionResult between = Estimate(sample.ToPanel(), PanelEstimator.Between, PanelSamples.Model);
        int units = between.Units.Count;
        double between2 = ResidualSquares(sample, between) / (units - 3);
        double unit = Math.Max(0, between2 - (within.IdiosyncraticVariance / Periods));
        double theta = 1 - Math.Sqrt(within.IdiosyncraticVariance / (within.IdiosyncraticVariance + (Periods * unit)));
        return Bits.Close([random.IdiosyncraticVariance, random.UnitVariance, random.Theta], [within.IdiosyncraticVariance, unit, theta], relative: 1e-7)
            && Bits.Close(random.Coefficients.Estimates, QuasiDemeaned(sample, theta), relative: 1e-6)
            && (unit > 0) != random.Notes.Any(note => note.Code == "no-unit-variance");
    });

    [Fact]
    public void Units_of_different_length_have_no_common_theta()
    {
        PanelSample sample = Of(
            [1, 3, 2, 10, 6, 5, 20, 21, 19], [0, 2, 1, 5, 4, 2, 3, 4, 1], ["a", "a", "b", "b", "c", "c", "d", "d", "d"], [1, 2, 1, 2, 1, 2, 1, 2, 3]);

        PanelRegressionResult result = Estimate(sample, PanelEstimator.RandomEffects);

        result.Theta.ShouldBe(double.NaN);
        result.QuasiDemeaning.Count.ShouldBe(4);
        result.QuasiDemeaning[3].ShouldBeGreaterThan(result.QuasiDemeaning[0]);
        double shrunk = 3 * result.UnitVariance / (result.IdiosyncraticVariance + (3 * result.UnitVariance));
        result.Effects[3].ShouldBe(shrunk * (20 - result.Coefficients.Estimates[0] - (result.Coefficients.Estimates[1] * 8 / 3)), tolerance: 1e-10);
    }

    [Fact]
    public void With_two_periods_differences_are_two_way_effects() => PanelSamples.All.Sample(sample =>
    {
        PanelSamples two = sample.InOrder([.. Enumerable.Range(0, sample.Rows).Where(row => sample.Period[row] < 2)]);
        ModelSpecification model = Line with { Terms = ["z"] };
        PanelRegressionResult changes = Estimate(two.ToPanel(), PanelEstimator.FirstDifference, model);
        PanelRegressionResult effects = Estimate(two.ToPanel(), PanelEstimator.TwoWayWithin, model);
        return Bits.Close([changes.Coefficients.Estimates[1], changes.Coefficients.StandardErrors[1]],
            [effects.Coefficients.Estimates[0], effects.Coefficients.StandardErrors[0]], relative: 1e-7);
    });

    [Theory]
    [InlineData(PanelEstimator.Within)]
    [InlineData(PanelEstimator.TwoWayWithin)]
    [InlineData(PanelEstimator.Between)]
    [InlineData(PanelEstimator.FirstDifference)]
    [InlineData(PanelEstimator.RandomEffects)]
    public void The_order_of_rows_does_not_matter(PanelEstimator estimator) => PanelSamples.All.Sample(sample =>
    {
        PanelRegressionResult first = Estimate(sample.ToPanel(), estimator, PanelSamples.Model);
        PanelRegressionResult second = Estimate(sample.Reversed().ToPanel(), estimator, PanelSamples.Model);
        return Bits.Close(first.Coefficients.Estimates, second.Coefficients.Estimates, relative: 1e-6)
            && Bits.Close([.. first.Effects.Order()], [.. second.Effects.Order()], relative: 1e-5);
    });

    [Fact]
    public void Differences_across_gaps_are_told()
    {
        PanelSample sample = Of([1, 3, 2, 10, 6, 5], [0, 2, 1, 5, 4, 2], ["a", "a", "b", "b", "c", "c"], [1, 2, 1, 3, 1, 2]);

        Estimate(sample, PanelEstimator.FirstDifference).Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 differences span more");
        Estimate(sample, PanelEstimator.Within).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Terms_that_do_not_vary_are_kept_by_random_effects_only()
    {
        PanelSample sample = Of([1, 3, 2, 10, 6, 5, 9, 8], [0, 2, 1, 5, 4, 2, 3, 1], ["a", "a", "b", "b", "c", "c", "d", "d"], [1, 2, 1, 2, 1, 2, 1, 2]);
        PanelSample wider = sample with
        {
            Observations = new RegressionSample(Table.Of("sample", [.. sample.Observations.Data.Columns, Column.Of("size", [4, 4, 6, 6, 9, 9, 1, 1.0])])),
        };
        ModelSpecification model = Line with { Terms = ["x", "size"] };

        Estimate(wider, PanelEstimator.RandomEffects, model).Coefficients.Terms.ShouldBe(["intercept", "x", "size"]);
        PanelRegressionResult within = Estimate(wider, PanelEstimator.Within, model);
        within.Coefficients.Terms.ShouldBe(["x"]);
        within.Notes.ShouldHaveSingleItem().Text.ShouldContain("size");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        PanelSample sample = Of([1, 3, 2, 10, 6, 5], [0, 2, 1, 5, 4, 2], ["a", "a", "b", "b", "c", "c"], [1, 2, 1, 2, 1, 2]);

        Should.Throw<ArgumentException>(() => Estimate(sample with { Time = [1, 1, 1, 2, 1, 2] })).Message.ShouldContain("unit a has two rows of period 1");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Time = [1, 2] })).Message.ShouldContain("must have 6 values");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Unit = Grouping.Of(["a"]) })).Message.ShouldContain("must have 6 values");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Observations = sample.Observations with { Weights = [1, 1, 1, 1, 1, 1] } })).Message.ShouldContain("must not be given");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 3, 2], [0, 2, 1], ["a", "b", "c"], [1, 1, 1]))).Message.ShouldContain("absorbed effects determine all");
        Should.Throw<ArgumentException>(() => Estimate(
            Of([1, 3, 2, 9], [0, 2, 1, 4], ["a", "a", "a", "a"], [1, 2, 3, 4]), PanelEstimator.Pooled, Line, PanelCovariance.ArellanoHc0)).Message.ShouldContain("at least two units");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Time = [.. Enumerable.Repeat(double.NaN, 6)] })).Message.ShouldContain("complete row");
    }

    private static double ResidualSquares(PanelSamples sample, PanelRegressionResult between)
    {
        double sum = 0;
        foreach (IGrouping<int, int> unit in Enumerable.Range(0, sample.Rows).GroupBy(row => sample.Unit[row]))
        {
            double residual = unit.Average(row => sample.Y[row]) - between.Coefficients.Estimates[0]
                - (between.Coefficients.Estimates[1] * unit.Average(row => sample.X[row])) - (between.Coefficients.Estimates[2] * unit.Average(row => sample.Z[row]));
            sum += residual * residual;
        }

        return sum;
    }

    private static double[] QuasiDemeaned(PanelSamples sample, double theta)
    {
        double[] Transform(double[] values) => [.. values.Select((value, row) =>
            value - (theta * Enumerable.Range(0, sample.Rows).Where(other => sample.Unit[other] == sample.Unit[row]).Average(other => values[other])))];
        RegressionSample transformed = new(Table.Of(
            "sample",
            Column.Of("y", Transform(sample.Y)),
            Column.Of("one", Transform([.. Enumerable.Repeat(1.0, sample.Rows)])),
            Column.Of("x", Transform(sample.X)),
            Column.Of("z", Transform(sample.Z))));
        return [.. OrdinaryLeastSquares.Estimate(
            transformed,
            new OrdinaryLeastSquaresOptions { Model = new ModelSpecification { Outcome = "y", Terms = ["one", "x", "z"], Intercept = false } },
            cancellationToken: TestContext.Current.CancellationToken).Coefficients.Estimates];
    }

    private static PanelSample Of(double[] y, double[] x, string[] units, double[] time) => new(
        new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))), Grouping.Of(units), time);

    private static double Slope(PanelSample sample, PanelEstimator estimator)
    {
        CoefficientTable table = Estimate(sample, estimator).Coefficients;
        return table.Estimates[table.Find("x")];
    }

    private static PanelRegressionResult Estimate(
        PanelSample sample,
        PanelEstimator estimator = PanelEstimator.Within,
        ModelSpecification? model = null,
        PanelCovariance covariance = PanelCovariance.Classical) => PanelRegression.Estimate(
            sample,
            new PanelRegressionOptions { Model = model ?? Line, Estimator = estimator, Covariance = covariance },
            cancellationToken: TestContext.Current.CancellationToken);
}
