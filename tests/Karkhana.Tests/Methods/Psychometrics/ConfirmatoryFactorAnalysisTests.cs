using CsCheck;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ConfirmatoryFactorAnalysisTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> TwoConstructs =
        new(StringComparer.Ordinal) { ["a"] = ["i1", "i2", "i3"], ["b"] = ["i4", "i5", "i6"] };

    [Fact]
    public void A_model_that_holds_exactly_is_found_again()
    {
        ConfirmatoryFactorAnalysisResult result = Estimate(FactorData.Exact(Two(0.4), 60), TwoConstructs);

        double shrink = Math.Sqrt(59 / 60.0);
        Bits.Close(result.StandardisedLoadings, [0.8, 0.7, 0.6, 0.75, 0.65, 0.5], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Loadings, [.. new[] { 0.8, 0.7, 0.6, 0.75, 0.65, 0.5 }.Select(loading => loading * shrink)], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.ResidualVariances, [.. new[] { 0.36, 0.51, 0.64, 0.4375, 0.5775, 0.75 }.Select(own => own * 59 / 60)], relative: 1e-8).ShouldBeTrue();
        result.FactorCorrelations[0, 1].ShouldBe(0.4, tolerance: 1e-8);
        result.AverageVarianceExtracted[0].ShouldBe((0.64 + 0.49 + 0.36) / 3, tolerance: 1e-8);
        result.Statistic.ShouldBe(0, tolerance: 1e-9);
        result.DegreesOfFreedom.ShouldBe(8);
        (result.Cfi, result.Rmsea, result.RmseaLow).ShouldBe((1, 0, 0));
        result.Srmr.ShouldBe(0, tolerance: 1e-9);
        result.PValue.ShouldBe(1, tolerance: 1e-9);
        result.Tli.ShouldBeGreaterThan(1);
        result.ConstructOf.ShouldBe(["a", "a", "a", "b", "b", "b"]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void One_construct_of_three_items_is_just_identified_with_errors_by_the_delta_method()
    {
        ConfirmatoryFactorAnalysisResult result = Estimate(
            FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 100), new(StringComparer.Ordinal) { ["a"] = ["i1", "i2", "i3"] });

        // l1 = √(s12 s13/s23); the variances of covariances are (s_ii s_jj + s_ij²)/N and the like.
        result.StandardErrors[0].ShouldBe(DeltaError(FactorData.Correlations(0.8, 0.7, 0.6) * 0.99, 100), tolerance: 1e-8);
        result.DegreesOfFreedom.ShouldBe(0);
        result.Statistic.ShouldBe(0, tolerance: 1e-9);
        (result.PValue, result.Rmsea, result.RmseaHigh, result.Tli).ShouldBe((double.NaN, double.NaN, double.NaN, double.NaN));
        result.Cfi.ShouldBe(1, tolerance: 1e-9);
    }

    [Fact]
    public void The_statistic_is_the_misfit_of_the_estimates_and_no_neighbour_fits_better() => FactorData.OneFactor.Sample(answers =>
    {
        Dictionary<string, IReadOnlyList<string>> constructs = new(StringComparer.Ordinal) { ["a"] = ["i1", "i3", "i5"], ["b"] = ["i2", "i4"] };
        ConfirmatoryFactorAnalysisResult result = Estimate(answers, constructs);
        Matrix<double> s = Matrix<double>.Build.Dense(
            5, 5, (i, j) => MathNet.Numerics.Statistics.Statistics.PopulationCovariance(answers[i], answers[j]));
        double Misfit(double[] parameters)
        {
            Matrix<double> l = Matrix<double>.Build.Dense(5, 2, (i, f) => i % 2 == f ? parameters[i] : 0);
            Matrix<double> phi = Matrix<double>.Build.Dense(2, 2, (a, b) => a == b ? 1 : parameters[10]);
            Matrix<double> model = (l * phi * l.Transpose()) + Matrix<double>.Build.DenseOfDiagonalArray(parameters[5..10]);
            double determinant = model.Determinant();
            return determinant > 0 ? 30 * (Math.Log(determinant) - Math.Log(s.Determinant()) + (s * model.Inverse()).Trace() - 5) : double.PositiveInfinity;
        }

        double[] estimates = [.. result.Loadings, .. result.ResidualVariances, result.FactorCorrelations[0, 1]];
        double least = Misfit(estimates);
        return result.Notes.Any(note => note.Code is "not-converged" or "not-identified")
            || (Bits.Close([result.Statistic], [least], relative: 1e-6)
                && Enumerable.Range(0, 11).All(p => new[] { -1e-3, 1e-3 }.All(
                    step => Misfit([.. estimates.Select((value, i) => i == p ? value + step : value)]) >= least - 1e-7)));
    });

    [Fact]
    public void Neither_order_nor_units_change_the_fit()
    {
        double[][] answers = FactorData.Exact(Two(0.4), 60);
        answers = [.. answers.Select((item, i) => item.Select((answer, row) => answer + (0.3 * ((row * (i + 3)) % 5))).ToArray())];
        ConfirmatoryFactorAnalysisResult result = Estimate(answers, TwoConstructs);
        Gen.Int[1, 50].Array[6].Sample(units =>
        {
            ConfirmatoryFactorAnalysisResult moved = Estimate(
                [.. answers.Select((item, i) => item.Reverse().Select(answer => (units[i] * answer) - i).ToArray())], TwoConstructs);
            return Bits.Close(
                [moved.Statistic, moved.Cfi, moved.Rmsea, moved.RmseaHigh, moved.Srmr, .. moved.StandardisedLoadings],
                [result.Statistic, result.Cfi, result.Rmsea, result.RmseaHigh, result.Srmr, .. result.StandardisedLoadings], relative: 1e-7)
                && Bits.Close(moved.StandardErrors, [.. result.StandardErrors.Select((error, i) => error * units[i])], relative: 1e-6);
        });
        result.Statistic.ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void A_construct_worded_the_other_way_round_correlates_negatively_and_keeps_positive_loadings()
    {
        double[][] answers = [.. FactorData.Exact(Two(0.4), 60).Select((item, i) => i < 3 ? item : [.. item.Select(answer => -answer)])];

        ConfirmatoryFactorAnalysisResult result = Estimate(answers, TwoConstructs);

        result.FactorCorrelations[0, 1].ShouldBe(-0.4, tolerance: 1e-8);
        result.Loadings.ShouldAllBe(loading => loading > 0);
    }

    [Fact]
    public void A_single_item_the_other_way_round_has_a_negative_loading()
    {
        double[][] answers = [.. FactorData.Exact(Two(0.4), 60).Select((item, i) => i == 1 ? [.. item.Select(answer => -answer)] : item)];

        Estimate(answers, TwoConstructs).StandardisedLoadings[1].ShouldBe(-0.7, tolerance: 1e-8);
    }

    [Fact]
    public void A_negative_residual_variance_is_noted_with_the_item()
    {
        Matrix<double> r = FactorData.Correlations(0.9, 0.9, 0.9);
        (r[1, 2], r[2, 1]) = (0.6, 0.6);

        ConfirmatoryFactorAnalysisResult result = Estimate(
            FactorData.Exact(r, 30), new(StringComparer.Ordinal) { ["a"] = ["i1", "i2", "i3"] });

        result.ResidualVariances[0].ShouldBe((1 - (0.81 * 0.81 / 0.6)) * 29 / 30, tolerance: 1e-7);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("heywood-case");
        result.Notes[0].Text.ShouldContain("i1");
    }

    [Fact]
    public void Constructs_that_cannot_be_told_apart_are_noted()
    {
        // All items on one factor of 0.7, but for correlations between the blocks that are higher than within.
        Matrix<double> r = FactorData.Correlations(0.7, 0.7, 0.7, 0.7, 0.7, 0.7)
            .MapIndexed((i, j, value) => i / 3 != j / 3 ? value + 0.05 : value, Zeros.Include);

        ConfirmatoryFactorAnalysisResult result = Estimate(FactorData.Exact(r, 60), TwoConstructs);

        result.FactorCorrelations[0, 1].ShouldBeGreaterThan(1);
        result.Notes.Select(note => note.Code).ShouldBe(["improper-factor-correlation"]);
    }

    [Fact]
    public void Two_pairs_without_correlation_between_them_are_not_identified()
    {
        Matrix<double> r = Matrix<double>.Build.DenseIdentity(4);
        (r[0, 1], r[1, 0], r[2, 3], r[3, 2]) = (0.5, 0.5, 0.4, 0.4);

        ConfirmatoryFactorAnalysisResult result = Estimate(
            FactorData.Exact(r, 40), new(StringComparer.Ordinal) { ["a"] = ["i1", "i2"], ["b"] = ["i3", "i4"] });

        result.Notes.Select(note => note.Code).ShouldContain("not-identified");
        result.StandardErrors.ShouldAllBe(error => double.IsNaN(error));
        result.Statistic.ShouldBe(0, tolerance: 1e-6);
    }

    [Fact]
    public void Too_little_to_go_by_and_wrong_calls_are_refused()
    {
        double[][] answers = FactorData.Exact(Two(0.4), 20);

        void Refused(string message, params (string Construct, string[] Items)[] constructs) => Should.Throw<ArgumentException>(
            () => Estimate(answers, constructs.ToDictionary(given => given.Construct, given => (IReadOnlyList<string>)given.Items, StringComparer.Ordinal)))
            .Message.ShouldContain(message);

        Refused("at least 1 construct; it named 0");
        Refused("i6 belongs to no construct", ("a", ["i1", "i2", "i3"]), ("b", ["i4", "i5"]));
        Refused("i3 came twice", ("a", ["i1", "i2", "i3"]), ("b", ["i3", "i4", "i5", "i6"]));
        Refused("i9 of b", ("a", ["i1", "i2", "i3"]), ("b", ["i4", "i5", "i6", "i9"]));
        Refused("b had 1", ("a", ["i1", "i2", "i3", "i4", "i5"]), ("b", ["i6"]));
        Should.Throw<ArgumentException>(() => Estimate(answers[..2], new(StringComparer.Ordinal) { ["a"] = ["i1", "i2"] })).Message.ShouldContain("at least 3 items");
        Should.Throw<ArgumentException>(() => Estimate([.. answers.Select(item => item[..6])], TwoConstructs)).Message.ShouldContain("6 and 6");
        Should.Throw<ArgumentException>(() => Estimate([.. answers[..5], answers[0]], TwoConstructs)).Message.ShouldContain("singular");
        Should.Throw<ArgumentException>(() => Estimate([.. answers[..5], [.. Enumerable.Repeat(3.0, 20)]], TwoConstructs)).Message.ShouldContain("i6 is 3");
    }

    private static Matrix<double> Two(double correlation) => FactorData.Correlations(
        FactorData.TwoBlocks(), Matrix<double>.Build.DenseOfArray(new[,] { { 1, correlation }, { correlation, 1 } }));

    private static double DeltaError(Matrix<double> s, int respondents)
    {
        (int, int)[] pairs = [(0, 1), (0, 2), (1, 2)];
        double loading = Math.Sqrt(s[0, 1] * s[0, 2] / s[1, 2]);
        double[] slopes = [loading / (2 * s[0, 1]), loading / (2 * s[0, 2]), -loading / (2 * s[1, 2])];
        double variance = 0;
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
            {
                ((int i, int j), (int k, int l)) = (pairs[a], pairs[b]);
                variance += slopes[a] * slopes[b] * ((s[i, k] * s[j, l]) + (s[i, l] * s[j, k])) / respondents;
            }
        }

        return Math.Sqrt(variance);
    }

    private static ConfirmatoryFactorAnalysisResult Estimate(double[][] answers, Dictionary<string, IReadOnlyList<string>> constructs) =>
        ConfirmatoryFactorAnalysis.Estimate(
            FactorData.Of(answers), new() { Constructs = constructs }, cancellationToken: TestContext.Current.CancellationToken);
}
