using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class LinearModelTests
{
    [Fact]
    public void One_fit_gives_the_covariances_of_every_regression() => Samples.All.Sample(sample =>
    {
        RegressionSample rows = sample.ToSample() with { Clusters = [sample.Groups] };
        LinearModel model = OrdinaryLeastSquares.Estimate(
            rows, new OrdinaryLeastSquaresOptions { Model = Samples.Model }, cancellationToken: TestContext.Current.CancellationToken).Model;
        ClusterRobustRegressionResult clustered = ClusterRobustRegression.Estimate(
            rows,
            new ClusterRobustRegressionOptions { Model = Samples.Model, Correction = ClusterCorrection.Cr2, Degrees = ClusterDegrees.Satterthwaite },
            cancellationToken: TestContext.Current.CancellationToken);
        CoefficientTable table = model.Coefficients(model.Clustered([sample.Groups], ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite));
        return Bits.Same(table.StandardErrors, clustered.Coefficients.StandardErrors)
            && Bits.Same(table.DegreesOfFreedom, clustered.Coefficients.DegreesOfFreedom)
            && Bits.Same(model.Coefficients(level: 0.9).StandardErrors, model.Covariance().StandardErrors)
            && Bits.Same(model.Serial(new SerialDecay { Lag = 0 }).Values, model.Serial(new SerialDecay { Lag = 0, SmallSample = false }).Values);
    });

    [Fact]
    public void Degrees_of_freedom_of_clusters_are_those_of_the_dense_formula() => Samples.All.Sample(sample =>
    {
        LinearModel model = LinearModel.Of(sample.ToSample(), Samples.Model);
        double[] degrees = [.. model.Clustered([sample.Groups], ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite).DegreesOfFreedom];
        return Bits.Close(degrees, Dense(sample), relative: 1e-5);
    });

    [Fact]
    public void The_mean_of_alike_clusters_has_one_degree_of_freedom_less_than_clusters()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 4, 2, 8, 5, 7, 1, 0])));
        LinearModel model = LinearModel.Of(sample, ModelSpecification.Parse("y ~ 1"));

        model.Clustered([["a", "a", "b", "b", "c", "c", "d", "d"]], ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite)
            .DegreesOfFreedom[0].ShouldBe(3, tolerance: 1e-12);
    }

    [Fact]
    public void Wild_p_values_of_some_terms_are_those_that_few_clusters_get_for_all()
    {
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("y", Enumerable.Range(0, 40).Select(row => Math.Sin(row) + (row % 5))),
            Column.Of("x", Enumerable.Range(0, 40).Select(row => (row * 7 % 11) / 3.0))));
        string[] codes = [.. Enumerable.Range(0, 40).Select(row => $"c{row % 10}")]; // all signs, so that the number of draws does not matter
        LinearModel model = LinearModel.Of(sample, ModelSpecification.Parse("y ~ x"));
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        IReadOnlyList<double> some = model.WildPValues(codes, ["absent", "x"], 99, null, cancellation);

        some[0].ShouldBe(double.NaN);
        some[1].ShouldBe(model.ByClusterCount(codes, cancellationToken: cancellation).WildPValues[1]);
        Should.Throw<ArgumentException>(() => model.WildPValues(codes, ["x"], 98, null, cancellation)).Message.ShouldContain("98");
        Should.Throw<ArgumentException>(() => model.WildPValues([.. codes.Select(_ => "one")], ["x"], 99, null, cancellation));
    }

    [Theory]
    [InlineData(45, ClusterCorrection.Cr1, "cr1 errors, t with 44", false)]
    [InlineData(40, ClusterCorrection.Cr1, "cr1 errors, t with 39", false)]
    [InlineData(39, ClusterCorrection.Cr2, "fewer than 40", false)]
    [InlineData(20, ClusterCorrection.Cr2, "fewer than 40", false)]
    [InlineData(19, ClusterCorrection.Cr2, "wild cluster bootstrap", true)]
    [InlineData(12, ClusterCorrection.Cr2, "wild cluster bootstrap", true)]
    [InlineData(5, ClusterCorrection.Cr2, "wild cluster bootstrap", true)]
    public void The_number_of_clusters_chooses_the_tests(int clusters, ClusterCorrection correction, string note, bool wild)
    {
        int rows = 3 * clusters;
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("y", Enumerable.Range(0, rows).Select(row => Math.Sin(row) + (row % 5))),
            Column.Of("x", Enumerable.Range(0, rows).Select(row => (row * 7 % 11) + (row % clusters / 10.0)))));
        string[] codes = [.. Enumerable.Range(0, rows).Select(row => $"c{row % clusters}")];

        ClusterInference inference = LinearModel.Of(sample, ModelSpecification.Parse("y ~ x"))
            .ByClusterCount(codes, cancellationToken: TestContext.Current.CancellationToken);
        ClusterRobustRegressionResult measure = ClusterRobustRegression.Estimate(
            sample with { Clusters = [codes] },
            new ClusterRobustRegressionOptions { Model = ModelSpecification.Parse("y ~ x"), Choice = ClusterChoice.ByClusterCount },
            cancellationToken: TestContext.Current.CancellationToken);

        inference.Correction.ShouldBe(correction);
        inference.Clusters.ShouldBe(clusters);
        inference.Notes.Single(each => each.Code == "cluster-rule").Text.ShouldContain(note);
        inference.WildPValues.All(p => wild ? p is > 0 and <= 1 : double.IsNaN(p)).ShouldBeTrue();
        inference.Coefficients.DegreesOfFreedom.All(degrees => degrees <= clusters - 1 + 1e-9).ShouldBeTrue();
        inference.ToTable("clustered").RowCount.ShouldBe(2);
        Bits.Same(measure.WildPValues, inference.WildPValues).ShouldBeTrue();
        Bits.Same(measure.Coefficients.StandardErrors, inference.Coefficients.StandardErrors).ShouldBeTrue();
    }

    [Fact]
    public void Tables_hold_the_fit_and_every_row()
    {
        LinearModel model = LinearModel.Of(
            new RegressionSample(Table.Of("sample", Column.Of("y", [1.0, 3, double.NaN, 2, 4]), Column.Of("x", [0.0, 1, 9, 2, 3]))),
            ModelSpecification.Parse("y ~ x"));

        Table rows = model.ToRowTable();
        Bits.Close(rows.Numbers("fitted"), [1.3, 2.1, 2.9, 3.7], relative: 1e-13).ShouldBeTrue();
        Bits.Close(rows.Numbers("residual"), [-0.3, 0.9, -0.9, 0.3], relative: 1e-13).ShouldBeTrue();
        Bits.Close(rows.Numbers("leverage"), [0.7, 0.3, 0.3, 0.7], relative: 1e-13).ShouldBeTrue();
        rows.Numbers("observation").ShouldBe([1, 2, 4, 5]);
        Table fit = model.ToFitTable();
        fit.Numbers("r_squared")[0].ShouldBe(0.64, tolerance: 1e-13);
        fit.Numbers("statistic")[0].ShouldBe(32.0 / 9, tolerance: 1e-13);
        fit.Numbers("p_value")[0].ShouldBe(0.2, tolerance: 1e-12); // F(1, 2): 1 - √(F/(F + 2)) = 1 - 0.8
        fit.Numbers("df_residual")[0].ShouldBe(2);
        model.Notes.ShouldHaveSingleItem().Code.ShouldBe("dropped-rows");
    }

    [Fact]
    public void Weighted_rows_keep_their_plain_residuals() => Samples.All.Sample(sample =>
    {
        LinearModel model = LinearModel.Of(
            sample.ToSample() with { Weights = [.. sample.Y.Select((_, row) => 1.0 + (row % 3))] }, Samples.Model);
        double[] fitted = [.. sample.Y.Select((_, row) => model.Estimates[0] + (model.Estimates[1] * sample.X[row]) + (model.Estimates[2] * sample.Z[row]))];
        return Bits.Close(model.FittedValues, fitted, relative: 1e-9);
    });

    [Fact]
    public void A_row_that_determines_a_coefficient_alone_is_said()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 4, 9]), Column.Of("x", [0.0, 0, 0, 0, 1])));
        LinearModel model = LinearModel.Of(sample, ModelSpecification.Parse("y ~ x"));

        model.Covariance(CovarianceEstimator.Hc3).Notes.ShouldHaveSingleItem().Code.ShouldBe("leverage-of-one");
        model.Covariance(CovarianceEstimator.Hc1).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_constant_outcome_is_said()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [2.0, 2, 2, 2]), Column.Of("x", [0.0, 1, 3, 1])));

        LinearModel.Of(sample, ModelSpecification.Parse("y ~ x")).Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-outcome");
    }

    [Fact]
    public void Wrong_clusters_are_refused()
    {
        LinearModel model = LinearModel.Of(
            new RegressionSample(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 4]), Column.Of("x", [0.0, 1, 2, 5]))), ModelSpecification.Parse("y ~ x"));

        Should.Throw<ArgumentException>(() => model.Clustered([])).Message.ShouldContain("there were 0");
        Should.Throw<ArgumentException>(() => model.Clustered([["a", "b"]])).Message.ShouldContain("there were 2");
        Should.Throw<ArgumentException>(() => model.ByClusterCount(["a", "a", "a", "a"])).Message.ShouldContain("two clusters");
        Should.Throw<ArgumentException>(() => model.Clustered(
            [["a", "b", "a", "b"], ["a", "a", "b", "b"]], degrees: ClusterDegrees.Satterthwaite)).Message.ShouldContain("two groupings");
    }

    // p_g = (I - H)_g' A_g X_g (X'X)⁻¹ c, ν = (Σ p_g'p_g)²/Σ (p_g'p_h)².
    private static double[] Dense(Samples sample)
    {
        Matrix<double> x = sample.Design();
        Matrix<double> rest = Matrix<double>.Build.DenseIdentity(sample.Rows) - sample.Hat();
        int[][] groups = [.. Enumerable.Range(0, sample.Rows).GroupBy(row => sample.Groups[row]).Select(group => group.ToArray())];
        return [.. Enumerable.Range(0, 3).Select(term =>
        {
            Matrix<double> p = Matrix<double>.Build.DenseOfColumnVectors(groups.Select(rows =>
            {
                Matrix<double> own = Matrix<double>.Build.Dense(rows.Length, rows.Length, (i, j) => rest[rows[i], rows[j]]);
                Matrix<double> select = Matrix<double>.Build.Dense(rows.Length, sample.Rows, (i, j) => rest[rows[i], j]);
                Matrix<double> regressors = Matrix<double>.Build.Dense(rows.Length, 3, (i, j) => x[rows[i], j]);
                return select.TransposeThisAndMultiply(InverseRoot(own) * regressors * sample.Bread().Column(term));
            }));
            Matrix<double> products = p.TransposeThisAndMultiply(p);
            double trace = products.Trace();
            return trace * trace / products.Enumerate().Sum(value => value * value);
        })];
    }

    private static Matrix<double> InverseRoot(Matrix<double> symmetric)
    {
        var eigen = symmetric.Evd(Symmetricity.Symmetric);
        Vector<double> powers = Vector<double>.Build.Dense(symmetric.RowCount, i => eigen.EigenValues[i].Real < 1e-9 ? 0 : 1 / Math.Sqrt(eigen.EigenValues[i].Real));
        return eigen.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(powers) * eigen.EigenVectors.Transpose();
    }
}
