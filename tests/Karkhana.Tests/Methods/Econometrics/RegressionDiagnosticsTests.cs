using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class RegressionDiagnosticsTests
{
    private static readonly RegressionModelOptions Plain = new() { Model = Samples.Model };

    // Residuals -0.3, 0.9, -0.9, 0.3 about 1.3 + 0.8x, leverages 0.7, 0.3, 0.3, 0.7, s² 0.9.
    private static readonly RegressionSample Four = new(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 4]), Column.Of("x", [0.0, 1, 2, 3])));

    private static readonly ModelSpecification Line = ModelSpecification.Parse("y ~ x");

    [Fact]
    public void Influence_of_four_points_is_computed_by_hand()
    {
        InfluenceDiagnosticsResult result = Influence(Four, new RegressionModelOptions { Model = Line });

        result.Rows.ShouldBe([0, 1, 2, 3]);
        Bits.Close(result.Leverages, [0.7, 0.3, 0.3, 0.7], relative: 1e-13).ShouldBeTrue();
        Bits.Close(result.CooksDistances, [0.063 / 0.162, 0.243 / 0.882, 0.243 / 0.882, 0.063 / 0.162], relative: 1e-12).ShouldBeTrue();
        double first = -0.3 / Math.Sqrt((1.8 - 0.3) * 0.3); // without row 1: 1.8 - 0.09/0.3 = 1.5 on one degree of freedom
        double second = 0.9 / Math.Sqrt((1.8 - (0.81 / 0.7)) * 0.7);
        Bits.Close(result.StudentizedResiduals, [first, second, -second, -first], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Influence_is_what_leaving_rows_out_changes() => Samples.All.Sample(sample =>
    {
        InfluenceDiagnosticsResult result = Influence(sample.ToSample(), Plain);
        Vector<double> fitted = sample.Design() * sample.Coefficients();
        double s2 = sample.Residuals().DotProduct(sample.Residuals()) / (sample.Rows - 3);
        bool same = true;
        for (int row = 0; row < sample.Rows && same; row++)
        {
            if (sample.Hat()[row, row] > 0.95)
            {
                continue;
            }

            Samples rest = sample.InOrder([.. Enumerable.Range(0, sample.Rows).Where(other => other != row)]);
            Vector<double> moved = fitted - (sample.Design() * rest.Coefficients());
            Vector<double> e = rest.Residuals();
            double s = Math.Sqrt(e.DotProduct(e) / (rest.Rows - 3));
            double left = Math.Sqrt(1 - sample.Hat()[row, row]);
            same = s < 1e-6 || Bits.Close(
                [result.Leverages[row], result.CooksDistances[row], result.StudentizedResiduals[row], result.FitDifferences[row]],
                [
                    sample.Hat()[row, row],
                    moved.DotProduct(moved) / (3 * s2),
                    sample.Residuals()[row] / (s * left),
                    moved[row] / (s * Math.Sqrt(sample.Hat()[row, row])),
                ],
                relative: 1e-6);
        }

        return same;
    });

    [Fact]
    public void A_row_that_its_own_term_fits_is_said_and_dropped_rows_keep_their_numbers()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, double.NaN, 3, 2, 4, 9]), Column.Of("x", [0.0, 5, 0, 0, 0, 1])));

        InfluenceDiagnosticsResult result = Influence(sample, new RegressionModelOptions { Model = Line });

        result.ToOutputs().All["observation"].Numbers!.ShouldBe([1, 3, 4, 5, 6]);
        result.CooksDistances[4].ShouldBe(double.NaN);
        result.Leverages[4].ShouldBe(1, tolerance: 1e-12);
        result.Notes.ShouldContain(note => note.Code == "leverage-of-one");
    }

    [Fact]
    public void The_breusch_pagan_test_is_an_auxiliary_regression() => Samples.All.Sample(sample =>
    {
        double[] squares = [.. sample.Residuals().Select(e => e * e)];
        OrdinaryLeastSquaresResult auxiliary = Regress(With(sample, ("squares", squares)), "squares", ["x", "z"]);
        ModelTest koenker = BreuschPagan(sample.ToSample(), new BreuschPaganTestOptions { Model = Samples.Model });
        ModelTest original = BreuschPagan(sample.ToSample(), new BreuschPaganTestOptions { Model = Samples.Model, Studentized = false });
        double mean = squares.Average();
        double explained = auxiliary.Fit.RSquared * squares.Sum(value => (value - mean) * (value - mean));
        return mean < 1e-9 || (Bits.Close([koenker.Statistic, original.Statistic], [sample.Rows * auxiliary.Fit.RSquared, explained / (2 * mean * mean)], relative: 1e-6)
            && koenker.Degrees == 2 && Math.Abs(koenker.PValue - Math.Exp(-koenker.Statistic / 2)) < 1e-9); // χ² with two degrees
    });

    [Fact]
    public void Without_a_constant_the_breusch_pagan_test_adds_one()
    {
        ModelTest test = BreuschPagan(Four, new BreuschPaganTestOptions { Model = Line with { Intercept = false } });

        test.Degrees.ShouldBe(1);
    }

    [Fact]
    public void The_reset_test_is_that_of_powers_written_as_columns() => Samples.All.Sample(sample =>
    {
        double[] fitted = [.. sample.Design() * sample.Coefficients()];
        RegressionSample extended = With(
            sample, ("second", [.. fitted.Select(value => value * value)]), ("third", [.. fitted.Select(value => value * value * value)]));
        double full = Squares(Regress(extended, "y", ["x", "z", "second", "third"]));
        double plain = Squares(Regress(extended, "y", ["x", "z"]));
        ModelTest test = Reset(sample.ToSample(), new ResetTestOptions { Model = Samples.Model });
        double expected = (plain - full) / 2 / (full / (sample.Rows - 5));
        return full < 1e-6 || test.Degrees != 2 || (Bits.Close([test.Statistic], [expected], relative: 1e-4) && test.ErrorDegrees == sample.Rows - 5);
    });

    [Fact]
    public void Powers_that_terms_determine_are_not_tested()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", [1.0, 3, 2, 4, 9, 7]), Column.Of("x", [0.0, 1, 0, 0, 1, 1])));
        ModelTestResult result = ResetTest.Estimate(
            sample, new ResetTestOptions { Model = Line }, cancellationToken: TestContext.Current.CancellationToken);

        result.Test.Statistic.ShouldBe(double.NaN);
        result.Notes.ShouldContain(note => note.Code == "no-powers");
        Should.Throw<ArgumentException>(() => Reset(sample, new ResetTestOptions { Model = Line, Powers = [] }));
        Should.Throw<ArgumentOutOfRangeException>(() => Reset(sample, new ResetTestOptions { Model = Line, Powers = [1] }));
    }

    [Fact]
    public void Durbin_watson_of_four_points_is_computed_by_hand()
    {
        // Steps 1.2, -1.8, 1.2 with squares 6.12 over 1.8.
        DurbinWatsonStatisticResult result = DurbinWatson(Four, new DurbinWatsonStatisticOptions { Model = Line });

        result.Statistic.ShouldBe(3.4, tolerance: 1e-12);
        result.PValue.ShouldBeGreaterThan(0.5, "negative autocorrelation is no sign of a positive one");
    }

    [Fact]
    public void Moments_of_durbin_watson_are_those_of_dense_matrices() => Samples.All.Sample(sample =>
    {
        int n = sample.Rows;
        Matrix<double> a = Matrix<double>.Build.Dense(n, n, (i, j) => i == j ? i == 0 || i == n - 1 ? 1 : 2 : Math.Abs(i - j) == 1 ? -1 : 0);
        Matrix<double> ma = (Matrix<double>.Build.DenseIdentity(n) - sample.Hat()) * a;
        double left = n - 3;
        double variance = 2 * ((ma * ma).Trace() - (ma.Trace() * ma.Trace() / left)) / (left * (left + 2));
        DurbinWatsonStatisticResult result = DurbinWatson(sample.ToSample(), new DurbinWatsonStatisticOptions { Model = Samples.Model });
        DurbinWatsonStatisticResult other = DurbinWatson(sample.ToSample(), new DurbinWatsonStatisticOptions { Model = Samples.Model, Alternative = Alternative.Less });
        return Bits.Close([result.Expected, result.Variance], [ma.Trace() / left, variance], relative: 1e-8)
            && result.Statistic is >= 0 and <= 4
            && Math.Abs(result.PValue + other.PValue - 1) < 1e-12;
    });

    [Fact]
    public void A_term_of_one_column_has_the_plain_inflation_factor() => Samples.All.Sample(sample =>
    {
        VarianceInflationFactorResult result = Inflation(sample.ToSample(), Samples.Model);
        double expected = 1 / (1 - Regress(sample.ToSample(), "x", ["z"]).Fit.RSquared);
        return Bits.Close(result.Factors, [expected, expected], relative: 1e-6)
            && Bits.Close(result.Adjusted, [Math.Sqrt(expected), Math.Sqrt(expected)], relative: 1e-6)
            && result.Terms.SequenceEqual(["x", "z"]);
    });

    [Fact]
    public void A_categorical_term_is_one_entry_whose_factor_does_not_depend_on_the_base() => Samples.All.Sample(sample =>
    {
        RegressionSample rows = sample.ToSample();
        rows = rows with { Data = Table.Of("sample", [.. rows.Data.Columns, Column.Of("town", sample.Groups)]) };
        VarianceInflationFactorResult first = Inflation(rows, ModelSpecification.Parse("y ~ x + factor(town, g0)"));
        VarianceInflationFactorResult other = Inflation(rows, ModelSpecification.Parse("y ~ x + factor(town, g3)"));
        return first.DegreesOfFreedom.SequenceEqual([1, 4]) && Bits.Close(first.Factors, other.Factors, relative: 1e-6)
            && Bits.Close([first.Adjusted[1]], [Math.Pow(first.Factors[1], 0.125)], relative: 1e-9)
            && Math.Abs(first.Factors[0] - first.Factors[1]) <= 1e-6 * first.Factors[0]; // two blocks: the same determinant
    });

    [Fact]
    public void A_model_without_terms_has_no_inflation_and_one_term_has_one()
    {
        Inflation(Four, Line).Factors.ShouldHaveSingleItem().ShouldBe(1, tolerance: 1e-12);
        Inflation(Four, Line with { Intercept = false }).Notes.ShouldContain(note => note.Code == "no-constant");
        Should.Throw<ArgumentException>(() => Inflation(Four, ModelSpecification.Parse("y ~ 1"))).Message.ShouldContain("beside the constant");
    }

    [Fact]
    public void Squares_of_terms_are_what_nested_regressions_lose_and_add_up() => Samples.All.Sample(sample =>
    {
        RegressionSample rows = sample.ToSample();
        rows = rows with { Data = Table.Of("sample", [.. rows.Data.Columns, Column.Of("town", sample.Groups)]) };
        AnalysisOfVarianceResult result = Variance(rows, ModelSpecification.Parse("y ~ x + factor(town) + z"));
        ModelSpecification two = ModelSpecification.Parse("y ~ x + factor(town)");
        double[] squares =
        [
            Squares(Regress(rows, ModelSpecification.Parse("y ~ 1"))), Squares(Regress(rows, ModelSpecification.Parse("y ~ x"))),
            Squares(Regress(rows, two)), Squares(Regress(rows, two with { Terms = ["x", "town", "z"] })),
        ];
        double f = (squares[1] - squares[2]) / 4 / (squares[3] / (sample.Rows - 7));
        return result.Terms.SequenceEqual(["x", "town", "z", "residual"])
            && result.DegreesOfFreedom.SequenceEqual([1, 4, 1, sample.Rows - 7])
            && Bits.Close(result.SumsOfSquares, [squares[0] - squares[1], squares[1] - squares[2], squares[2] - squares[3], squares[3]], relative: 1e-7)
            && (squares[3] < 1e-6 || Bits.Close([result.Tests[1].Statistic], [f], relative: 1e-5))
            && double.IsNaN(result.Tests[3].Statistic)
            && Math.Abs(Sums.Sum([.. result.SumsOfSquares]) - squares[0]) <= 1e-9 * squares[0];
    });

    [Fact]
    public void A_term_that_others_determine_explains_nothing_more()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1.0, 3, 2, 4, 9]), Column.Of("x", [0.0, 1, 2, 3, 5]), Column.Of("twice", [0.0, 2, 4, 6, 10])));

        AnalysisOfVarianceResult result = Variance(sample, ModelSpecification.Parse("y ~ x + twice"));

        result.DegreesOfFreedom.ShouldBe([1, 0, 3]);
        result.SumsOfSquares[1].ShouldBe(0);
        result.Tests[1].Statistic.ShouldBe(double.NaN);
        result.Notes.ShouldContain(note => note.Code == "aliased-terms");
    }

    private static RegressionSample With(Samples sample, params (string Name, double[] Values)[] columns) => new(Table.Of(
        "sample", [.. sample.ToSample().Data.Columns, .. columns.Select(column => Column.Of(column.Name, column.Values))]));

    private static double Squares(OrdinaryLeastSquaresResult fit) => Sums.Dot([.. fit.Model.Residuals], [.. fit.Model.Residuals]);

    private static OrdinaryLeastSquaresResult Regress(RegressionSample sample, string outcome, string[] terms) =>
        Regress(sample, new ModelSpecification { Outcome = outcome, Terms = terms });

    private static OrdinaryLeastSquaresResult Regress(RegressionSample sample, ModelSpecification model) => OrdinaryLeastSquares.Estimate(
        sample, new OrdinaryLeastSquaresOptions { Model = model }, cancellationToken: TestContext.Current.CancellationToken);

    private static InfluenceDiagnosticsResult Influence(RegressionSample sample, RegressionModelOptions options) =>
        InfluenceDiagnostics.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);

    private static ModelTest BreuschPagan(RegressionSample sample, BreuschPaganTestOptions options) =>
        BreuschPaganTest.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken).Test;

    private static ModelTest Reset(RegressionSample sample, ResetTestOptions options) =>
        ResetTest.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken).Test;

    private static DurbinWatsonStatisticResult DurbinWatson(RegressionSample sample, DurbinWatsonStatisticOptions options) =>
        DurbinWatsonStatistic.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);

    private static VarianceInflationFactorResult Inflation(RegressionSample sample, ModelSpecification model) =>
        VarianceInflationFactor.Estimate(
            sample, new RegressionModelOptions { Model = model }, cancellationToken: TestContext.Current.CancellationToken);

    private static AnalysisOfVarianceResult Variance(RegressionSample sample, ModelSpecification model) =>
        AnalysisOfVariance.Estimate(sample, new RegressionModelOptions { Model = model }, cancellationToken: TestContext.Current.CancellationToken);
}
