using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class MediationAnalysisTests
{
    [Fact]
    public void Six_rows_are_taken_apart_by_hand()
    {
        // m = 1, 2, 3 without and 4, 5, 9 with the treatment: a = 4. y = 2m + x exactly: b = 2, direct 1, total 4·2 + 1 = 9.
        MediationAnalysisResult result = Estimate(
            Of([2, 4, 6, 9, 11, 19], [0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 9]), MediationSamples.Model with { Covariates = [] });

        Bits.Close([result.A, result.B, result.Indirect, result.Direct, result.Total], [4, 2, 8, 1, 9], relative: 1e-13).ShouldBeTrue();
        result.AStandardError.ShouldBe(Math.Sqrt((2 + 14) / 4.0 * (2 / 3.0)), tolerance: 1e-13); // s² = (2 + 14)/(6 − 2)
        result.BStandardError.ShouldBe(0, tolerance: 1e-12);
        result.SobelStandardError.ShouldBe(2 * result.AStandardError, tolerance: 1e-11);
        result.ProportionMediated.ShouldBe(8 / 9.0, tolerance: 1e-13);
        result.ResidualCorrelationAtZero.ShouldBe(1, tolerance: 1e-12);
    }

    [Fact]
    public void Twenty_firms_have_the_numbers_of_lm()
    {
        // R 4.2.2: coef and vcov of lm(m ~ ac + x), lm(y ~ ac + x + m), lm(y ~ ac + x); cor of the residuals of the first and the last.
        MediationAnalysisResult result = Estimate(MediationSamples.Firms.WithoutTowns(), MediationSamples.Model);

        Bits.Close(
            [result.A, result.AStandardError, result.B, result.BStandardError, result.Direct, result.Total, result.ResidualCorrelationAtZero],
            [0.519705120542, 0.248424383660, 0.913724016520, 0.114854145954, 0.330094097491, 0.804961147639, 0.893425828339],
            relative: 1e-11).ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_parts_add_up_and_the_errors_are_ordered() => MediationSamples.All.Sample(sample =>
    {
        MediationAnalysisResult result = Estimate(sample.WithoutTowns(), MediationSamples.Model);
        return Bits.Close([result.Indirect + result.Direct], [result.Total], relative: 1e-9)
            && result.GoodmanStandardError <= result.SobelStandardError && result.SobelStandardError <= result.AroianStandardError
            && result.ConfidenceLow < result.Indirect && result.Indirect < result.ConfidenceHigh
            && Math.Abs(result.ResidualCorrelationAtZero) <= 1 && Math.Sign(result.ResidualCorrelationAtZero) == Math.Sign(result.B);
    });

    [Fact]
    public void Units_change_the_parts_as_they_should() => MediationSamples.All.Sample(sample =>
    {
        RegressionSample scaled = MediationSamples.Of(
            [.. sample.Data.Numbers("y").Select(value => (100 * value) + 7)], [.. sample.Data.Numbers("x").Select(value => value / 4)],
            [.. sample.Data.Numbers("m").Select(value => -8 * value)], [.. sample.Data.Numbers("ac")], [.. sample.Clusters[0]]);
        MediationAnalysisResult plain = Estimate(sample.WithoutTowns(), MediationSamples.Model);
        MediationAnalysisResult result = Estimate(scaled.WithoutTowns(), MediationSamples.Model);
        return Bits.Close([result.Indirect / 400, result.Total / 400], [plain.Indirect, plain.Total], relative: 1e-8)
            && Bits.Close([result.SobelStatistic, -result.ResidualCorrelationAtZero], [plain.SobelStatistic, plain.ResidualCorrelationAtZero], relative: 1e-8)
            && Bits.Close([result.ConfidenceLow / 400], [plain.ConfidenceLow], relative: 1e-7);
    });

    [Fact]
    public void The_published_example_has_its_errors_and_its_skewed_interval()
    {
        // a = 0.5 (0.1), b = 0.4 (0.12): Sobel 0.0721110, z 2.7735; 0.0727 and 0.3580 by simulation.
        Math.Sqrt((0.25 * 0.0144) + (0.16 * 0.01)).ShouldBe(0.0721110, tolerance: 1e-7);
        ProductDistribution product = new(0.5, 0.1, 0.4, 0.12);
        product.Quantile(0.025).ShouldBe(0.0727, tolerance: 0.001);
        product.Quantile(0.975).ShouldBe(0.3580, tolerance: 0.001);
    }

    [Fact]
    public void The_product_of_two_standard_normals_follows_the_bessel_density()
    {
        // R 4.2.2: 0.5 + integrate(function(u) besselK(u, 0) / pi, 0, 1).
        ProductDistribution product = new(0, 1, 0, 1);

        product.Cumulative(1).ShouldBe(0.89550316849767, tolerance: 1e-11);
        product.Cumulative(-1).ShouldBe(1 - 0.89550316849767, tolerance: 1e-11);
        product.Quantile(0.89550316849767).ShouldBe(1, tolerance: 1e-9);
    }

    [Fact]
    public void Quantiles_of_the_product_change_sides_with_the_sign() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.05, 2], Gen.Double[-3, 3], Gen.Double[0.05, 2]).Sample((a, aError, b, bError) =>
        {
            double low = new ProductDistribution(a, aError, b, bError).Quantile(0.025);
            return Bits.Close([low], [-new ProductDistribution(-a, aError, b, bError).Quantile(0.975)], relative: 1e-8)
                && Bits.Close([low], [new ProductDistribution(b, bError, a, aError).Quantile(0.025)], relative: 1e-6);
        });

    [Fact]
    public void Towns_give_the_errors_of_the_clustered_regressions()
    {
        MediationAnalysisResult result = Estimate(MediationSamples.Firms, MediationSamples.Model);
        CoefficientTable mediator = ClusterRobustRegression.Estimate(
            MediationSamples.Firms,
            new ClusterRobustRegressionOptions { Model = new ModelSpecification { Outcome = "m", Terms = ["ac", "x"] } },
            cancellationToken: TestContext.Current.CancellationToken).Coefficients;

        result.AStandardError.ShouldBe(mediator.StandardErrors[2]);
        result.A.ShouldBe(mediator.Estimates[2]);
    }

    [Fact]
    public void Gaps_are_dropped_and_counted_and_a_determined_covariate_is_named()
    {
        RegressionSample gappy = new(Table.Of(
            "sample",
            Column.Of("y", [.. MediationSamples.Firms.Data.Numbers("y"), double.NaN]),
            Column.Of("x", [.. MediationSamples.Firms.Data.Numbers("x"), 1]),
            Column.Of("m", [.. MediationSamples.Firms.Data.Numbers("m"), 1]),
            Column.Of("ac", [.. MediationSamples.Firms.Data.Numbers("ac"), 1]),
            Column.Of("twice", [.. MediationSamples.Firms.Data.Numbers("ac").Select(value => 2 * value), 1])));
        MediationAnalysisResult result = Estimate(gappy, MediationSamples.Model with { Covariates = ["ac", "twice"] });

        result.Rows.Count.ShouldBe(20);
        result.Notes.Select(note => note.Code).ShouldBe(["aliased-terms", "dropped-rows"]);
        result.Indirect.ShouldBe(0.519705120542 * 0.913724016520, tolerance: 1e-11);
    }

    [Fact]
    public void A_total_near_zero_makes_the_proportion_say_nothing()
    {
        MediationAnalysisResult result = Estimate(
            Of([1, 2, 3, 2, 1, 3.1], [0, 0, 0, 1, 1, 1], [1, 2.2, 3, 4, 5, 9]), MediationSamples.Model with { Covariates = [] });

        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("proportion-unreliable");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        MediationModel plain = MediationSamples.Model with { Covariates = [] };
        RegressionSample six = Of([2, 4, 6, 9, 11, 18], [0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 9]);

        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 3, 4, 5], [1, 1, 1, 1, 1], [1, 2, 3, 4, 6]), plain)).Message.ShouldContain("x must vary");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 3, 4, 5], [0, 0, 1, 1, 1], [2, 2, 2, 2, 2]), plain)).Message.ShouldContain("m must vary");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 3, 4, 5], [0, 0, 1, 1, 1], [3, 3, 5, 5, 5]), plain)).Message.ShouldContain("m must vary");
        Should.Throw<ArgumentException>(() => Estimate(six, plain with { Mediators = ["m", "y2"] })).Message.ShouldContain("there were 2");
        Should.Throw<ArgumentException>(() => Estimate(six, plain with { Mediators = ["x"] })).Message.ShouldContain("x came more than once");
        Should.Throw<ArgumentException>(() => Estimate(six, plain with { Treatment = "w" })).Message.ShouldContain("no column w");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 2, 3], [0, 0, 1], [1, 2, 3]), plain)).Message.ShouldContain("3 rows and 3 terms");
        Should.Throw<ArgumentOutOfRangeException>(() => new MediationAnalysisOptions { Model = plain, Level = 1 });
    }

    private static RegressionSample Of(double[] y, double[] x, double[] m) =>
        MediationSamples.Of(y, x, m, [.. y.Select(_ => 0.0)], [.. y.Select(_ => "t")]).WithoutTowns();

    private static MediationAnalysisResult Estimate(RegressionSample sample, MediationModel model) => MediationAnalysis.Estimate(
        sample, new MediationAnalysisOptions { Model = model }, cancellationToken: TestContext.Current.CancellationToken);
}
