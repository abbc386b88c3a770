using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Karkhana.Tests.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class StructuralEquationModelTests
{
    private static readonly StructuralModel TwoFactors = StructuralModel.Parse("f =~ i1 + i2 + i3\ng =~ i4 + i5 + i6");

    [Fact]
    public void One_path_is_a_regression_by_hand()
    {
        // x = 1, 2, 3, 4 and y = 1, 3, 2, 6: S_xx = 5/4, S_xy = 7/4 and S_yy = 14/4 (divisor 4); b = 7/5, ψ = 14/4 − 49/20 = 1.05.
        StructuralEquationModelResult result = Estimate(Of(("x", [1, 2, 3, 4]), ("y", [1, 3, 2, 6])), StructuralModel.Parse("y ~ x"));

        result.Coefficients.Terms.ShouldBe(["y~x", "y~~y"]);
        result.Coefficients.Estimates[0].ShouldBe(1.4, tolerance: 1e-9);
        result.Coefficients.Estimates[1].ShouldBe(1.05, tolerance: 1e-9);
        result.StandardErrors[0].ShouldBe(Math.Sqrt(1.05 / (4 * 1.25)), tolerance: 1e-9);
        result.StandardErrors[1].ShouldBe(1.05 * Math.Sqrt(2.0 / 4), tolerance: 1e-9);
        result.Standardised[0].ShouldBe(1.4 * Math.Sqrt(1.25 / 3.5), tolerance: 1e-9);
        result.LogLikelihood.ShouldBe(-2 * (Math.Log(2 * Math.PI * 1.05) + 1), tolerance: 1e-9);
        result.BaselineChiSquare.ShouldBe(-4 * Math.Log(1.05 / 3.5), tolerance: 1e-9);
        (result.DegreesOfFreedom, result.BaselineDegreesOfFreedom, result.Parameters, result.Rows).ShouldBe((0, 1, 2, 4));
        result.ChiSquareStatistic.ShouldBe(0, tolerance: 1e-9);
        result.RSquared[0].ShouldBe(0.7, tolerance: 1e-9);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("saturated-model");
    }

    [Fact]
    public void Three_indicators_give_loadings_by_hand()
    {
        // λ² = r12·r13/r23: 0.72·0.56/0.63 = 0.64 and so on.
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.9, 0.7), 50);
        StructuralEquationModelResult result = Estimate(
            FactorData.Of(answers), StructuralModel.Parse("f =~ i1 + i2 + i3"), new() { Model = new(), Scaling = FactorScaling.UnitVariance });

        result.Standardised.Take(3).ShouldBe([0.8, 0.9, 0.7], tolerance: 1e-8);
        result.Coefficients.Estimates[0].ShouldBe(0.8 * Math.Sqrt(49.0 / 50), tolerance: 1e-8);
        result.Coefficients.Estimates[^1].ShouldBe(1);
        result.StandardErrors[^1].ShouldBe(0);
        result.Coefficients.PValues[^1].ShouldBe(double.NaN);
        result.Free.ShouldBe(["f=~i1", "f=~i2", "f=~i3", "i1~~i1", "i2~~i2", "i3~~i3"]);
    }

    [Fact]
    public void Indirect_effects_have_the_error_of_Sobel()
    {
        double[][] data = FactorData.Exact(Matrix<double>.Build.DenseOfArray(
            new[,] { { 1, 0.5, 0.3 }, { 0.5, 1, 0.6 }, { 0.3, 0.6, 1 } }), 80);
        StructuralEquationModelResult result = Estimate(
            Of(("x", data[0]), ("m", data[1]), ("y", data[2])),
            StructuralModel.Parse("m ~ a*x\ny ~ b*m + c*x\nindirect := a*b\ntotal := c + a*b\nless := -2*a"));

        (double a, double b) = (Value(result, "m~x"), Value(result, "y~m"));
        (double errorA, double errorB) = (Error(result, "m~x"), Error(result, "y~m"));
        Value(result, "indirect").ShouldBe(a * b, tolerance: 1e-12);
        Error(result, "indirect").ShouldBe(Math.Sqrt((a * a * errorB * errorB) + (b * b * errorA * errorA)), tolerance: 1e-9);
        Value(result, "total").ShouldBe(0.3, tolerance: 1e-8);
        (Value(result, "less"), Error(result, "less")).ShouldBe((-2 * a, 2 * errorA));
    }

    [Fact]
    public void Robust_errors_of_a_regression_are_those_of_White() => Samples.All.Sample(sample =>
    {
        ItemResponses columns = Of(("y", sample.Y), ("x", sample.X), ("z", sample.Z));
        OrdinaryLeastSquaresResult white = OrdinaryLeastSquares.Estimate(
            sample.ToSample(), new() { Model = Samples.Model, Covariance = CovarianceEstimator.Hc0 }, cancellationToken: TestContext.Current.CancellationToken);
        if (white.Fit.Sigma < 1e-3)
        {
            return;
        }

        foreach (TestCorrection correction in (TestCorrection[])[TestCorrection.SatorraBentler, TestCorrection.YuanBentler])
        {
            StructuralEquationModelResult result = Estimate(columns, StructuralModel.Parse("y ~ x + z"), new() { Model = new(), Correction = correction });
            for (int k = 0; k < 2; k++)
            {
                result.Coefficients.Estimates[k].ShouldBe(white.Coefficients.Estimates[k + 1], tolerance: 1e-7);
                result.StandardErrors[k].ShouldBe(white.Coefficients.StandardErrors[k + 1], tolerance: 1e-6 * white.Coefficients.StandardErrors[k + 1]);
            }

            result.ScaledChiSquare.ShouldBe(0, tolerance: 1e-7);
        }
    }, iter: 30);

    [Fact]
    public void Scaling_of_factors_changes_no_fit() => FactorData.OneFactor.Sample(answers =>
    {
        var model = StructuralModel.Parse("f =~ i1 + i2 + i3 + i4 + i5");
        foreach (TestCorrection correction in Enum.GetValues<TestCorrection>())
        {
            StructuralEquationModelResult marker = Estimate(FactorData.Of(answers), model, new() { Model = new(), Correction = correction });
            StructuralEquationModelResult unit = Estimate(
                FactorData.Of(answers), model, new() { Model = new(), Correction = correction, Scaling = FactorScaling.UnitVariance });

            unit.ChiSquareStatistic.ShouldBe(marker.ChiSquareStatistic, tolerance: 1e-6 * (1 + marker.ChiSquareStatistic));
            unit.Standardised.Take(5).Select(Math.Abs).ShouldBe(marker.Standardised.Take(5).Select(Math.Abs), tolerance: 1e-4);
            if (correction != TestCorrection.None)
            {
                unit.ScaledChiSquare.ShouldBe(marker.ScaledChiSquare, tolerance: 1e-3 * (1 + marker.ScaledChiSquare));
            }
        }
    }, iter: 20);

    [Fact]
    public void Units_and_order_change_no_fit() => Gen.Select(FactorData.OneFactor, Gen.Int[1, 9].Array[5], Gen.Shuffle((int[])[0, 1, 2, 3, 4])).Sample(
        (answers, units, order) =>
        {
            var model = StructuralModel.Parse("f =~ i1 + i2 + i3 + i4 + i5");
            ItemResponses sample = FactorData.Of(answers);
            ItemResponses turned = new(
                [.. order.Select(item => sample.Items[item])],
                [.. order.Select(item => answers[item].Reverse().Select(answer => (answer * units[item] / 10.0) - units[item]).ToArray())]);
            StructuralEquationModelResult first = Estimate(sample, model);
            StructuralEquationModelResult second = Estimate(turned, model);

            second.ChiSquareStatistic.ShouldBe(first.ChiSquareStatistic, tolerance: 1e-6 * (1 + first.ChiSquareStatistic));
            second.Cfi.ShouldBe(first.Cfi, tolerance: 1e-6);
            second.Srmr.ShouldBe(first.Srmr, tolerance: 1e-6);
            second.Standardised.Take(5).ShouldBe(first.Standardised.Take(5), tolerance: 1e-4);
        }, iter: 20);

    [Fact]
    public void Factors_fit_as_in_the_factor_analysis()
    {
        ItemResponses sample = FactorData.Of(FactorData.Exact(
            FactorData.Correlations(FactorData.TwoBlocks(), Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.4 }, { 0.4, 1 } }))
                + SmallResidual(), 120));
        ConfirmatoryFactorAnalysisResult factors = ConfirmatoryFactorAnalysis.Estimate(
            sample, new() { Constructs = TwoFactors.Measurement }, cancellationToken: TestContext.Current.CancellationToken);
        StructuralEquationModelResult result = Estimate(sample, TwoFactors, new() { Model = new(), Scaling = FactorScaling.UnitVariance });

        result.ChiSquareStatistic.ShouldBe(factors.Statistic, tolerance: 1e-8);
        result.Standardised.Take(6).ShouldBe(factors.StandardisedLoadings, tolerance: 1e-7);
        result.StandardErrors.Take(6).ShouldBe(factors.StandardErrors, tolerance: 1e-7);
        ((double[])[result.Srmr, result.Rmsea, result.Cfi]).ShouldBe([factors.Srmr, factors.Rmsea, factors.Cfi], tolerance: 1e-7);
    }

    [Fact]
    public void Full_information_of_complete_rows_is_maximum_likelihood() => FactorData.OneFactor.Sample(answers =>
    {
        var model = StructuralModel.Parse("f =~ i1 + i2 + i3 + i4\ni5 ~ f");
        StructuralEquationModelResult listwise = Estimate(FactorData.Of(answers), model);
        StructuralEquationModelResult full = Estimate(FactorData.Of(answers), model, new() { Model = new(), Missing = IncompleteRows.FullInformation });

        full.ChiSquareStatistic.ShouldBe(listwise.ChiSquareStatistic, tolerance: 1e-5 * (1 + listwise.ChiSquareStatistic));
        full.LogLikelihood.ShouldBe(listwise.LogLikelihood, tolerance: 1e-5);
        full.DegreesOfFreedom.ShouldBe(listwise.DegreesOfFreedom);
        full.Parameters.ShouldBe(listwise.Parameters + 5);
        Value(full, "i3~1").ShouldBe(answers[2].Average(), tolerance: 1e-5);
    }, iter: 20);

    [Fact]
    public void Rows_that_lack_the_outcome_add_nothing_to_its_regression()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] y = [1, 3, 2, 6, 5, double.NaN, 9, double.NaN];
        double[] known = [.. y.Where(value => !double.IsNaN(value))];
        StructuralEquationModelResult full = Estimate(
            Of(("x", x), ("y", y)), StructuralModel.Parse("y ~ x"), new() { Model = new(), Missing = IncompleteRows.FullInformation });
        StructuralEquationModelResult complete = Estimate(Of(("x", [1, 2, 3, 4, 5, 7]), ("y", known)), StructuralModel.Parse("y ~ x"));

        (full.Rows, complete.Rows).ShouldBe((8, 6));
        foreach (string term in complete.Coefficients.Terms)
        {
            Value(full, term).ShouldBe(Value(complete, term), tolerance: 1e-6);
            Error(full, term).ShouldBe(Error(complete, term), tolerance: 1e-6);
        }

        full.LogLikelihood.ShouldBe(complete.LogLikelihood, tolerance: 1e-6);
    }

    [Fact]
    public void Rows_without_a_column_that_only_explains_are_left_out_and_counted()
    {
        StructuralEquationModelResult result = Estimate(
            Of(("x", [1, 2, 3, 4, 5, double.NaN]), ("y", [1, 3, 2, 6, double.NaN, 4])),
            StructuralModel.Parse("y ~ x"), new() { Model = new(), Missing = IncompleteRows.FullInformation });

        result.Rows.ShouldBe(5);
        result.Notes[0].Text.ShouldBe("1 of 6 rows lack x or show none of the variables and were not used.");
        Estimate(Of(("x", [1, 2, 3, 4, 5, double.NaN]), ("y", [1, 3, 2, 6, double.NaN, 4])), StructuralModel.Parse("y ~ x")).Rows.ShouldBe(4);
    }

    [Fact]
    public void Equal_and_held_parameters_are_so()
    {
        ItemResponses sample = FactorData.Of(FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 60));
        StructuralEquationModelResult result = Estimate(sample, StructuralModel.Parse("f =~ i1 + a*i2 + a*i3 + i4\ni1 ~~ 0.4*i1"));

        Value(result, "f=~i2").ShouldBe(Value(result, "f=~i3"));
        (Value(result, "i1~~i1"), Error(result, "i1~~i1")).ShouldBe((0.4, 0));
        result.DegreesOfFreedom.ShouldBe(4);
        result.Free.Count.ShouldBe(6);
    }

    [Fact]
    public void Modification_indices_foretell_the_fall_of_the_chi_square()
    {
        ItemResponses sample = FactorData.Of(FactorData.Exact(
            FactorData.Correlations(FactorData.TwoBlocks(), Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.4 }, { 0.4, 1 } }))
                + SmallResidual(), 300));
        StructuralEquationModelResult before = Estimate(sample, TwoFactors);
        StructuralEquationModelResult after = Estimate(sample, TwoFactors with { Covariance = [["i1", "i4"]] });

        before.ModificationTerms[0].ShouldBe("i1~~i4");
        before.ModificationIndices[0].ShouldBe(before.ChiSquareStatistic - after.ChiSquareStatistic, tolerance: 0.3);
        before.ExpectedChanges[0].ShouldBe(Value(after, "i1~~i4"), tolerance: 0.01);
        Math.Abs(before.StandardisedResiduals[0, 3]).ShouldBeGreaterThan(2);
        before.StandardisedResiduals[0, 3].ShouldBe(before.StandardisedResiduals[3, 0], tolerance: 1e-9);
        after.ChiSquareStatistic.ShouldBe(0, tolerance: 1e-6);
    }

    [Fact]
    public void Bootstrap_limits_hold_the_estimate_and_do_not_depend_on_workers()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 80);
        answers[3][5] = double.NaN;
        foreach (IncompleteRows missing in Enum.GetValues<IncompleteRows>())
        {
            StructuralEquationModelOptions options = new()
            {
                Model = StructuralModel.Parse("f =~ i1 + a*i2 + i3\ni4 ~ b*f\nd := a*b"),
                Replicates = 99,
                Missing = missing,
            };
            StructuralEquationModelResult one = StructuralEquationModel.Estimate(
                FactorData.Of(answers), options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
            StructuralEquationModelResult three = StructuralEquationModel.Estimate(
                FactorData.Of(answers), options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);

            Bits.Same([.. one.BootstrapLow, .. one.BootstrapHigh], [.. three.BootstrapLow, .. three.BootstrapHigh]).ShouldBeTrue();
            int defined = one.Coefficients.Find("d");
            one.Coefficients.Estimates[defined].ShouldBeInRange(one.BootstrapLow[defined], one.BootstrapHigh[defined]);
            (one.BootstrapStandardErrors[defined] / one.StandardErrors[defined]).ShouldBeInRange(0.5, 2);
            (one.BootstrapLow[0], one.BootstrapStandardErrors[0]).ShouldBe((1, 0));
        }
    }

    [Fact]
    public void What_cannot_be_told_apart_is_named()
    {
        ItemResponses sample = FactorData.Of(FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 60));
        StructuralEquationModelResult result = Estimate(sample, StructuralModel.Parse("f =~ i1 + i2\ni3 ~ i4"));

        result.Notes.ShouldContain(note => note.Code == "not-identified" && note.Text.Contains("f=~i2, i1~~i1, i2~~i2, f~~f"));
        result.StandardErrors[1].ShouldBe(double.NaN);
        result.Notes.ShouldContain(note => note.Code == "uncorrelated-exogenous" && note.Text.Contains("f and the columns"));
    }

    [Fact]
    public void A_negative_residual_variance_is_noted()
    {
        // λ1² = r12·r13/r23 = 0.72/0.5 > 1.
        double[][] answers = FactorData.Exact(
            Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.9, 0.8 }, { 0.9, 1, 0.5 }, { 0.8, 0.5, 1 } }) + (Matrix<double>.Build.DenseIdentity(3) * 0.15), 60);
        StructuralEquationModelResult result = Estimate(FactorData.Of(answers), StructuralModel.Parse("f =~ i1 + i2 + i3"));

        Value(result, "i1~~i1").ShouldBeLessThan(0);
        result.Notes.ShouldContain(note => note.Code == "heywood-case" && note.Text.Contains("i1"));
    }

    [Theory]
    [InlineData("f =~ i1 + i2 + i9", "i9 are neither")]
    [InlineData("i1 =~ i2 + i3", "i1 is one")]
    [InlineData("i1 ~ i1", "it had i1~i1")]
    [InlineData("i1 ~ i2 + i2", "i1~i2 came twice")]
    [InlineData("f =~ i1 + i2 + i3\ni1 ~ f", "a loading and a regression between the same variables")]
    [InlineData("i1 ~ i2 + i3\ni2 ~~ i3", "which is that of the sample; it listed i2~~i3")]
    [InlineData("i1 ~~ i2\ni2 ~~ i1", "i2~~i1 came twice")]
    [InlineData("f =~ i1 + i2\ni1 ~~ i2", "must not have more parameters than there are moments to tell them by; it had 5 and 3")]
    [InlineData("f =~ a*i1 + a*i2 + i3", "f=~i1 is held")]
    [InlineData("i1 ~ 0.5*i2\ni1 ~~ 1*i1", "must leave at least one parameter free")]
    [InlineData("f =~ g + i1 + i2\ng =~ f + i3 + i4", "what it holds at numbers contradicts itself")]
    public void A_model_that_is_none_is_refused(string text, string message)
    {
        ItemResponses sample = FactorData.Of(FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 60));

        Should.Throw<ArgumentException>(() => Estimate(sample, StructuralModel.Parse(text))).Message.ShouldContain(message);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        ItemResponses sample = FactorData.Of(FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 60));
        var model = StructuralModel.Parse("f =~ i1 + i2 + i3 + i4");

        Message(sample, model, new() { Model = new(), Correction = TestCorrection.SatorraBentler, Missing = IncompleteRows.FullInformation })
            .ShouldContain("none or yuan-bentler");
        Message(sample, model, new() { Model = new(), Correction = TestCorrection.YuanBentler, Estimator = StructuralEstimator.DiagonallyWeighted })
            .ShouldContain("must be none");
        Message(sample, model, new() { Model = new(), Missing = IncompleteRows.FullInformation, Estimator = StructuralEstimator.DiagonallyWeighted })
            .ShouldContain("must be listwise");
        Message(sample, model with { Defined = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> { ["d"] = [["f=~i9"]] } }, new() { Model = new() })
            .ShouldContain("f=~i9 is neither");
        Message(sample, model with { Fixed = new Dictionary<string, double> { ["f=~i9"] = 1 } }, new() { Model = new() })
            .ShouldContain("f=~i9 is not one");
        Message(sample with { Answers = [.. sample.Answers.Take(3), [.. Enumerable.Repeat(2.0, 60)]] }, model, new() { Model = new() })
            .ShouldContain("every answer to i4 is 2");
        Message(sample with { Answers = [.. sample.Answers.Take(3), sample.Answers[0]] }, model, new() { Model = new() }).ShouldContain("singular");
        Message(sample with { Answers = [.. sample.Answers.Select(answers => answers[..4])] }, model, new() { Model = new() })
            .ShouldContain("it had 4 and 4");
        Message(new([], []), model, new() { Model = new() }).ShouldContain("i1, i2, i3, i4 are neither");
    }

    private static string Message(ItemResponses sample, StructuralModel model, StructuralEquationModelOptions options) =>
        Should.Throw<ArgumentException>(() => Estimate(sample, model, options)).Message;

    private static StructuralEquationModelResult Estimate(
        ItemResponses sample, StructuralModel model, StructuralEquationModelOptions? options = null) => StructuralEquationModel.Estimate(
        sample, (options ?? new() { Model = model }) with { Model = model }, cancellationToken: TestContext.Current.CancellationToken);

    private static double Value(StructuralEquationModelResult result, string term) => result.Coefficients.Estimates[result.Coefficients.Find(term)];

    private static double Error(StructuralEquationModelResult result, string term) => result.StandardErrors[result.Coefficients.Find(term)];

    private static ItemResponses Of(params (string Name, double[] Values)[] columns) =>
        new([.. columns.Select(column => column.Name)], [.. columns.Select(column => column.Values)]);

    /// <summary>A residual correlation of 0.1 between the first items of both factors.</summary>
    private static Matrix<double> SmallResidual() => Matrix<double>.Build.Dense(6, 6, (i, j) => (i, j) is (0, 3) or (3, 0) ? 0.1 : 0);
}
