using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.SparseMatrices;
using Karkhana.Methods.Spatial;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SpatialLagRegressionTests
{
    private static readonly SpatialLagRegressionOptions Options = new() { Model = SpatialSamples.Model, ImpactDraws = 0 };

    [Fact]
    public void Four_units_in_pairs_have_an_estimate_by_hand()
    {
        // Two pairs and a constant only. The sums of the pairs, 3 and 7, have squares 8 about their mean, the differences 2; so
        // SSE = ((1 - rho)² 8 + (1 + rho)² 2)/2 and log|I - rho W| = 2 log(1 - rho²). At the maximum of the latter less 2 log SSE the slopes are equal.
        SpatialSample sample = new(
            new RegressionSample(Table.Of("sample", Column.Of("y", [1.0, 2, 3, 4]))),
            SpatialWeights.Of(["a", "b", "c", "d"], [0, 1, 2, 3], [1, 0, 3, 2]));
        SpatialLagRegressionResult result = Estimate(sample, Options with { Model = new ModelSpecification { Outcome = "y", Terms = [] } });

        double rho = result.Model.Autoregression.Estimates[0];
        double squares = (0.5 * (1 - rho) * (1 - rho) * 8) + (0.5 * (1 + rho) * (1 + rho) * 2);
        (-4 * rho / (1 - (rho * rho))).ShouldBe(2 * ((-(1 - rho) * 8) + ((1 + rho) * 2)) / squares, tolerance: 1e-8);
        result.Model.Coefficients.Estimates[0].ShouldBe(2.5 * (1 - rho), tolerance: 1e-10);
        result.Model.Sigma2.ShouldBe(squares / 4, tolerance: 1e-10);
    }

    [Fact]
    public void The_estimate_is_the_greatest_likelihood_of_the_dense_formula() => SpatialSamples.All.Sample(sample =>
    {
        SpatialLagRegressionResult result = Estimate(sample.ToSample(), Options);
        double rho = result.Model.Autoregression.Estimates[0];
        double most = Enumerable.Range(-99, 199).Max(step => sample.LogLikelihood(step / 100.0, 0));
        return Bits.Close([result.Model.LogLikelihood], [sample.LogLikelihood(rho, 0)], relative: 1e-9)
            && most <= result.Model.LogLikelihood + 1e-9
            && Bits.Close(result.Model.Coefficients.Estimates, [.. sample.Slopes(rho, 0)], relative: 1e-8)
            && (AtLimit(result) || Math.Abs(sample.LogLikelihood(rho + 1e-5, 0) - sample.LogLikelihood(rho - 1e-5, 0)) < 1e-7);
    });

    [Fact]
    public void Standard_errors_and_the_residual_test_are_those_of_dense_matrices() => SpatialSamples.All.Sample(sample =>
    {
        SpatialLagRegressionResult result = Estimate(sample.ToSample(), Options);
        double rho = result.Model.Autoregression.Estimates[0];
        if (AtLimit(result))
        {
            return true;
        }

        Vector<double> residuals = sample.Residuals(rho, 0);
        double variance = residuals.DotProduct(residuals) / sample.Count;
        Matrix<double> covariance = Information(sample, rho, variance).Inverse();
        Matrix<double> g = sample.Multiplied(rho);
        double moment = residuals.DotProduct(sample.W * residuals) / variance;
        double t22 = ((sample.W * sample.W) + sample.W.TransposeThisAndMultiply(sample.W)).Trace();
        double t21 = ((sample.W * g) + sample.W.TransposeThisAndMultiply(g)).Trace();
        return Bits.Close(result.Model.Autoregression.StandardErrors, [Math.Sqrt(covariance[0, 0])], relative: 1e-6)
            && Bits.Close(result.Model.Coefficients.StandardErrors, [Math.Sqrt(covariance[1, 1]), Math.Sqrt(covariance[2, 2])], relative: 1e-6)
            && Bits.Close([result.Model.Covariance[5]], [covariance[1, 2]], relative: 1e-6)
            && Bits.Close([result.ResidualTest.Statistic], [moment * moment / (t22 - (t21 * t21 * covariance[0, 0]))], relative: 1e-5);
    });

    [Fact]
    public void Impacts_are_means_of_the_inverse() => Gen.Select(SpatialSamples.All, Gen.Bool).Sample((sample, durbin) =>
    {
        SpatialLagRegressionResult result = Estimate(sample.ToSample(), Options with { Durbin = durbin });
        double rho = result.Model.Autoregression.Estimates[0];
        double own = result.Model.Coefficients.Estimates[1];
        double lag = result.Model.Coefficients.Find("lag_x") is >= 0 and int place ? result.Model.Coefficients.Estimates[place] : 0;
        Matrix<double> multiplier = sample.Filter(rho).Inverse() * ((own * SpatialSamples.Identity(sample.Count)) + (lag * sample.W));
        double direct = multiplier.Trace() / sample.Count;
        double total = multiplier.RowSums().Sum() / sample.Count;
        return Bits.Close(
            [result.Impacts.Direct[0], result.Impacts.Indirect[0], result.Impacts.Total[0]], [direct, total - direct, total], relative: 1e-7);
    });

    [Fact]
    public void Errors_of_impacts_agree_with_the_delta_method_where_errors_are_small()
    {
        SpatialSample sample = OnGrid(20, noise: 0.05);
        SpatialLagRegressionResult result = Estimate(sample, Options with { ImpactDraws = 4000, Seed = 7 });

        // total = b/(1 - rho): its slopes are 1/(1 - rho) by b and total/(1 - rho) by rho.
        double rho = result.Model.Autoregression.Estimates[0];
        double[] slopes = [result.Impacts.Total[0] / (1 - rho), 0, 1 / (1 - rho)];
        Vector<double> slope = Vector<double>.Build.Dense(slopes);
        Matrix<double> covariance = Matrix<double>.Build.Dense(3, 3, (i, j) => result.Model.Covariance[(3 * i) + j]);
        result.Impacts.TotalErrors[0].ShouldBe(Math.Sqrt(slope.DotProduct(covariance * slope)), tolerance: 0.05 * result.Impacts.TotalErrors[0]);
        result.Impacts.Low[2].ShouldBeInRange(result.Impacts.Total[0] - (2.2 * result.Impacts.TotalErrors[0]), result.Impacts.Total[0]);
        result.Impacts.ToTable("impacts").RowCount.ShouldBe(3);
    }

    [Fact]
    public void Neither_names_nor_the_order_of_units_matter() => SpatialSamples.All.Sample(sample =>
    {
        int[] order = [.. Enumerable.Range(0, sample.Count).Select(row => ((row * 7) + 3) % sample.Count).Distinct()];
        if (order.Length < sample.Count)
        {
            order = [.. Enumerable.Range(0, sample.Count).Reverse()];
        }

        SpatialLagRegressionResult first = Estimate(sample.ToSample(), Options);
        SpatialLagRegressionResult second = Estimate(sample.InOrder(order).ToSample(), Options);
        return Bits.Close(first.Model.Autoregression.Estimates, second.Model.Autoregression.Estimates, relative: 1e-7)
            && (AtLimit(first) || Bits.Close(first.Model.Coefficients.StandardErrors, second.Model.Coefficients.StandardErrors, relative: 1e-5));
    });

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        SpatialSample sample = OnGrid(40, noise: 1);
        SpatialLagRegressionOptions options = Options with { ImpactDraws = 200 };

        SpatialLagRegressionResult one = SpatialLagRegression.Estimate(sample, options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        SpatialLagRegressionResult three = SpatialLagRegression.Estimate(sample, options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);

        Bits.Same(one.Model.Covariance, three.Model.Covariance).ShouldBeTrue();
        Bits.Same(one.Model.Autoregression.Estimates, three.Model.Autoregression.Estimates).ShouldBeTrue();
        Bits.Same(one.Impacts.TotalErrors, three.Impacts.TotalErrors).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Probes_and_a_window_give_large_maps_the_errors_of_the_exact_way(bool symmetric)
    {
        // 45 × 45 cells, so that the window and the probes are used; every other cell loses a neighbour, so that weights are not symmetric.
        SpatialSample sample = OnGrid(45, noise: 1, keep: (from, to) => symmetric || from % 2 == 0 || to != from + 1);
        SpatialDesign design = SpatialDesign.Build(sample, SpatialSamples.Model);
        AutoregressiveEstimate estimate = AutoregressiveEstimate.Of(design, withLag: true, withErrors: false, null, TestContext.Current.CancellationToken);
        AutoregressiveInverse inverse = estimate.Matrix.At(estimate.Rho, TestContext.Current.CancellationToken)!;
        (double[,] exact, _) = AsymmetryGram.Of(design.Weights, [inverse], 0, null, TestContext.Current.CancellationToken);
        LogDeterminantCurve whole = LogDeterminantCurve.Of(estimate.Matrix, null, TestContext.Current.CancellationToken);
        (double value, double slope, double curvature) = whole.At(estimate.Rho);
        (double[,] probed, double standardError) = AsymmetryGram.Of(design.Weights, [inverse], [-curvature], null, TestContext.Current.CancellationToken);

        estimate.Curve.Nodes.ShouldBeLessThan(40);
        estimate.Curve.At(estimate.Rho).Value.ShouldBe(value, tolerance: 1e-8 * Math.Abs(value));
        estimate.Curve.At(estimate.Rho).Slope.ShouldBe(slope, tolerance: 1e-7 * Math.Abs(slope));
        estimate.Curve.At(estimate.Rho).Curvature.ShouldBe(curvature, tolerance: 1e-6 * Math.Abs(curvature));
        double error = (probed[1, 1] - exact[1, 1]) / ((-2 * curvature) + exact[1, 1]);
        Math.Abs(error).ShouldBeLessThan(1e-3);
        standardError.ShouldBeInRange(1e-9, 2e-3);
    }

    [Fact]
    public void Directed_ties_to_a_few_hubs_get_the_exact_trace_when_probes_do_not_settle()
    {
        // Each of 1,500 nodes looks to its predecessor and to one of three hubs.
        (int, int)[] links = [.. Enumerable.Range(4, 1496).SelectMany(node => new[] { (node, node - 1), (node, node % 3) })];
        CsrMatrix weights = SpatialWeights.Of(
            [.. Enumerable.Range(0, 1500).Select(node => $"n{node}")], [.. links.Select(link => link.Item1)], [.. links.Select(link => link.Item2)])
            .Coded(WeightsStyle.RowStandardised).ToMatrix();
        AutoregressiveInverse inverse = AutoregressiveMatrix.Of(weights).At(0.6, TestContext.Current.CancellationToken)!;

        (double[,] gram, double error) = AsymmetryGram.Of(weights, [inverse], [1.0], null, TestContext.Current.CancellationToken);

        error.ShouldBe(0);
        Bits.Same([gram[1, 1]], [AsymmetryGram.Of(weights, [inverse], 0, null, TestContext.Current.CancellationToken).Gram[1, 1]]).ShouldBeTrue();
    }

    [Fact]
    public void The_curve_gives_determinants_and_traces_of_the_dense_matrix() =>
        Gen.Select(SpatialSamples.All, Gen.Int[-95, 95]).Sample((sample, hundredths) =>
        {
            double rho = hundredths / 100.0;
            AutoregressiveMatrix matrix = AutoregressiveMatrix.Of(SpatialSamples.Weights(sample.Dense).ToMatrix());
            (double value, double slope, double curvature) = LogDeterminantCurve.Of(matrix, null, TestContext.Current.CancellationToken).At(rho);
            Matrix<double> g = sample.Multiplied(rho);
            return Bits.Close([value, -slope, -curvature], [Math.Log(sample.Filter(rho).Determinant()), g.Trace(), (g * g).Trace()], relative: 1e-6);
        });

    [Fact]
    public void Rows_that_are_not_complete_leave_with_their_links()
    {
        SpatialSample full = OnGrid(5, noise: 1);
        double[] x = [.. full.Sample.Data.Numbers("x")];
        x[12] = double.NaN;
        SpatialSample gap = full with { Sample = new RegressionSample(Table.Of("sample", Column.Of("y", full.Sample.Data.Numbers("y")), Column.Of("x", x))) };
        int[] kept = [.. Enumerable.Range(0, 25).Where(row => row != 12)];
        SpatialSample without = new(
            new RegressionSample(Table.Of(
                "sample", Column.Of("y", kept.Select(row => full.Sample.Data.Numbers("y")[row])), Column.Of("x", kept.Select(row => x[row])))),
            full.Weights.Among(kept));

        SpatialLagRegressionResult result = Estimate(gap, Options);

        result.Model.Coefficients.Estimates.ShouldBe(Estimate(without, Options).Model.Coefficients.Estimates);
        result.Model.Rows.ShouldBe(kept);
        result.Notes.ShouldContain(note => note.Code == "dropped-rows");
    }

    [Fact]
    public void Islands_stay_and_are_named()
    {
        SpatialSample grid = OnGrid(4, noise: 1);
        SpatialSample island = grid with { Weights = grid.Weights.Reweighted((unit, _, weight) => unit == 5 ? 0 : weight) };

        SpatialLagRegressionResult result = Estimate(island, Options);

        result.Model.Rows.Count.ShouldBe(16);
        result.Notes.ShouldContain(note => note.Code == "islands" && note.Text.Contains("c5"));
    }

    [Fact]
    public void Weights_that_are_not_mutual_are_used_and_said_to_be_so()
    {
        SpatialSample mutual = OnGrid(6, noise: 1);
        SpatialSample oneWay = OnGrid(6, noise: 1, keep: (from, to) => from % 2 == 0 || to != from + 1);

        Note note = Estimate(oneWay, Options).Notes.Single(note => note.Code == "asymmetric-weights");

        note.Text.ShouldContain("not mutual"); // what happened
        note.Text.ShouldContain("estimates and errors allow for it"); // what it means
        note.Text.ShouldContain("check the links"); // what to do
        Estimate(mutual, Options).Notes.ShouldNotContain(other => other.Code == "asymmetric-weights");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SpatialSample sample = OnGrid(4, noise: 1);
        double[] y = [.. sample.Sample.Data.Numbers("y")];
        double[] x = [.. sample.Sample.Data.Numbers("x")];
        double[,] complete = SpatialSamples.Standardised(new double[16, 16].Filled((i, j) => i == j ? 0 : 1));

        Refused(sample with { Weights = SpatialSamples.Weights(complete) }, "all 16 units neighbours");
        Refused(With([.. y.Select(_ => 3.0)], x), "must vary; it was 3");
        Refused(With([.. x.Select(value => 1 + (2 * value))], x), "determine the outcome");
        Refused(sample with { Weights = SpatialSamples.Weights(new double[16, 16]) }, "at least two");
        Refused(sample with { Weights = SpatialSamples.Weights(new double[15, 15].Filled((i, j) => i == j + 1 ? 1 : 0)) }, "15");
        Refused(sample with { Weights = SpatialSamples.Weights(new double[16, 16].Filled((i, j) => i == j ? 1 : 0)) }, "itself; u0");
        Refused(sample with { Sample = sample.Sample with { Weights = y } }, "no weights of rows");
        Refused(sample with { Sample = sample.Sample with { Clusters = [[.. y.Select(_ => "c")]] } }, "no clusters");
        Refused(sample with { Sample = sample.Sample with { Absorb = [Grouping.Of([.. y.Select((_, row) => row % 2)])] } }, "absorb");
        Should.Throw<ArgumentException>(() => Options with { ImpactDraws = -1 });

        // Two groups in which all are neighbours: the lag is what the group's mean and the own value say.
        double[,] groups = SpatialSamples.Standardised(new double[16, 16].Filled((i, j) => i != j && i / 8 == j / 8 ? 1 : 0));
        SpatialSample grouped = With(y, [.. x.Select((_, row) => row < 8 ? 1.0 : 0)]);
        Refused(grouped with { Weights = SpatialSamples.Weights(groups) }, "rho cannot be estimated");

        SpatialSample With(double[] outcome, double[] term) =>
            sample with { Sample = new RegressionSample(Table.Of("sample", Column.Of("y", outcome), Column.Of("x", term))) };

        void Refused(SpatialSample wrong, string message) => Should.Throw<ArgumentException>(() => Estimate(wrong, Options)).Message.ShouldContain(message);
    }

    /// <summary>A map on which the model holds with rho = 0.5, y = 1 + 2x + noise.</summary>
    internal static SpatialSample OnGrid(int side, double noise, Func<int, int, bool>? keep = null)
    {
        SpatialWeights weights = SpatialSamples.Grid(side);
        weights = weights.Reweighted((from, to, weight) => keep is null || keep(from, to) ? weight : 0).Among([.. Enumerable.Range(0, side * side)]).Coded(WeightsStyle.RowStandardised);
        double[] x = [.. Enumerable.Range(0, side * side).Select(cell => Math.Sin(cell * 1.7) + Math.Cos(cell * cell * 0.31))];
        double[] mean = [.. x.Select((value, cell) => 1 + (2 * value) + (noise * Math.Sin(cell * cell * 0.77)))];
        double[] y = AutoregressiveMatrix.Of(weights.ToMatrix()).At(0.5, TestContext.Current.CancellationToken)!.Solve(mean);
        return new SpatialSample(new RegressionSample(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))), weights);
    }

    private static bool AtLimit(SpatialLagRegressionResult result) => result.Notes.Any(note => note.Code == "at-limit");

    private static SpatialLagRegressionResult Estimate(SpatialSample sample, SpatialLagRegressionOptions options) =>
        SpatialLagRegression.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);

    // Of rho, b and sigma2, in this order.
    private static Matrix<double> Information(SpatialSamples sample, double rho, double variance)
    {
        Matrix<double> g = sample.Multiplied(rho);
        Vector<double> mean = g * sample.Terms * sample.Slopes(rho, 0);
        Matrix<double> information = Matrix<double>.Build.Dense(4, 4);
        information[0, 0] = ((g * g) + g.TransposeThisAndMultiply(g)).Trace() + (mean.DotProduct(mean) / variance);
        information.SetSubMatrix(1, 1, sample.Terms.TransposeThisAndMultiply(sample.Terms) / variance);
        Vector<double> cross = sample.Terms.TransposeThisAndMultiply(mean) / variance;
        (information[0, 1], information[0, 2], information[1, 0], information[2, 0]) = (cross[0], cross[1], cross[0], cross[1]);
        information[0, 3] = information[3, 0] = g.Trace() / variance;
        information[3, 3] = sample.Count / (2 * variance * variance);
        return information;
    }
}
