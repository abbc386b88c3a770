using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class TwoStageLeastSquaresTests
{
    private static readonly TwoStageSpecification Simple = new() { Outcome = "y", Endogenous = ["x"], Instruments = ["z"] };

    private static readonly TwoStageSpecification Over = Simple with { Exogenous = ["w"], Instruments = ["z", "v"] };

    // Instruments that go with x, so that no sample is near unidentified.
    private static readonly Gen<(Samples Sample, double[] W, double[] V)> All =
        from sample in Samples.All
        from noise in Gen.Int[-20, 20].Array[sample.Rows]
        from w in Gen.Int[-20, 20].Array[sample.Rows]
        select (
            sample with { X = [.. sample.Z.Select((z, row) => z + (w[row] / 20.0) + (noise[row] / 10.0) + (row % 2))] },
            w.Select((value, row) => (value / 10.0) + (row % 4)).ToArray(),
            noise.Select((value, row) => (value / 10.0) + (row % 3) - (row % 7 / 2.0)).ToArray());

    [Fact]
    public void One_instrument_of_two_values_gives_the_ratio_of_differences_of_means()
    {
        // Means of y by z: 2 and 5; of x: 1 and 2.5: slope 3/1.5 = 2, intercept 3.5 - 2*1.75 = 0. Residuals -1, 1, 1, -1.
        TwoStageLeastSquaresResult result = Estimate(
            Of(("y", [1, 3, 6, 4]), ("x", [1, 1, 2.5, 2.5]), ("z", [0, 0, 1, 1])), Simple);

        result.Coefficients.Terms.ShouldBe(["intercept", "x"]);
        Bits.Close(result.Coefficients.Estimates, [0, 2], relative: 1e-13).ShouldBeTrue();
        result.Sigma.ShouldBe(Math.Sqrt(2), tolerance: 1e-13);
        Bits.Close(result.Residuals, [-1, 1, 1, -1], relative: 1e-12).ShouldBeTrue();
        result.Coefficients.StandardErrors[1].ShouldBe(Math.Sqrt(2 / 2.25), tolerance: 1e-13);
        result.Tests.Sargan.Statistic.ShouldBe(double.NaN);
        result.Tests.WuHausman.Statistic.ShouldBe(double.NaN, "the first stage fits exactly");
    }

    [Fact]
    public void Estimates_and_covariances_are_those_of_the_dense_formulas() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        TwoStageLeastSquaresResult classical = Estimate(dense.ToSample(), Over);
        TwoStageLeastSquaresResult robust = Estimate(dense.ToSample(), Over, TwoStageCovariance.Hc1);
        double n = drawn.Sample.Rows;
        Vector<double> e = dense.Residuals();
        Matrix<double> white = Matrix<double>.Build.Diagonal(drawn.Sample.Rows, drawn.Sample.Rows, row => e[row] * e[row] * n / (n - 3));
        return Bits.Close(classical.Coefficients.Estimates, [.. dense.Coefficients()], relative: 1e-7)
            && Bits.Close(classical.Covariance, (dense.Bread() * (e.DotProduct(e) / (n - 3))).ToRowMajorArray(), relative: 1e-7)
            && Bits.Close(robust.Covariance, dense.Sandwich(white).ToRowMajorArray(), relative: 1e-7);
    });

    [Fact]
    public void Clustered_errors_add_up_scores_within_clusters() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        double n = drawn.Sample.Rows;
        double g = drawn.Sample.Groups.Distinct().Count();
        Vector<double> e = dense.Residuals();
        Matrix<double> blocks = Matrix<double>.Build.Dense(drawn.Sample.Rows, drawn.Sample.Rows, (i, j) =>
            drawn.Sample.Groups[i] == drawn.Sample.Groups[j] ? e[i] * e[j] * g / (g - 1) * (n - 1) / (n - 3) : 0);
        TwoStageLeastSquaresResult result = Estimate(
            dense.ToSample() with { Clusters = [drawn.Sample.Groups] }, Over, TwoStageCovariance.Cluster);
        return Bits.Close(result.Covariance, dense.Sandwich(blocks).ToRowMajorArray(), relative: 1e-7)
            && result.Coefficients.DegreesOfFreedom.All(degrees => degrees == g - 1);
    });

    [Fact]
    public void The_first_stage_test_is_that_of_two_nested_regressions_and_equals_cragg_donald() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        InstrumentTests tests = Estimate(dense.ToSample(), Over).Tests;
        double with = Squares(dense.ToSample(), "x", ["w", "z", "v"]);
        double without = Squares(dense.ToSample(), "x", ["w"]);
        double f = (without - with) / 2 / (with / (drawn.Sample.Rows - 4));
        return Bits.Close(
                [tests.FirstStages[0].Test.Statistic, tests.CraggDonaldF, tests.FirstStages[0].PartialRSquared],
                [f, f, 1 - (with / without)], relative: 1e-6)
            && tests.FirstStages[0].Test is { Degrees: 2 } test && test.ErrorDegrees == drawn.Sample.Rows - 4;
    });

    [Fact]
    public void Sargan_is_the_share_of_residuals_that_instruments_explain() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        Vector<double> e = dense.Residuals();
        double expected = drawn.Sample.Rows * e.DotProduct(dense.Projection() * e) / e.DotProduct(e);
        ModelTest sargan = Estimate(dense.ToSample(), Over).Tests.Sargan;
        return Bits.Close([sargan.Statistic], [expected], relative: 1e-7) && sargan.Degrees == 1
            && sargan.PValue is >= 0 and <= 1;
    });

    [Fact]
    public void Hansen_j_is_the_least_value_of_the_moments_objective() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        Vector<double> e = dense.Residuals();
        Matrix<double> z = dense.Instruments();
        Matrix<double> s = z.TransposeThisAndMultiply(Matrix<double>.Build.Diagonal(e.Count, e.Count, row => e[row] * e[row]) * z);
        Matrix<double> zx = z.TransposeThisAndMultiply(dense.Regressors());
        Vector<double> zy = z.TransposeThisAndMultiply(Vector<double>.Build.Dense(drawn.Sample.Y));
        Matrix<double> inverse = s.Inverse();
        Vector<double> b = (zx.Transpose() * inverse * zx).Solve(zx.Transpose() * inverse * zy);
        Vector<double> moments = zy - (zx * b);
        double j = Estimate(dense.ToSample(), Over, TwoStageCovariance.Hc0).Tests.HansenJ.Statistic;
        return s.ConditionNumber() > 1e8 || Bits.Close([j], [moments.DotProduct(inverse * moments)], relative: 1e-5);
    });

    [Fact]
    public void With_one_endogenous_regressor_kleibergen_paap_is_the_robust_test_of_the_first_stage() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        OrdinaryLeastSquaresResult first = OrdinaryLeastSquares.Estimate(
            dense.ToSample(),
            new OrdinaryLeastSquaresOptions
            {
                Model = new ModelSpecification { Outcome = "x", Terms = ["w", "z", "v"] },
                Covariance = CovarianceEstimator.Hc1,
            },
            cancellationToken: TestContext.Current.CancellationToken);
        Matrix<double> covariance = Matrix<double>.Build.Dense(4, 4, [.. first.Covariance]).SubMatrix(2, 2, 2, 2);
        Vector<double> slopes = Vector<double>.Build.Dense([first.Coefficients.Estimates[2], first.Coefficients.Estimates[3]]);
        double wald = slopes.DotProduct(covariance.Solve(slopes)) / 2;
        double f = Estimate(dense.ToSample(), Over, TwoStageCovariance.Hc0).Tests.KleibergenPaapF;
        return covariance.ConditionNumber() > 1e8 || Bits.Close([f], [wald], relative: 1e-5);
    });

    [Fact]
    public void Tests_of_two_endogenous_regressors_do_not_depend_on_how_they_are_written() => All.Sample(drawn =>
    {
        double[] sum = [.. drawn.Sample.X.Zip(drawn.W, (x, w) => x + (3 * w))];
        double[] third = [.. drawn.V.Select((v, row) => v + (row % 5))];
        RegressionSample sample = new Dense(drawn.Sample, drawn.W, drawn.V).ToSample();
        sample = sample with { Data = Table.Of("sample", [.. sample.Data.Columns, Column.Of("sum", sum), Column.Of("third", third)]) };
        TwoStageSpecification model = new() { Outcome = "y", Endogenous = ["x", "w"], Instruments = ["z", "v", "third"] };
        InstrumentTests plain = Estimate(sample, model, TwoStageCovariance.Hc1).Tests;
        InstrumentTests turned = Estimate(sample, model with { Endogenous = ["sum", "w"] }, TwoStageCovariance.Hc1).Tests;
        return plain.CraggDonaldF < 1e-3 || Bits.Close(
            [plain.CraggDonaldF, plain.KleibergenPaapF, plain.WuHausman.Statistic, plain.Sargan.Statistic],
            [turned.CraggDonaldF, turned.KleibergenPaapF, turned.WuHausman.Statistic, turned.Sargan.Statistic], relative: 1e-4);
    });

    [Fact]
    public void The_units_of_the_instruments_do_not_matter() => All.Sample(drawn =>
    {
        Dense dense = new(drawn.Sample, drawn.W, drawn.V);
        Dense scaled = new(drawn.Sample with { Z = [.. drawn.Sample.Z.Select(z => (100 * z) - 7)] }, drawn.W, drawn.V);
        TwoStageLeastSquaresResult one = Estimate(dense.ToSample(), Over);
        TwoStageLeastSquaresResult other = Estimate(scaled.ToSample(), Over);
        return Bits.Close(one.Covariance, other.Covariance, relative: 1e-6)
            && Bits.Close([one.Tests.Sargan.Statistic], [other.Tests.Sargan.Statistic], relative: 1e-6);
    });

    [Fact]
    public void Absorbed_effects_are_as_good_as_dummies() => All.Sample(drawn =>
    {
        Samples pairs = drawn.Sample with { Groups = [.. drawn.Sample.Groups.Select((_, row) => $"g{row % 3}")] };
        RegressionSample sample = new Dense(pairs, drawn.W, drawn.V).ToSample();
        sample = sample with { Data = Table.Of("sample", [.. sample.Data.Columns, Column.Of("town", pairs.Groups)]) };
        TwoStageLeastSquaresResult dummies = Estimate(sample, TwoStageSpecification.Parse("y ~ w + factor(town) | x ~ z + v"));
        TwoStageLeastSquaresResult absorbed = Estimate(sample, TwoStageSpecification.Parse("y ~ w | town | x ~ z + v"));
        int[] at = [dummies.Coefficients.Find("w"), dummies.Coefficients.Find("x")];
        return dummies.Tests.CraggDonaldF < 0.01 || (absorbed.Coefficients.Terms.SequenceEqual(["w", "x"])
            && Bits.Close(absorbed.Coefficients.Estimates, [.. at.Select(i => dummies.Coefficients.Estimates[i])], relative: 1e-6)
            && Bits.Close(absorbed.Coefficients.StandardErrors, [.. at.Select(i => dummies.Coefficients.StandardErrors[i])], relative: 1e-6)
            && Bits.Close(
                [absorbed.Sigma, absorbed.Tests.FirstStages[0].Test.Statistic, absorbed.Tests.WuHausman.Statistic, absorbed.Tests.Sargan.Statistic],
                [dummies.Sigma, dummies.Tests.FirstStages[0].Test.Statistic, dummies.Tests.WuHausman.Statistic, dummies.Tests.Sargan.Statistic], relative: 1e-5));
    });

    [Fact]
    public void A_term_that_absorbed_effects_determine_is_left_out_and_rows_alone_in_a_group_are_said()
    {
        RegressionSample sample = Of(
            ("y", [1, 3, 6, 4, 2, 8, 9]), ("x", [1, 2, 2.5, 3, 1, 4, 7]), ("z", [0, 1, 1, 0, 2, 3, 9]), ("size", [1, 1, 2, 2, 3, 3, 4]));
        TwoStageLeastSquaresResult result = Estimate(
            sample with { Absorb = [Grouping.Of(["a", "a", "b", "b", "c", "c", "d"])] }, Simple with { Exogenous = ["size"] });

        result.Coefficients.Terms.ShouldBe(["x"]);
        Note(result, "aliased-terms").ShouldContain("size");
        Note(result, "singletons").ShouldStartWith("1 row");
        result.Rows.Order().ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Instruments_that_others_determine_are_left_out_and_named()
    {
        TwoStageLeastSquaresResult result = Estimate(
            Of(("y", [1, 3, 6, 4, 2]), ("x", [1, 2, 2.5, 3, 1]), ("z", [0, 0, 1, 1, 2]), ("copy", [1, 1, 3, 3, 5])),
            Simple with { Instruments = ["z", "copy"] });

        Note(result, "aliased-instruments").ShouldContain("copy");
        result.Tests.Sargan.Statistic.ShouldBe(double.NaN);
    }

    [Fact]
    public void Weak_instruments_are_a_warning() => Note(
        Estimate(Of(("y", [1, 3, 6, 4, 2]), ("x", [1, 2, 2.5, 3, 1]), ("z", [0, 0, 1, 1, 2])), Simple), "weak-instruments").ShouldContain("F = ");

    [Fact]
    public void Rows_with_a_gap_in_an_instrument_are_dropped_and_counted()
    {
        TwoStageLeastSquaresResult result = Estimate(
            Of(("y", [1, 3, 9, 6, 4]), ("x", [1, 1, 9, 2.5, 2.5]), ("z", [0, 0, double.NaN, 1, 1])), Simple);

        result.Rows.ShouldBe([0, 1, 3, 4]);
        Note(result, "dropped-rows").ShouldStartWith("1 of 5 rows");
        Bits.Close(result.Coefficients.Estimates, [0, 2], relative: 1e-13).ShouldBeTrue();
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample five = Of(("y", [1, 3, 6, 4, 2]), ("x", [1, 2, 2.5, 3, 1]), ("w", [1, 0, 2, 0, 5]), ("z", [0, 0, 1, 1, 2]), ("flat", [2, 2, 2, 2, 2]));

        Should.Throw<ArgumentException>(() => Estimate(five, Simple with { Endogenous = ["x", "w"] })).Message.ShouldContain("1 for 2");
        Should.Throw<ArgumentException>(() => Estimate(five, Simple with { Instruments = ["flat"] })).Message.ShouldContain("0 for 1");
        Should.Throw<ArgumentException>(() => Estimate(five, Simple with { Instruments = [] })).Message.ShouldContain("instrument");
        Should.Throw<ArgumentException>(() => Estimate(five, Simple with { Instruments = ["x"] })).Message.ShouldContain("x was");
        Should.Throw<ArgumentException>(() => Estimate(five, Simple with { Endogenous = ["flat"] })).Message.ShouldContain("exogenous");
        Should.Throw<ArgumentException>(() => Estimate(five, Simple, TwoStageCovariance.Cluster)).Message.ShouldContain("one grouping");
        Should.Throw<ArgumentException>(() => Estimate(five with { Clusters = [["a", "a", "a", "a", "a"]] }, Simple, TwoStageCovariance.Cluster))
            .Message.ShouldContain("two clusters");
        Should.Throw<ArgumentException>(() => Estimate(
            Of(("y", [1, 3, 6, 4]), ("x", [1, -1, 1, -1]), ("z", [1, 1, -1, -1])), Simple)).Message.ShouldContain("tell the regressors apart");
    }

    private static string Note(TwoStageLeastSquaresResult result, string code) => result.Notes.Single(note => note.Code == code).Text;

    private static double Squares(RegressionSample sample, string outcome, string[] terms)
    {
        OrdinaryLeastSquaresResult fit = OrdinaryLeastSquares.Estimate(
            sample,
            new OrdinaryLeastSquaresOptions { Model = new ModelSpecification { Outcome = outcome, Terms = terms } },
            cancellationToken: TestContext.Current.CancellationToken);
        return fit.Fit.Sigma * fit.Fit.Sigma * (fit.Fit.Observations - terms.Length - 1);
    }

    private static RegressionSample Of(params (string Name, double[] Values)[] columns) => new(Table.Of(
        "sample", [.. columns.Select(column => Column.Of(column.Name, column.Values))]));

    private static TwoStageLeastSquaresResult Estimate(
        RegressionSample sample, TwoStageSpecification model, TwoStageCovariance covariance = TwoStageCovariance.Classical) =>
        TwoStageLeastSquares.Estimate(
            sample,
            new TwoStageLeastSquaresOptions { Model = model, Covariance = covariance },
            cancellationToken: TestContext.Current.CancellationToken);

    // y on a constant, w and x, with z and v for x.
    private sealed record Dense(Samples Sample, double[] W, double[] V)
    {
        public RegressionSample ToSample() => Of(("y", Sample.Y), ("x", Sample.X), ("w", W), ("z", Sample.Z), ("v", V));

        public Matrix<double> Regressors() => Matrix<double>.Build.DenseOfColumnArrays([.. Sample.Y.Select(_ => 1.0)], W, Sample.X);

        public Matrix<double> Instruments() => Matrix<double>.Build.DenseOfColumnArrays([.. Sample.Y.Select(_ => 1.0)], W, Sample.Z, V);

        public Matrix<double> Projection()
        {
            Matrix<double> z = Instruments();
            return z * z.TransposeThisAndMultiply(z).Inverse() * z.Transpose();
        }

        public Matrix<double> Bread() => (Regressors().Transpose() * Projection() * Regressors()).Inverse();

        public Vector<double> Coefficients() => Bread() * Regressors().Transpose() * Projection() * Vector<double>.Build.Dense(Sample.Y);

        public Vector<double> Residuals() => Vector<double>.Build.Dense(Sample.Y) - (Regressors() * Coefficients());

        public Matrix<double> Sandwich(Matrix<double> omega) =>
            Bread() * Regressors().Transpose() * Projection() * omega * Projection() * Regressors() * Bread();
    }
}
