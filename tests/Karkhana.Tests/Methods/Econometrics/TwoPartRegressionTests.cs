using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class TwoPartRegressionTests
{
    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

    [Fact]
    public void Twenty_firms_have_the_parts_of_glm_and_lm_with_sandwich()
    {
        // R 4.2.2, sandwich 3.0-2: glm(y > 0 ~ x + z, binomial), lm(log(y) ~ x + z, y > 0), sandwich() and vcovHC(type = "HC0").
        TwoPartRegressionResult result = Estimate(TobitRegressionTests.Firms());

        Bits.Close(result.Chance.Estimates, [-2.5791184454, 0.9877043133, 0.8344727159], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Chance.StandardErrors, [1.6582446441, 0.5273640097, 1.0791967353], relative: 1e-7).ShouldBeTrue();
        Bits.Close(result.Amount.Estimates, [-0.7379963073, 0.5244456731, -0.1278768466], relative: 1e-9).ShouldBeTrue();
        Bits.Close(result.Amount.StandardErrors, [0.1342171955, 0.0322432461, 0.1087048957], relative: 1e-8).ShouldBeTrue();
        result.Factor.ShouldBe(1.013799320, tolerance: 1e-9);
        result.MeanExpected.ShouldBe(1.763989489, tolerance: 1e-8);
        Bits.Close(result.Combined.Estimates, [1.27286932, 0.0682292024], relative: 1e-8).ShouldBeTrue();
        (result.Positive, result.Rows.Count).ShouldBe((12, 20));
        result.MeanObserved.ShouldBe(1.75, tolerance: 1e-12);
    }

    [Fact]
    public void A_gamma_part_has_the_estimates_of_glm_and_the_mean_of_the_amounts()
    {
        // R: glm(y ~ x + z, Gamma("log"), y > 0) with sandwich().
        TwoPartRegressionResult result = Estimate(TobitRegressionTests.Firms(), o => o with { Amount = AmountModel.Gamma });

        Bits.Close(result.Amount.Estimates, [-0.7169567317, 0.5258692916, -0.1484720549], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Amount.StandardErrors, [0.14105393608, 0.03189882408, 0.10795554444], relative: 1e-7).ShouldBeTrue();
        result.Factor.ShouldBe(1);
    }

    [Theory]
    [InlineData(AmountModel.LogLinear, Retransformation.Smearing, 1e-5)]
    [InlineData(AmountModel.LogLinear, Retransformation.Normal, 1e-5)]
    [InlineData(AmountModel.Gamma, Retransformation.Smearing, 1e-3)] // its sandwich has the expected information, the jackknife the observed
    public void The_error_of_the_combined_change_is_that_of_leaving_rows_out_a_little(AmountModel amount, Retransformation retransformation, double tolerance)
    {
        // Infinitesimal jackknife: the sum over rows of the squared derivatives of the estimate by the weight of the row, with the
        // rows over which the change is averaged held. Weights enter all parts; the averaging is undone by taking each row's own change.
        TwoPartRegressionOptions options = new() { Model = Model, Amount = amount, Retransformation = retransformation };
        double[] slopes = [.. Enumerable.Range(0, 20).Select(row => (Changed(options, row, 1e-5) - Changed(options, row, -1e-5)) / 2e-5)];

        Estimate(TobitRegressionTests.Firms(), _ => options).Combined.StandardErrors[0]
            .ShouldBe(Math.Sqrt(slopes.Sum(slope => slope * slope)), tolerance);
    }

    [Fact]
    public void A_term_in_both_parts_alone_has_the_combined_change_of_its_formula()
    {
        // One group each: p = 1/2, mean logs by hand. With z alone 0/1: shares 2/4 and 3/4; logs (0, ln 4) and (0, ln 2, ln 4).
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [0.0, 0, 1, 4, 0, 1, 2, 4]), Column.Of("z", [0.0, 0, 0, 0, 1, 1, 1, 1])));

        TwoPartRegressionResult result = Estimate(sample, o => o with { Model = new() { Outcome = "y", Terms = ["z"] } });

        Bits.Close(result.Chance.Estimates, [0, Math.Log(3)], relative: 1e-10).ShouldBeTrue();
        Bits.Close(result.Amount.Estimates, [Math.Log(2), 0], relative: 1e-10).ShouldBeTrue();
        double smear = (0.5 + 2 + 0.5 + 1 + 2) / 5;
        result.Factor.ShouldBe(smear, tolerance: 1e-10);
        double change = Math.Log(3) * 2 * smear * ((0.5 * 0.5) + (0.75 * 0.25)) / 2;
        result.Combined.Estimates[0].ShouldBe(change, tolerance: 1e-10);
        result.ThroughChance[0].ShouldBe(change, tolerance: 1e-10);
    }

    [Fact]
    public void The_unit_of_the_amount_scales_the_combined_change_and_nothing_else() => Gen.Double[0.01, 100].Sample(unit =>
    {
        TwoPartRegressionResult plain = Estimate(TobitRegressionTests.Firms());
        TwoPartRegressionResult scaled = Estimate(new RegressionSample(Table.Of(
            "sample", Column.Of("y", TobitRegressionTests.Spent.Select(y => unit * y)), Column.Of("x", TobitRegressionTests.Steps), Column.Of("z", TobitRegressionTests.Flags))));
        return Bits.Close(scaled.Chance.Estimates, plain.Chance.Estimates, relative: 1e-9)
            && Bits.Close([.. scaled.Amount.Estimates.Skip(1)], [.. plain.Amount.Estimates.Skip(1)], relative: 1e-9)
            && Bits.Close(scaled.Combined.PValues, plain.Combined.PValues, relative: 1e-7)
            && Bits.Close([.. scaled.Combined.Estimates.Select(value => value / unit)], plain.Combined.Estimates, relative: 1e-8);
    });

    [Fact]
    public void Clusters_of_one_row_give_the_sandwich_times_n_over_n_minus_one()
    {
        RegressionSample alone = TobitRegressionTests.Firms() with { Clusters = [[.. Enumerable.Range(0, 20).Select(row => $"r{row}")]] };

        TwoPartRegressionResult clustered = Estimate(alone, o => o with { Covariance = TwoPartCovariance.Cluster });

        double factor = Math.Sqrt(20 / 19.0);
        Bits.Close(clustered.Combined.StandardErrors, [.. Estimate(alone).Combined.StandardErrors.Select(error => error * factor)], relative: 1e-10).ShouldBeTrue();
    }

    [Fact]
    public void A_level_that_always_spends_is_named_and_has_no_combined_change()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [0.0, 2, 0, 4, 3, 0, 2, 4, 5]), Column.Of("x", [1.0, 2, 3, 4, 1, 3, 1, 3, 2]), Column.Of("z", [0.0, 0, 0, 0, 0, 0, 1, 1, 1])));

        TwoPartRegressionResult result = Estimate(sample);

        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("separation");
        result.Chance.Estimates[2].ShouldBe(double.PositiveInfinity);
        result.Combined.Estimates[1].ShouldBe(double.NaN);
        double.IsFinite(result.Combined.StandardErrors[0]).ShouldBeTrue();
    }

    [Fact]
    public void A_term_that_does_not_vary_among_those_who_spend_is_named()
    {
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [0.0, 2, 0, 4, 3, 0, 2, 4, 5, 0]), Column.Of("x", [1.0, 2, 3, 4, 1, 3, 1, 3, 2, 5]), Column.Of("z", [1.0, 0, 0, 0, 0, 1, 0, 0, 0, 0])));

        TwoPartRegressionResult result = Estimate(sample);

        result.Amount.Terms.ShouldBe(["intercept", "x"]);
        result.Notes.ShouldContain(note => note.Code == "aliased-terms" && note.Text.Contains(": z.", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample Of(params double[] y) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", y.Select((_, row) => row % 3.0)), Column.Of("z", y.Select((_, row) => row % 2.0))));

        Should.Throw<ArgumentException>(() => Estimate(Of(0, 1, -2, 3, 0, 2))).Message.ShouldContain("row 3 was -2");
        Should.Throw<ArgumentException>(() => Estimate(Of(1, 1, 2, 3, 4, 2))).Message.ShouldContain("6 of 6 were above 0");
        Should.Throw<ArgumentException>(() => Estimate(Of(0, 1, 2, 0, 0, 0))).Message.ShouldContain("2 rows");
    }

    // The change of x with a row's weight moved, averaged over the rows as they were.
    private static double Changed(TwoPartRegressionOptions options, int row, double by)
    {
        RegressionSample sample = TobitRegressionTests.Firms() with { Weights = [.. Enumerable.Range(0, 20).Select(other => other == row ? 1 + by : 1)] };
        TwoPartRegressionResult result = TwoPartRegression.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
        double sum = 0;
        for (int i = 0; i < 20; i++)
        {
            double p = 1 / (1 + Math.Exp(-Index(result.Chance, i)));
            double m = result.Factor * Math.Exp(Index(result.Amount, i));
            sum += p * m * (((1 - p) * result.Chance.Estimates[1]) + result.Amount.Estimates[1]) / 20;
        }

        return sum;
    }

    private static double Index(CoefficientTable table, int row) =>
        table.Estimates[0] + (table.Estimates[1] * TobitRegressionTests.Steps[row]) + (table.Estimates[2] * TobitRegressionTests.Flags[row]);

    private static TwoPartRegressionResult Estimate(RegressionSample sample, Func<TwoPartRegressionOptions, TwoPartRegressionOptions>? set = null)
    {
        TwoPartRegressionOptions options = new() { Model = Model };
        return TwoPartRegression.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}
