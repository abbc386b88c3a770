using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class OrderedRegressionTests
{
    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"], Intercept = false };

    // Answers drawn apart from the terms, every category at both ends of both terms: no term parts them.
    private static readonly Gen<Samples> Draws =
        from rows in Gen.Int[50, 70]
        from y in Gen.Int[1, 3].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        from z in Gen.Int[-20, 20].Array[rows]
        select new Samples(
            [.. y.Select((value, row) => row < 12 ? (row % 3) + 1 : (double)value)],
            [.. x.Select((value, row) => row < 12 ? (row / 3 % 2 * 4) - 2 : value / 10.0)],
            [.. z.Select((value, row) => row < 12 ? (row / 6 * 4) - 2 : value / 10.0)],
            [.. y.Select((_, row) => $"g{row % 7}")]);

    [Fact]
    public void Two_groups_with_the_same_odds_ratio_at_both_thresholds_are_solved_by_hand()
    {
        // Odds ratio 4: x = 0 shares 1/2, 1/4, 1/4 (odds 1, 1/3); x = 1 odds 4 and 4/3: shares 1/5, 1 − 1/5 − 4/7, 4/7.
        double[] shares = [0.5, 0.25, 0.25, 0.2, 8 / 35.0, 4 / 7.0];
        RegressionSample sample = Of([1, 2, 3, 1, 2, 3], [0, 0, 0, 1, 1, 1]) with { Weights = [.. shares.Select(share => 140 * share)] };

        OrderedRegressionResult result = Estimate(sample, Model with { Terms = ["x"] });

        result.Coefficients.Terms.ShouldBe(["x", "threshold_1", "threshold_2"]);
        Bits.Close(result.Coefficients.Estimates, [Math.Log(4), 0, Math.Log(3)], relative: 1e-10).ShouldBeTrue();
        Bits.Close([.. result.Probabilities.SelectMany(row => new[] { row[0], row[3] })], [0.5, 0.2, 0.25, 8 / 35.0, 0.25, 4 / 7.0], relative: 1e-10).ShouldBeTrue();
        result.Fit.LogLikelihood.ShouldBe(140 * shares.Sum(share => share * Math.Log(share)), tolerance: 1e-9);
        result.ParallelTest!.Statistic.ShouldBe(0, tolerance: 1e-9);
        result.ParallelTest.DegreesOfFreedom.ShouldBe(1);
        result.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OrderedLink.Probit)]
    [InlineData(OrderedLink.ComplementaryLogLog)]
    public void Two_categories_without_ties_to_other_rows_give_the_link_of_the_shares(OrderedLink link)
    {
        // P(y ≤ 1) = 3/4 at x = 0 and 2/5 at x = 1.
        RegressionSample sample = Of([1, 2, 1, 2], [0, 0, 1, 1]) with { Weights = [15, 5, 8, 12] };
        double F(double p) => link == OrderedLink.Probit ? Normal.InvCDF(0, 1, p) : Math.Log(-Math.Log(1 - p));

        OrderedRegressionResult result = Estimate(sample, Model with { Terms = ["x"] }, o => o with { Link = link });

        Bits.Close(result.Coefficients.Estimates, [F(0.75) - F(0.4), F(0.75)], relative: 1e-9).ShouldBeTrue();
        result.ParallelTest.ShouldBeNull();
    }

    [Fact]
    public void With_two_categories_it_is_the_logit() => Draws.Sample(sample =>
    {
        RegressionSample two = (sample with { Y = [.. sample.Y.Select(y => y > 1 ? 1.0 : 0.0)] }).ToSample();
        CoefficientTable ordered = Estimate(two, Model).Coefficients;
        CoefficientTable logit = BinaryRegression.Estimate(
            two, new() { Model = Model with { Intercept = true } }, cancellationToken: TestContext.Current.CancellationToken).Coefficients;
        return Bits.Close(ordered.Estimates, [logit.Estimates[1], logit.Estimates[2], -logit.Estimates[0]], relative: 1e-8)
            && Bits.Close(ordered.StandardErrors, [logit.StandardErrors[1], logit.StandardErrors[2], logit.StandardErrors[0]], relative: 1e-8);
    });

    [Theory]
    [InlineData(OrderedLink.Logit)]
    [InlineData(OrderedLink.Probit)]
    [InlineData(OrderedLink.ComplementaryLogLog)]
    public void Units_and_order_change_estimates_only_as_they_should(OrderedLink link) => Draws.Sample(sample =>
    {
        OrderedRegressionOptions Options(OrderedRegressionOptions options) => options with { Link = link, Covariance = LikelihoodCovariance.Sandwich };
        OrderedRegressionResult plain = Estimate(sample.ToSample(), Model, Options);
        Samples moved = sample with { X = [.. sample.X.Select(x => (x / 8) + 3)], Y = [.. sample.Y.Select(y => (10 * y) + 5)] };
        OrderedRegressionResult other = Estimate(moved.InOrder([.. Enumerable.Range(0, sample.Rows).Reverse()]).ToSample(), Model, Options);
        double shift = 3 * other.Coefficients.Estimates[0];
        return Bits.Close(
                [other.Coefficients.Estimates[0] / 8, other.Coefficients.Estimates[1], other.Coefficients.Estimates[2] - shift, other.Coefficients.Estimates[3] - shift],
                plain.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close([other.Coefficients.StandardErrors[0] / 8, other.Coefficients.StandardErrors[1]], [.. plain.Coefficients.StandardErrors.Take(2)], relative: 1e-7)
            && Bits.Close([other.Fit.LogLikelihood], [plain.Fit.LogLikelihood], relative: 1e-9);
    });

    [Theory]
    [InlineData(OrderedLink.Logit)]
    [InlineData(OrderedLink.Probit)]
    public void Turning_the_scale_around_turns_the_signs(OrderedLink link) => Draws.Sample(sample =>
    {
        OrderedRegressionResult plain = Estimate(sample.ToSample(), Model, o => o with { Link = link });
        OrderedRegressionResult turned = Estimate((sample with { Y = [.. sample.Y.Select(y => 4 - y)] }).ToSample(), Model, o => o with { Link = link });
        return Bits.Close(
            turned.Coefficients.Estimates,
            [-plain.Coefficients.Estimates[0], -plain.Coefficients.Estimates[1], -plain.Coefficients.Estimates[3], -plain.Coefficients.Estimates[2]], relative: 1e-7);
    });

    [Fact]
    public void Whole_weights_are_repeated_rows_and_clusters_of_one_row_the_sandwich() => Gen.Select(Draws, Gen.Int[1, 3].Array[70]).Sample((sample, counts) =>
    {
        int[] repeated = [.. Enumerable.Range(0, sample.Rows).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        RegressionSample weighted = sample.ToSample() with { Weights = [.. Enumerable.Range(0, sample.Rows).Select(row => (double)counts[row])] };
        RegressionSample rows = sample.InOrder(repeated).ToSample() with { Clusters = [[.. Enumerable.Range(0, repeated.Length).Select(row => $"r{row}")]] };
        OrderedRegressionResult byWeight = Estimate(weighted, Model, o => o with { Covariance = LikelihoodCovariance.Sandwich });
        OrderedRegressionResult byRow = Estimate(rows, Model, o => o with { Covariance = LikelihoodCovariance.Cluster });
        double factor = repeated.Length / (repeated.Length - 1.0);
        return Bits.Close(byWeight.Coefficients.Estimates, byRow.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close([.. byWeight.Covariance.Select(value => value * factor)], byRow.Covariance, relative: 1e-7)
            && Bits.Close([byWeight.ParallelTest!.Statistic], [byRow.ParallelTest!.Statistic], relative: 1e-6);
    });

    [Fact]
    public void A_level_with_the_highest_answer_only_is_named()
    {
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("y", [1.0, 1, 2, 2, 1, 3, 2, 3, 3, 3, 3, 1]),
            Column.Of("x", [1.0, 2, 2, 3, 4, 5, 2, 2.5, 1, 3.5, 1, 6]),
            Column.Of("z", [0.0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0])));

        OrderedRegressionResult result = Estimate(sample, Model);

        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("z parts the answers without error for some rows: quasi-complete separation.");
        result.Coefficients.Estimates[1].ShouldBe(double.PositiveInfinity);
        result.Coefficients.StandardErrors[1].ShouldBe(double.NaN);
        RegressionSample without = new(Table.Of(
            "sample", [.. sample.Data.Columns.Select(column => Column.Of(column.Name, Enumerable.Range(0, 12).Where(row => row is < 8 or 11).Select(row => (double)column[row]!)))]));
        Bits.Close([result.Coefficients.Estimates[0]], [Estimate(without, Model with { Terms = ["x"] }).Coefficients.Estimates[0]], relative: 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample sample = Of([1, 2, 3, 1, 2, 3], [0, 1, 0, 1, 1, 1]);
        ModelSpecification one = Model with { Terms = ["x"] };

        Should.Throw<ArgumentException>(() => Estimate(sample, one with { Intercept = true })).Message.ShouldContain("thresholds take its place");
        Should.Throw<ArgumentException>(() => Estimate(Of([2, 2, 2, 2], [0, 1, 2, 5]), one)).Message.ShouldContain("all were 2");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 1, 2], [3, 3, 3, 3]), one)).Message.ShouldContain("term to estimate");
        Should.Throw<ArgumentException>(() => Estimate(sample, one, o => o with { Covariance = LikelihoodCovariance.Cluster })).Message.ShouldContain("one grouping");
    }

    private static RegressionSample Of(double[] y, double[] x) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x)));

    private static OrderedRegressionResult Estimate(
        RegressionSample sample, ModelSpecification model, Func<OrderedRegressionOptions, OrderedRegressionOptions>? set = null)
    {
        OrderedRegressionOptions options = new() { Model = model };
        return OrderedRegression.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}
