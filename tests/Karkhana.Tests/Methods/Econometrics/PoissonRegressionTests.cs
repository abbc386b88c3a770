using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class PoissonRegressionTests
{
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };

    // Counts of at least 1 in the first rows, so that no group is without events.
    private static readonly Gen<PanelSamples> Counts = PanelSamples.All.Select(sample => sample with
    {
        Y = [.. sample.Y.Select((value, row) => Math.Floor(Math.Abs(value)) + (sample.Period[row] < 2 ? 1 + (sample.Unit[row] % 2) : 0))],
        X = [.. sample.X.Select(value => value / 4)],
        Z = [.. sample.Z.Select(value => value / 10)],
    });

    [Fact]
    public void Two_groups_are_compared_by_hand()
    {
        // Means 2 and 4, totals 6 and 12: log 2 with variance 1/6 + 1/12.
        PoissonRegressionResult result = Estimate(Of([1, 2, 3, 2, 4, 6], [0, 0, 0, 1, 1, 1]), Line);

        Bits.Close(result.Coefficients.Estimates, [Math.Log(2), Math.Log(2)], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [Math.Sqrt(1.0 / 6), Math.Sqrt((1.0 / 6) + (1.0 / 12))], relative: 1e-9).ShouldBeTrue();
        result.Dispersion.ShouldBe(((1 + 0 + 1) / 2.0 + ((4 + 0 + 4) / 4.0)) / 4, tolerance: 1e-10);
        double[] y = [1, 2, 3, 2, 4, 6];
        double[] m = [2, 2, 2, 4, 4, 4];
        result.Deviance.ShouldBe(2 * y.Zip(m, (a, b) => a * Math.Log(a / b)).Sum(), tolerance: 1e-10);
        double[] logFactorials = [0, Math.Log(2), Math.Log(6), Math.Log(2), Math.Log(24), Math.Log(720)];
        result.LogLikelihood.ShouldBe(y.Select((value, row) => (value * Math.Log(m[row])) - m[row] - logFactorials[row]).Sum(), tolerance: 1e-10);
        Bits.Close(result.Means, m, relative: 1e-10).ShouldBeTrue();
        result.Coefficients.DegreesOfFreedom.ShouldBe([double.PositiveInfinity, double.PositiveInfinity]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Scores_are_zero_at_the_estimates() => Counts.Sample(sample =>
    {
        PoissonRegressionResult result = Estimate(sample.ToSample(), PanelSamples.Model);
        double[] left = [.. sample.Y.Zip(result.Means, (y, m) => y - m)];
        double scale = sample.Y.Sum();
        return Math.Abs(left.Sum()) < 1e-7 * scale
            && Math.Abs(left.Zip(sample.X, (e, x) => e * x).Sum()) < 1e-6 * scale
            && Math.Abs(left.Zip(sample.Z, (e, z) => e * z).Sum()) < 1e-6 * scale;
    });

    [Theory]
    [InlineData(PoissonCovariance.Expected)]
    [InlineData(PoissonCovariance.Sandwich)]
    [InlineData(PoissonCovariance.Quasi)]
    public void Absorbing_is_the_regression_with_all_dummies(PoissonCovariance covariance) => Counts.Sample(sample =>
    {
        PoissonRegressionResult absorbed = Estimate(sample.Absorbing(), PanelSamples.Model, covariance);
        PoissonRegressionResult dummies = Estimate(sample.ToSample(), PanelSamples.Dummies(), covariance);
        return Bits.Close(absorbed.Coefficients.Estimates, [.. dummies.Coefficients.Estimates.Skip(1).Take(2)], relative: 1e-6)
            && Bits.Close(absorbed.Coefficients.StandardErrors, [.. dummies.Coefficients.StandardErrors.Skip(1).Take(2)], relative: 1e-6)
            && Bits.Close([absorbed.LogLikelihood, absorbed.Deviance, absorbed.Dispersion], [dummies.LogLikelihood, dummies.Deviance, dummies.Dispersion], relative: 1e-7);
    });

    [Fact]
    public void Clustered_errors_sum_scores_by_cluster() => Counts.Sample(sample =>
    {
        // With one term and no constant: b is a scalar and the sandwich is a sum of squares over a square.
        ModelSpecification slope = new() { Outcome = "y", Terms = ["z"], Intercept = false };
        PoissonRegressionResult result = Estimate(sample.ToSample() with { Clusters = [sample.Units] }, slope, PoissonCovariance.Cluster);
        double[] scores = [.. sample.Unit.Distinct().Select(unit => Enumerable.Range(0, sample.Rows)
            .Where(row => sample.Unit[row] == unit).Sum(row => sample.Z[row] * (sample.Y[row] - result.Means[row])))];
        double information = sample.Z.Zip(result.Means, (z, m) => z * z * m).Sum();
        double g = scores.Length;
        double wanted = scores.Sum(score => score * score) / (information * information) * g / (g - 1);
        return Math.Abs(result.Covariance[0] - wanted) <= 1e-6 * wanted && result.Coefficients.DegreesOfFreedom[0] == g - 1;
    });

    [Fact]
    public void An_offset_takes_the_place_of_a_term_with_coefficient_one() => Counts.Sample(sample =>
    {
        PoissonRegressionResult with = PoissonRegression.Estimate(
            sample.ToSample(),
            new PoissonRegressionOptions { Model = Line, Offset = "x" },
            cancellationToken: TestContext.Current.CancellationToken);
        PoissonRegressionResult without = Estimate(sample.ToSample(), Line);
        return Math.Abs(with.Coefficients.Estimates[1] - without.Coefficients.Estimates[1] + 1) < 1e-7
            && Math.Abs(with.Deviance - without.Deviance) <= 1e-8 * (1 + without.Deviance);
    });

    [Fact]
    public void A_weight_is_as_good_as_so_many_rows() => Counts.Sample(sample =>
    {
        int[] rows = [.. Enumerable.Range(0, sample.Rows).SelectMany(row => Enumerable.Repeat(row, (int)sample.Weight[row]))];
        PoissonRegressionResult weighted = Estimate(sample.ToSample() with { Weights = sample.Weight }, PanelSamples.Model);
        PoissonRegressionResult repeated = Estimate(sample.InOrder(rows).ToSample(), PanelSamples.Model);
        return Bits.Close(weighted.Coefficients.Estimates, repeated.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close(weighted.Covariance, repeated.Covariance, relative: 1e-7)
            && Math.Abs(weighted.LogLikelihood - repeated.LogLikelihood) <= 1e-8 * (1 + Math.Abs(repeated.LogLikelihood));
    });

    [Fact]
    public void One_worker_and_three_give_the_same_bits() => Counts.Sample(sample => Bits.Same(
        Estimate(sample.Absorbing(), PanelSamples.Model, workers: 1).Covariance,
        Estimate(sample.Absorbing(), PanelSamples.Model, workers: 3).Covariance));

    [Fact]
    public void Groups_with_only_zeros_are_left_out_and_counted()
    {
        double[] y = [1, 2, 0, 0, 3, 1, 4, 2];
        double[] x = [1, 3, 2, 5, 1, 0, 2, 1];
        string[] firms = ["a", "a", "b", "b", "c", "c", "d", "d"];
        PoissonRegressionResult all = Estimate(Of(y, x) with { Absorb = [Grouping.Of(firms)] }, Line);
        int[] kept = [0, 1, 4, 5, 6, 7];
        PoissonRegressionResult some = Estimate(
            Of([.. kept.Select(row => y[row])], [.. kept.Select(row => x[row])]) with { Absorb = [Grouping.Of([.. kept.Select(row => firms[row])])] }, Line);

        all.Rows.ShouldBe(kept);
        all.SeparatedRows.ShouldBe(2);
        all.Notes.ShouldContain(note => note.Code == "zero-groups" && note.Text.StartsWith("2 rows", StringComparison.Ordinal));
        all.Coefficients.Estimates.ShouldBe(some.Coefficients.Estimates);
        all.Covariance.ShouldBe(some.Covariance);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_that_a_term_separates_are_left_out_with_it(bool absorb)
    {
        // Wherever d = 1 the outcome is 0: its coefficient would go to minus infinity.
        double[] y = [1, 2, 0, 3, 0, 2, 1, 4, 2, 0, 3, 2];
        double[] x = [1, 3, 2, 5, 1, 0, 2, 1, 4, 2, 1, 3];
        double[] d = [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0];
        string[] firms = ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"];
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x), Column.Of("d", d)))
        {
            Absorb = absorb ? [Grouping.Of(firms)] : [],
        };

        PoissonRegressionResult result = Estimate(sample, Line with { Terms = ["x", "d"] });

        result.SeparatedRows.ShouldBe(2);
        result.Rows.ShouldNotContain(2);
        result.Rows.ShouldNotContain(4);
        result.Coefficients.Terms.ShouldBe(absorb ? ["x"] : ["intercept", "x"]);
        result.Notes.ShouldContain(note => note.Code == "separation" && note.Text.StartsWith("2 rows", StringComparison.Ordinal));
        result.Notes.ShouldContain(note => note.Code == "aliased-terms" && note.Text.Contains('d'));
    }

    [Fact]
    public void A_combination_that_separates_is_found_and_a_steep_slope_is_not_taken_for_one()
    {
        // u + v is above 0 only in rows with outcome 0, u and v alone are not.
        double[] y = [3, 0, 2, 0, 5, 1, 2, 4, 0];
        double[] u = [1, 2, -1, 1, 0, 3, -2, 2, 0];
        double[] v = [-1, -1, 1, 0, 0, -3, 2, -2, 0];
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", y), Column.Of("u", u), Column.Of("v", v)));

        Estimate(sample, new ModelSpecification { Outcome = "y", Terms = ["u", "v"] }).Rows.ShouldBe([0, 2, 4, 5, 6, 7, 8]);

        double[] x = [.. Enumerable.Range(0, 30).Select(row => (double)row)];
        RegressionSample steep = Of([.. x.Select(value => Math.Floor(Math.Exp(value - 22)))], x);
        PoissonRegressionResult result = Estimate(steep, Line);
        result.SeparatedRows.ShouldBe(0);
        result.Coefficients.Estimates[1].ShouldBe(1, tolerance: 0.02);
    }

    [Fact]
    public void Wrong_input_is_refused_and_overdispersion_told()
    {
        Should.Throw<ArgumentException>(() => Estimate(Of([1, -2, 3], [0, 1, 2]), Line)).Message.ShouldContain("had -2");
        Should.Throw<ArgumentException>(() => Estimate(Of([0, 0, 0], [0, 1, 2]), Line)).Message.ShouldContain("all rows had 0");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 3], [1, 1, 1]), Line with { Intercept = false, Terms = [] })).Message.ShouldContain("must have a term");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 3], [1, 2, 1]), Line, PoissonCovariance.Cluster)).Message.ShouldContain("there were 0");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2], [1, 2]), Line)).Message.ShouldContain("2 rows, 2 terms");
        Estimate(Of([1, 20, 3, 50, 2, 4], [0, 1, 0, 1, 1, 0]), Line).Notes.ShouldHaveSingleItem().Code.ShouldBe("overdispersion");
    }

    private static RegressionSample Of(double[] y, double[] x) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x)));

    private static PoissonRegressionResult Estimate(
        RegressionSample sample, ModelSpecification model, PoissonCovariance covariance = PoissonCovariance.Expected, int workers = 1) => PoissonRegression.Estimate(
            sample,
            new PoissonRegressionOptions { Model = model, Covariance = covariance },
            new ExecutionOptions { Workers = workers },
            TestContext.Current.CancellationToken);
}
