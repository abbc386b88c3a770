using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class BinaryRegressionTests
{
    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

    // Answers that do not depend on the terms: separation is all but impossible with forty rows and both answers at both ends.
    private static readonly Gen<Samples> Draws =
        from rows in Gen.Int[40, 60]
        from y in Gen.Int[0, 1].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        from z in Gen.Int[-20, 20].Array[rows]
        from towns in Gen.Int[0, 4].Array[rows]
        select new Samples(
            [.. y.Select((value, row) => row < 8 ? row % 2 : (double)value)],
            [.. x.Select((value, row) => row < 8 ? (row / 2 % 2 * 4) - 2 : value / 10.0)],
            [.. z.Select((value, row) => row < 8 ? (row / 4 * 4) - 2 : value / 10.0)],
            [.. towns.Select((town, row) => $"g{(row < 5 ? row : town)}")]);

    [Fact]
    public void A_table_of_two_by_two_has_the_log_odds_ratio_and_its_error_by_hand()
    {
        // 3 of 10 against 6 of 8: log odds ratio ln(6·7/(2·3)) = ln 7, squared error 1/3 + 1/7 + 1/6 + 1/2.
        BinaryRegressionResult result = Estimate(TwoByTwo(), new() { Outcome = "y", Terms = ["x"] });

        result.Coefficients.Terms.ShouldBe(["intercept", "x"]);
        Bits.Close(result.Coefficients.Estimates, [Math.Log(3.0 / 7), Math.Log(7)], relative: 1e-12).ShouldBeTrue();
        Bits.Close(
            result.Coefficients.StandardErrors, [Math.Sqrt((1 / 3.0) + (1 / 7.0)), Math.Sqrt((1 / 3.0) + (1 / 7.0) + (1 / 6.0) + 0.5)], relative: 1e-12).ShouldBeTrue();
        result.Fit.LogLikelihood.ShouldBe(
            (3 * Math.Log(0.3)) + (7 * Math.Log(0.7)) + (6 * Math.Log(0.75)) + (2 * Math.Log(0.25)), tolerance: 1e-12);
        result.Fit.NullLogLikelihood.ShouldBe(18 * Math.Log(0.5), tolerance: 1e-12);
        result.OddsRatios[1].ShouldBe(7, tolerance: 1e-11);
        double density = ((10 * 0.21) + (8 * 0.1875)) / 18;
        result.AverageMarginalEffects[0].ShouldBe(double.NaN);
        result.AverageMarginalEffects[1].ShouldBe(Math.Log(7) * density, tolerance: 1e-12);
        double index = Math.Log(3.0 / 7) + (8 / 18.0 * Math.Log(7));
        result.DensityAtMeans.ShouldBe(Math.Exp(index) / Math.Pow(1 + Math.Exp(index), 2), tolerance: 1e-12);
        result.Fit.LikelihoodRatio.ShouldBe(2 * (result.Fit.LogLikelihood - result.Fit.NullLogLikelihood), tolerance: 1e-12);
        result.Fit.Aic.ShouldBe((-2 * result.Fit.LogLikelihood) + 4, tolerance: 1e-12);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_probit_of_a_table_of_two_by_two_has_normal_quantiles()
    {
        BinaryRegressionResult result = Estimate(TwoByTwo(), new() { Outcome = "y", Terms = ["x"] }, o => o with { Link = BinaryLink.Probit });

        double low = Normal.InvCDF(0, 1, 0.3);
        double high = Normal.InvCDF(0, 1, 0.75);
        Bits.Close(result.Coefficients.Estimates, [low, high - low], relative: 1e-10).ShouldBeTrue();
        double error = Math.Sqrt(
            (0.21 / (10 * Math.Pow(Normal.PDF(0, 1, low), 2))) + (0.1875 / (8 * Math.Pow(Normal.PDF(0, 1, high), 2))));
        result.Coefficients.StandardErrors[1].ShouldBe(error, tolerance: 1e-10);
        result.OddsRatios.ShouldBe([double.NaN, double.NaN]);
    }

    [Fact]
    public void Residuals_of_a_logit_add_to_zero_along_every_term() => Draws.Sample(sample =>
    {
        BinaryRegressionResult result = Estimate(sample.ToSample(), Model);
        double[] residuals = [.. sample.Y.Zip(result.Probabilities, (y, p) => y - p)];
        return Math.Abs(residuals.Sum()) < 1e-9
            && Math.Abs(residuals.Zip(sample.X, (e, x) => e * x).Sum()) < 1e-9
            && Math.Abs(residuals.Zip(sample.Z, (e, z) => e * z).Sum()) < 1e-9;
    });

    [Theory]
    [InlineData(BinaryLink.Logit)]
    [InlineData(BinaryLink.Probit)]
    public void Yes_and_no_order_and_units_change_the_estimates_only_as_they_should(BinaryLink link) => Draws.Sample(sample =>
    {
        BinaryRegressionOptions Options(BinaryRegressionOptions options) => options with { Link = link, Covariance = BinaryCovariance.Sandwich };
        BinaryRegressionResult plain = Estimate(sample.ToSample(), Model, Options);
        Samples turned = sample with { Y = [.. sample.Y.Select(y => 1 - y)], X = [.. sample.X.Select(x => (1000 * x) + 1e5)] };
        BinaryRegressionResult other = Estimate(turned.InOrder([.. Enumerable.Range(0, sample.Rows).Reverse()]).ToSample(), Model, Options);
        return Bits.Close([-1000 * other.Coefficients.Estimates[1], -other.Coefficients.Estimates[2]], [.. plain.Coefficients.Estimates.Skip(1)], relative: 1e-7)
            && Bits.Close([1000 * other.Coefficients.StandardErrors[1], other.Coefficients.StandardErrors[2]], [.. plain.Coefficients.StandardErrors.Skip(1)], relative: 1e-7)
            && Bits.Close([other.Fit.LogLikelihood], [plain.Fit.LogLikelihood], relative: 1e-9)
            && Bits.Close([-1000 * other.AverageMarginalEffects[1]], [plain.AverageMarginalEffects[1]], relative: 1e-7);
    });

    [Theory]
    [InlineData(BinaryCovariance.Expected)]
    [InlineData(BinaryCovariance.Sandwich)]
    public void Whole_weights_are_repeated_rows(BinaryCovariance covariance) => Gen.Select(Draws, Gen.Int[1, 3].Array[60]).Sample((sample, counts) =>
    {
        int[] repeated = [.. Enumerable.Range(0, sample.Rows).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        RegressionSample weighted = sample.ToSample() with { Weights = [.. Enumerable.Range(0, sample.Rows).Select(row => (double)counts[row])] };
        BinaryRegressionResult byWeight = Estimate(weighted, Model, o => o with { Covariance = covariance });
        BinaryRegressionResult byRow = Estimate(sample.InOrder(repeated).ToSample(), Model, o => o with { Covariance = covariance });
        return Bits.Close(byWeight.Coefficients.Estimates, byRow.Coefficients.Estimates, relative: 1e-8)
            && Bits.Close(byWeight.Covariance, byRow.Covariance, relative: 1e-8)
            && Bits.Close(byWeight.AverageMarginalEffectStandardErrors, byRow.AverageMarginalEffectStandardErrors, relative: 1e-8);
    });

    [Fact]
    public void Clusters_of_one_row_give_the_sandwich_times_n_over_n_minus_one() => Draws.Sample(sample =>
    {
        RegressionSample alone = sample.ToSample() with { Clusters = [[.. Enumerable.Range(0, sample.Rows).Select(row => $"r{row}")]] };
        double factor = sample.Rows / (sample.Rows - 1.0);
        return Bits.Close(
            Estimate(alone, Model, o => o with { Covariance = BinaryCovariance.Cluster }).Covariance,
            [.. Estimate(alone, Model, o => o with { Covariance = BinaryCovariance.Sandwich }).Covariance.Select(value => value * factor)],
            relative: 1e-9);
    });

    [Fact]
    public void Clusters_take_the_sums_of_the_scores_of_their_rows() => Draws.Sample(sample =>
    {
        RegressionSample towns = sample.ToSample() with { Clusters = [sample.Groups] };
        BinaryRegressionResult result = Estimate(towns, Model, o => o with { Covariance = BinaryCovariance.Cluster });
        var bread = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(3, 3, Estimate(towns, Model).Covariance);
        var middle = bread * 0;
        foreach (IGrouping<string, int> town in Enumerable.Range(0, sample.Rows).GroupBy(row => sample.Groups[row]))
        {
            double[] score = [0, 0, 0];
            foreach (int row in town)
            {
                double e = sample.Y[row] - result.Probabilities[row];
                (score[0], score[1], score[2]) = (score[0] + e, score[1] + (e * sample.X[row]), score[2] + (e * sample.Z[row]));
            }

            middle += MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(score).OuterProduct(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(score));
        }

        double towns5 = sample.Groups.Distinct().Count();
        return Bits.Close(result.Covariance, (bread * middle * bread * (towns5 / (towns5 - 1))).ToRowMajorArray(), relative: 1e-7);
    });

    [Theory]
    [InlineData(BinaryLink.Logit)]
    [InlineData(BinaryLink.Probit)]
    public void A_level_with_one_answer_is_named_and_the_rest_estimated_as_if_without_it(BinaryLink link) => Draws.Sample(sample =>
    {
        // Three more rows of a level d whose answers are all yes: the other estimates are those of the rows without d.
        RegressionSample more = new(Table.Of(
            "sample", Column.Of("y", (double[])[.. sample.Y, 1, 1, 1]), Column.Of("x", (double[])[.. sample.X, 0.3, -1, 1.7]),
            Column.Of("z", (double[])[.. sample.Z, 0, 1, -1]), Column.Of("d", (double[])[.. sample.Y.Select(_ => 0.0), 1, 1, 1])));
        BinaryRegressionResult result = Estimate(more, Model with { Terms = ["x", "d", "z"] }, o => o with { Link = link });
        BinaryRegressionResult without = Estimate(sample.ToSample(), Model, o => o with { Link = link });
        return result.Notes.Single().Code == "separation"
            && result.Notes[0].Text.StartsWith("d parts the answers", StringComparison.Ordinal)
            && result.Notes[0].Text.Contains("quasi-complete", StringComparison.Ordinal)
            && double.IsPositiveInfinity(result.Coefficients.Estimates[2])
            && double.IsNaN(result.Coefficients.StandardErrors[2])
            && Bits.Close(
                [result.Coefficients.Estimates[0], result.Coefficients.Estimates[1], result.Coefficients.Estimates[3]],
                without.Coefficients.Estimates, relative: 1e-6)
            && Bits.Close([result.Coefficients.StandardErrors[1]], [without.Coefficients.StandardErrors[1]], relative: 1e-4)
            && Bits.Close([result.Fit.LogLikelihood], [without.Fit.LogLikelihood], relative: 1e-9);
    });

    [Fact]
    public void Complete_separation_is_named_and_a_ridge_gives_finite_estimates()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [0.0, 0, 0, 1, 1, 1]), Column.Of("x", [1.0, 2, 3, 5, 6, 9]), Column.Of("z", [1.0, 0, 1, 0, 1, 0])));

        BinaryRegressionResult result = Estimate(sample, new() { Outcome = "y", Terms = ["x"] });
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("x parts the answers without error for all rows: complete separation.");
        result.Coefficients.Estimates.ShouldBe([double.NegativeInfinity, double.PositiveInfinity]);
        result.Fit.LogLikelihood.ShouldBe(0, tolerance: 1e-6);
        result.Covariance.ShouldAllBe(value => double.IsNaN(value));

        BinaryRegressionResult ridge = Estimate(sample, new() { Outcome = "y", Terms = ["x"] }, o => o with { Ridge = 1 });
        ridge.Notes.ShouldHaveSingleItem().Code.ShouldBe("ridge");
        ridge.Coefficients.Estimates.ShouldAllBe(value => double.IsFinite(value));
        ridge.Coefficients.StandardErrors.ShouldAllBe(value => value > 0);
    }

    [Fact]
    public void Terms_that_complete_separation_leaves_undetermined_are_missing()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [0.0, 0, 0, 1, 1, 1]), Column.Of("d", [0.0, 0, 0, 1, 1, 1]), Column.Of("z", [1.0, -2, 1, 1, -2, 1])));

        BinaryRegressionResult result = Estimate(sample, new() { Outcome = "y", Terms = ["d", "z"] });
        result.Coefficients.Estimates.ShouldBe([double.NegativeInfinity, double.PositiveInfinity, double.NaN]);
        result.Coefficients.StandardErrors.ShouldAllBe(value => double.IsNaN(value));
        result.Covariance.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("the others are not determined and shown as missing");
    }

    [Fact]
    public void A_ridge_pulls_more_the_greater_it_is_and_balances_the_scores() => Draws.Sample(sample =>
    {
        BinaryRegressionResult result = Estimate(sample.ToSample(), Model, o => o with { Ridge = 2 });
        double mean = sample.X.Average();
        double variance = sample.X.Average(x => (x - mean) * (x - mean));
        double score = sample.Y.Zip(result.Probabilities, (y, p) => y - p).Zip(sample.X, (e, x) => e * (x - mean)).Sum();
        double Length(double ridge) => Estimate(sample.ToSample(), Model, o => o with { Ridge = ridge }).Coefficients.Estimates.Skip(1).Sum(b => b * b);
        return Math.Abs(score - (2 * result.Coefficients.Estimates[1] * variance)) < 1e-8 && Length(1000) < Length(2);
    });

    [Fact]
    public void Rows_with_gaps_are_left_out_and_counted()
    {
        RegressionSample gaps = new(Table.Of(
            "sample", Column.Of("y", [0, 1, 0, 1, double.NaN, 1]), Column.Of("x", [1, 2, 3, 2, 1, double.NaN])));

        BinaryRegressionResult result = Estimate(gaps, new() { Outcome = "y", Terms = ["x"] });

        result.Rows.ShouldBe([0, 1, 2, 3]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 6 rows");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample table = TwoByTwo();
        ModelSpecification model = new() { Outcome = "y", Terms = ["x"] };

        Should.Throw<ArgumentException>(() => Estimate(table, new() { Outcome = "x", Terms = ["w"] })).Message.ShouldContain("no column w");
        Should.Throw<ArgumentException>(() => Estimate(Of([0, 1, 2], [1, 2, 4]), model)).Message.ShouldContain("row 3 was 2");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 1, 1], [1, 2, 4]), model)).Message.ShouldContain("all 3 were 1");
        Should.Throw<ArgumentException>(() => Estimate(table, model, o => o with { Covariance = BinaryCovariance.Cluster })).Message.ShouldContain("there were 0");
        Should.Throw<ArgumentException>(() => Estimate(
            table with { Clusters = [[.. Enumerable.Repeat("one", 18)]] }, model, o => o with { Covariance = BinaryCovariance.Cluster })).Message.ShouldContain("two clusters");
        Should.Throw<ArgumentOutOfRangeException>(() => new BinaryRegressionOptions { Model = model, Ridge = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new BinaryRegressionOptions { Model = model, Level = 1 });
    }

    private static RegressionSample TwoByTwo() => Of(
        [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);

    private static RegressionSample Of(double[] y, double[] x) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x)));

    private static BinaryRegressionResult Estimate(
        RegressionSample sample, ModelSpecification model, Func<BinaryRegressionOptions, BinaryRegressionOptions>? set = null)
    {
        BinaryRegressionOptions options = new() { Model = model };
        return BinaryRegression.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}
