using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class OrdinaryLeastSquaresTests
{
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };

    [Fact]
    public void Four_points_are_fitted_by_hand()
    {
        // Means 1.5 and 2.5, Sxx 5, Sxy 4: slope 0.8, intercept 1.3; residuals -0.3, 0.9, -0.9, 0.3 with squares 1.8; Syy 5.
        OrdinaryLeastSquaresResult result = Estimate(Of([1, 3, 2, 4], [0, 1, 2, 3]), Line);

        result.Coefficients.Terms.ShouldBe(["intercept", "x"]);
        Bits.Close(result.Coefficients.Estimates, [1.3, 0.8], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [Math.Sqrt(0.9 * 0.7), Math.Sqrt(0.18)], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Covariance, [0.63, -0.27, -0.27, 0.18], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Coefficients.DegreesOfFreedom, [2, 2], relative: 0).ShouldBeTrue();
        result.Fit.Observations.ShouldBe(4);
        result.Fit.Sigma.ShouldBe(Math.Sqrt(0.9), tolerance: 1e-14);
        result.Fit.RSquared.ShouldBe(0.64, tolerance: 1e-14);
        result.Fit.AdjustedRSquared.ShouldBe(0.46, tolerance: 1e-14);
        result.Fit.FStatistic.ShouldBe(32.0 / 9, tolerance: 1e-13);
        result.Fit.LogLikelihood.ShouldBe(-2 * (Math.Log(2 * Math.PI) + 1 + Math.Log(0.45)), tolerance: 1e-13);
        result.Fit.Aic.ShouldBe((-2 * result.Fit.LogLikelihood) + 6, tolerance: 1e-13);
        result.Fit.Bic.ShouldBe((-2 * result.Fit.LogLikelihood) + (3 * Math.Log(4)), tolerance: 1e-13);
    }

    [Fact]
    public void A_constant_alone_has_no_test_of_slopes() =>
        Estimate(Of([1, 3, 2, 4], [0, 1, 2, 3]), Line with { Terms = [] }).Fit.FStatistic.ShouldBe(double.NaN);

    [Fact]
    public void Tests_and_limits_use_student_t_with_two_degrees_of_freedom()
    {
        // With two degrees of freedom p = 1 - t/√(t² + 2) and the quantile is (2q - 1)·√(2/(4q(1 - q))), both in closed form.
        CoefficientTable table = Estimate(Of([1, 3, 2, 4], [0, 1, 2, 3]), Line).Coefficients;
        double t = 0.8 / Math.Sqrt(0.18);
        double limit = 0.95 * Math.Sqrt(2 / (4 * 0.975 * 0.025));

        table.Statistics[1].ShouldBe(t, tolerance: 1e-13);
        table.PValues[1].ShouldBe(1 - (t / Math.Sqrt((t * t) + 2)), tolerance: 1e-13);
        table.ConfidenceLow[1].ShouldBe(0.8 - (limit * Math.Sqrt(0.18)), tolerance: 1e-12);
        table.ConfidenceHigh[1].ShouldBe(0.8 + (limit * Math.Sqrt(0.18)), tolerance: 1e-12);
    }

    [Fact]
    public void Estimates_and_classical_covariance_are_those_of_the_normal_equations() => Samples.All.Sample(sample =>
    {
        OrdinaryLeastSquaresResult result = Estimate(sample.ToSample(), Samples.Model);
        Vector<double> residuals = sample.Residuals();
        Matrix<double> covariance = sample.Bread() * (residuals.DotProduct(residuals) / (sample.Rows - 3));
        return Bits.Close(result.Coefficients.Estimates, [.. sample.Coefficients()], relative: 1e-9)
            && Bits.Close(result.Covariance, covariance.ToRowMajorArray(), relative: 1e-9);
    });

    [Theory]
    [InlineData(CovarianceEstimator.Hc0)]
    [InlineData(CovarianceEstimator.Hc1)]
    [InlineData(CovarianceEstimator.Hc2)]
    [InlineData(CovarianceEstimator.Hc3)]
    [InlineData(CovarianceEstimator.Hc4)]
    public void Robust_covariances_are_those_of_their_formulas(CovarianceEstimator estimator) => Samples.All.Sample(sample =>
    {
        (double n, double k) = (sample.Rows, 3);
        Vector<double> hat = sample.Hat().Diagonal();
        Vector<double> residuals = sample.Residuals();
        Matrix<double> omega = Matrix<double>.Build.Diagonal(sample.Rows, sample.Rows, row => residuals[row] * residuals[row] * (estimator switch
        {
            CovarianceEstimator.Hc0 => 1,
            CovarianceEstimator.Hc1 => n / (n - k),
            CovarianceEstimator.Hc2 => 1 / (1 - hat[row]),
            CovarianceEstimator.Hc3 => 1 / Math.Pow(1 - hat[row], 2),
            _ => 1 / Math.Pow(1 - hat[row], Math.Min(4, n * hat[row] / k)),
        }));
        return hat.Maximum() > 0.99 || Bits.Close(
            Estimate(sample.ToSample(), Samples.Model, estimator).Covariance, sample.Sandwich(omega), relative: 1e-8);
    });

    [Fact]
    public void The_order_of_rows_and_terms_does_not_matter() => Gen.Select(Samples.All, Gen.Int[0, 1_000_000]).Sample((sample, seed) =>
    {
        int[] order = [.. Enumerable.Range(0, sample.Rows)];
        new Random(seed).Shuffle(order);
        CoefficientTable plain = Estimate(sample.ToSample(), Samples.Model, CovarianceEstimator.Hc3).Coefficients;
        CoefficientTable turned = Estimate(
            sample.InOrder(order).ToSample(), Samples.Model with { Terms = ["z", "x"] }, CovarianceEstimator.Hc3).Coefficients;
        return sample.Hat().Diagonal().Maximum() > 0.99
            || (Bits.Close([turned.Estimates[0], turned.Estimates[2], turned.Estimates[1]], plain.Estimates, relative: 1e-8)
                && Bits.Close([turned.StandardErrors[0], turned.StandardErrors[2], turned.StandardErrors[1]], plain.StandardErrors, relative: 1e-8));
    });

    [Fact]
    public void Units_change_coefficients_as_they_should_and_tests_not_at_all() => Samples.All.Sample(sample =>
    {
        Samples scaled = sample with { Y = [.. sample.Y.Select(y => 1000 * y)], X = [.. sample.X.Select(x => (x / 8) + 5)] };
        OrdinaryLeastSquaresResult plain = Estimate(sample.ToSample(), Samples.Model);
        OrdinaryLeastSquaresResult result = Estimate(scaled.ToSample(), Samples.Model);
        return plain.Fit.RSquared > 1 - 1e-9
            || (Bits.Close([result.Coefficients.Estimates[1] / 8000], [plain.Coefficients.Estimates[1]], relative: 1e-8)
                && Bits.Close([result.Coefficients.Estimates[2] / 1000], [plain.Coefficients.Estimates[2]], relative: 1e-8)
                && Bits.Close([.. result.Coefficients.PValues.Skip(1)], [.. plain.Coefficients.PValues.Skip(1)], relative: 1e-6)
                && Bits.Close([result.Fit.RSquared], [plain.Fit.RSquared], relative: 1e-8));
    });

    [Fact]
    public void Whole_weights_give_the_estimates_of_repeated_rows() => Gen.Select(Samples.All, Gen.Int[1, 4].Array[24]).Sample((sample, counts) =>
    {
        int[] repeated = [.. Enumerable.Range(0, sample.Rows).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        RegressionSample weighted = sample.ToSample() with { Weights = [.. Enumerable.Range(0, sample.Rows).Select(row => (double)counts[row])] };
        OrdinaryLeastSquaresResult byWeight = Estimate(weighted, Samples.Model);
        OrdinaryLeastSquaresResult byRow = Estimate(sample.InOrder(repeated).ToSample(), Samples.Model);
        double ratio = (repeated.Length - 3.0) / (sample.Rows - 3);
        return Bits.Close(byWeight.Coefficients.Estimates, byRow.Coefficients.Estimates, relative: 1e-8)
            && Bits.Close(byWeight.Covariance, [.. byRow.Covariance.Select(value => value * ratio)], relative: 1e-8)
            && Bits.Close([byWeight.Fit.RSquared], [byRow.Fit.RSquared], relative: 1e-8);
    });

    [Fact]
    public void Equal_weights_are_no_weights() => Samples.All.Sample(sample =>
    {
        RegressionSample weighted = sample.ToSample() with { Weights = [.. sample.Y.Select(_ => 4.0)] };
        OrdinaryLeastSquaresResult plain = Estimate(sample.ToSample(), Samples.Model, CovarianceEstimator.Hc1);
        OrdinaryLeastSquaresResult result = Estimate(weighted, Samples.Model, CovarianceEstimator.Hc1);
        return Bits.Close(result.Covariance, plain.Covariance, relative: 1e-9)
            && Bits.Close([result.Fit.LogLikelihood], [plain.Fit.LogLikelihood], relative: 1e-9);
    });

    [Fact]
    public void A_term_that_others_determine_is_left_out_and_named() => Samples.All.Sample(sample =>
    {
        RegressionSample withCopy = new(Table.Of(
            "sample", Column.Of("y", sample.Y), Column.Of("x", sample.X), Column.Of("z", sample.Z),
            Column.Of("sum", sample.X.Zip(sample.Z, (x, z) => x + (2 * z) - 3))));
        OrdinaryLeastSquaresResult result = Estimate(withCopy, Samples.Model with { Terms = ["x", "z", "sum"] });
        return result.Coefficients.Terms.SequenceEqual(["intercept", "x", "z"])
            && result.Notes.Single().Code == "aliased-terms"
            && result.Notes[0].Text.Contains("sum", StringComparison.Ordinal)
            && Bits.Same(result.Coefficients.Estimates, Estimate(sample.ToSample(), Samples.Model).Coefficients.Estimates);
    });

    [Fact]
    public void Levels_become_terms_compared_with_the_base_level_and_estimate_differences_of_means()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 7, 9, 4, 6, 5]), Column.Of("town", (string?[])["B", "B", "A", "A", "C", "C", null])));
        ModelSpecification model = new() { Outcome = "y", Terms = ["town"], Categorical = new Dictionary<string, string> { ["town"] = "B" } };

        OrdinaryLeastSquaresResult result = Estimate(sample, model);

        result.Coefficients.Terms.ShouldBe(["intercept", "town=A", "town=C"]);
        Bits.Close(result.Coefficients.Estimates, [2, 6, 3], relative: 1e-12).ShouldBeTrue();
        result.Rows.ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Rows_with_a_gap_in_a_used_column_are_dropped()
    {
        RegressionSample withGaps = new(Table.Of(
            "sample",
            Column.Of("y", [1, 3, double.NaN, 2, 4, 9]),
            Column.Of("x", [0, 1, 5, 2, 3, double.NaN]),
            Column.Of("unused", [1, double.NaN, 1, 1, 1, 1])));

        OrdinaryLeastSquaresResult result = Estimate(withGaps, Line);

        result.Rows.ShouldBe([0, 1, 3, 4]);
        Bits.Close(result.Coefficients.Estimates, [1.3, 0.8], relative: 1e-14).ShouldBeTrue();
    }

    [Fact]
    public void Without_a_constant_the_line_goes_through_the_origin()
    {
        OrdinaryLeastSquaresResult result = Estimate(Of([2, 4, 7], [1, 2, 3]), Line with { Intercept = false });

        result.Coefficients.Terms.ShouldBe(["x"]);
        result.Coefficients.Estimates[0].ShouldBe(31.0 / 14, tolerance: 1e-14);
        result.Fit.RSquared.ShouldBe(31.0 * 31 / 14 / 69, tolerance: 1e-14);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample four = Of([1, 3, 2, 4], [0, 1, 2, 3]);

        Should.Throw<ArgumentException>(() => Estimate(four, Line with { Terms = ["w"] })).Message.ShouldContain("no column w");
        Should.Throw<ArgumentException>(() => Estimate(four, Line with { Terms = [], Intercept = false }));
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 3], [0, 1]), Line)).Message.ShouldContain("2 rows and 2 terms");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 3, double.PositiveInfinity], [0, 1, 2]), Line)).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => Estimate(four with { Weights = [1, 1, 1, 0] }, Line)).Message.ShouldContain("positive");
        Should.Throw<ArgumentException>(() => Estimate(four with { Weights = [1, 1] }, Line));
        Should.Throw<ArgumentException>(() => Estimate(
            four, Line with { Categorical = new Dictionary<string, string> { ["x"] = "9" } })).Message.ShouldContain("base level");
        Should.Throw<ArgumentOutOfRangeException>(() => new OrdinaryLeastSquaresOptions { Model = Line, Level = 1 });
    }

    private static RegressionSample Of(double[] y, double[] x) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x)));

    private static OrdinaryLeastSquaresResult Estimate(
        RegressionSample sample, ModelSpecification model, CovarianceEstimator covariance = CovarianceEstimator.Classical) =>
        OrdinaryLeastSquares.Estimate(
            sample,
            new OrdinaryLeastSquaresOptions { Model = model, Covariance = covariance },
            cancellationToken: TestContext.Current.CancellationToken);
}
