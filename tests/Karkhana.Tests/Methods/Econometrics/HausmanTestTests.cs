using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class HausmanTestTests
{
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };

    [Fact]
    public void One_slope_is_the_squared_difference_over_that_of_the_variances() => PanelSamples.All.Sample(sample =>
    {
        HausmanTestResult test = Estimate(sample.ToPanel(), Line);
        PanelRegressionResult within = Panel(sample, PanelEstimator.Within);
        PanelRegressionResult random = Panel(sample, PanelEstimator.RandomEffects);
        double difference = within.Coefficients.Estimates[0] - random.Coefficients.Estimates[1];
        double variance = within.Covariance[0] - random.Covariance[3];
        return Math.Abs((test.Statistic * variance) - (difference * difference)) <= 1e-9 * (1 + (difference * difference))
            && test.DegreesOfFreedom == 1
            && (variance > 0) != test.Notes.Any(note => note.Code == "not-positive-definite");
    });

    [Fact]
    public void The_regression_form_tests_what_unit_means_add() => PanelSamples.All.Sample(sample =>
    {
        // With θ = 0 (no variance of units) the means are added to the pooled regression.
        HausmanTestResult test = Estimate(sample.ToPanel(), Line, HausmanForm.Regression);
        HausmanTestResult turned = Estimate(sample.Reversed().ToPanel(), Line, HausmanForm.Regression);
        PanelRegressionResult random = Panel(sample, PanelEstimator.RandomEffects);
        double wanted = Wald(sample, random);
        return Math.Abs(test.Statistic - wanted) <= 1e-5 * (1 + wanted) && Math.Abs(test.Statistic - turned.Statistic) <= 1e-5 * (1 + wanted);
    });

    [Fact]
    public void Slopes_of_both_are_listed_and_the_tail_is_that_of_chi_square()
    {
        PanelSample sample = Of([1, 3, 2, 10, 6, 5, 14, 17], [0, 2, 1, 5, 4, 2, 3, 4], ["a", "a", "b", "b", "c", "c", "d", "d"]);

        HausmanTestResult test = Estimate(sample, Line);

        test.Terms.ShouldBe(["x"]);
        test.Within.Count.ShouldBe(1);
        test.Random.Count.ShouldBe(1);
        // With one degree of freedom P(χ² ≥ s) is the two-sided normal tail of √s.
        test.PValue.ShouldBe(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Sqrt(test.Statistic)), tolerance: 1e-10);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        PanelSample sample = Of([1, 3, 2, 10], [1, 1, 2, 2], ["a", "a", "b", "b"]);

        Should.Throw<ArgumentException>(() => Estimate(sample, Line)).Message.ShouldContain("absorbed effects determine all");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 3, 2, 10], [1, 3, 2, 5], ["a", "a", "b", "b"]), Line)).Message.ShouldContain("2 rows and 2 terms");
    }

    // A regression on θ-demeaned rows with the deviation of x added, errors clustered by unit, its square over its variance.
    private static double Wald(PanelSamples sample, PanelRegressionResult random)
    {
        double[] thetas = [.. sample.Unit.Select(unit => random.QuasiDemeaning[random.Units.ToList().IndexOf($"u{unit}")])];
        double Mean(double[] values, int row) =>
            Enumerable.Range(0, sample.Rows).Where(other => sample.Unit[other] == sample.Unit[row]).Average(other => values[other]);
        RegressionSample data = new(Table.Of(
            "sample",
            Column.Of("y", sample.Y.Select((value, row) => value - (thetas[row] * Mean(sample.Y, row)))),
            Column.Of("one", thetas.Select(theta => 1 - theta)),
            Column.Of("x", sample.X.Select((value, row) => value - (thetas[row] * Mean(sample.X, row)))),
            Column.Of("within", sample.X.Select((value, row) => value - Mean(sample.X, row)))))
        {
            Clusters = [sample.Units],
        };
        CoefficientTable table = ClusterRobustRegression.Estimate(
            data,
            new ClusterRobustRegressionOptions
            {
                Model = new ModelSpecification { Outcome = "y", Terms = ["one", "x", "within"], Intercept = false },
                Correction = ClusterCorrection.Cr0,
            },
            cancellationToken: TestContext.Current.CancellationToken).Coefficients;
        return Math.Pow(table.Statistics[2], 2);
    }

    private static PanelRegressionResult Panel(PanelSamples sample, PanelEstimator estimator) => PanelRegression.Estimate(
        sample.ToPanel(),
        new PanelRegressionOptions { Model = Line, Estimator = estimator },
        cancellationToken: TestContext.Current.CancellationToken);

    private static PanelSample Of(double[] y, double[] x, string[] units) => new(
        new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))), Grouping.Of(units), [.. y.Select((_, row) => (double)row)]);

    private static HausmanTestResult Estimate(PanelSample sample, ModelSpecification model, HausmanForm form = HausmanForm.Quadratic) =>
        HausmanTest.Estimate(sample, new HausmanTestOptions { Model = model, Form = form }, cancellationToken: TestContext.Current.CancellationToken);
}
