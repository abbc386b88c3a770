using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class MultinomialRegressionTests
{
    private static readonly ModelSpecification Model = new() { Outcome = "y", Terms = ["x", "z"] };

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
    public void A_table_has_the_log_odds_ratios_and_their_errors_by_hand()
    {
        // Roles by membership: 4 core, 6 bridge, 10 isolate outside; 9 core, 6 bridge, 5 isolate inside.
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("role", (string?[])["core", "bridge", "isolate", "core", "bridge", "isolate"]), Column.Of("member", [0.0, 0, 0, 1, 1, 1])))
        {
            Weights = [4, 6, 10, 9, 6, 5],
        };

        MultinomialRegressionResult result = Estimate(sample, new() { Outcome = "role", Terms = ["member"] }, o => o with { BaseCategory = "isolate" });

        result.Categories.ShouldBe(["isolate", "bridge", "core"]);
        result.Counts.ShouldBe([15, 12, 13]);
        result.Responses.ShouldBe(["bridge", "bridge", "core", "core"]);
        result.Coefficients.Terms.ShouldBe(["intercept", "member", "intercept", "member"]);
        Bits.Close(result.Coefficients.Estimates, [Math.Log(0.6), Math.Log(2), Math.Log(0.4), Math.Log(4.5)], relative: 1e-10).ShouldBeTrue();
        result.Coefficients.StandardErrors[3].ShouldBe(Math.Sqrt((1 / 4.0) + (1 / 10.0) + (1 / 9.0) + (1 / 5.0)), tolerance: 1e-10);
        result.RelativeRiskRatios[1].ShouldBe(2, tolerance: 1e-10);
        double logLikelihood = (4 * Math.Log(0.2)) + (6 * Math.Log(0.3)) + (10 * Math.Log(0.5)) + (9 * Math.Log(0.45)) + (6 * Math.Log(0.3)) + (5 * Math.Log(0.25));
        result.Fit.LogLikelihood.ShouldBe(logLikelihood, tolerance: 1e-10);
        double empty = (13 * Math.Log(13 / 40.0)) + (12 * Math.Log(0.3)) + (15 * Math.Log(0.375));
        result.Fit.LikelihoodRatio.ShouldBe(2 * (logLikelihood - empty), tolerance: 1e-9);
        TermTest test = result.TermTests.ShouldHaveSingleItem();
        test.Statistic.ShouldBe(result.Fit.LikelihoodRatio, tolerance: 1e-9);
        test.DegreesOfFreedom.ShouldBe(2);
        Bits.Close([.. result.Probabilities.Select(category => category[3])], [0.25, 0.3, 0.45], relative: 1e-10).ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_satisfaction_of_tenants_has_the_estimates_of_multinom()
    {
        // R 4.2.2, nnet 7.3-18: multinom(sat ~ infl + cont, weights, reltol = 1e-15); the 18 tower cells of MASS::housing, influence as a number.
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("sat", Enumerable.Range(0, 18).Select(i => (string?)new[] { "Low", "Medium", "High" }[i % 3])),
            Column.Of("infl", Enumerable.Range(0, 18).Select(i => (double)(i / 3 % 3))),
            Column.Of("cont", Enumerable.Range(0, 18).Select(i => (double)(i / 9)))))
        {
            Weights = [21, 21, 28, 34, 22, 36, 10, 11, 36, 14, 19, 37, 17, 23, 40, 3, 5, 23],
        };

        MultinomialRegressionResult result = Estimate(sample, new() { Outcome = "sat", Terms = ["infl", "cont"] }, o => o with { BaseCategory = "Low" });

        Bits.Close(result.Coefficients.Estimates, [0.0449380426318, 0.40658337452348, 0.720398453737, -0.1926223801109, 0.00863364169567, 0.510600833973], relative: 1e-6).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [0.224964582312, 0.170829631195, 0.258492610371, 0.246654270785, 0.196250585058, 0.292614445433], relative: 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void Two_categories_give_the_logit_with_its_marginal_effects() => Draws.Sample(sample =>
    {
        RegressionSample two = (sample with { Y = [.. sample.Y.Select(y => y > 1 ? 1.0 : 0.0)] }).ToSample();
        MultinomialRegressionResult result = Estimate(two, Model);
        BinaryRegressionResult logit = BinaryRegression.Estimate(two, new() { Model = Model }, cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(result.Coefficients.Estimates, logit.Coefficients.Estimates, relative: 1e-8)
            && Bits.Close(result.Covariance, logit.Covariance, relative: 1e-8)
            && Bits.Close([.. result.AverageMarginalEffects.Skip(3)], logit.AverageMarginalEffects, relative: 1e-8)
            && Bits.Close([.. result.AverageMarginalEffectStandardErrors.Skip(3)], logit.AverageMarginalEffectStandardErrors, relative: 1e-8);
    });

    [Fact]
    public void Another_base_gives_the_same_model() => Draws.Sample(sample =>
    {
        MultinomialRegressionResult first = Estimate(sample.ToSample(), Model, o => o with { Covariance = LikelihoodCovariance.Sandwich });
        MultinomialRegressionResult third = Estimate(sample.ToSample(), Model, o => o with { BaseCategory = "3", Covariance = LikelihoodCovariance.Sandwich });
        double[] differences = [.. Enumerable.Range(0, 3).Select(term => first.Coefficients.Estimates[term] - first.Coefficients.Estimates[3 + term])];
        return third.Categories.SequenceEqual(["3", "1", "2"])
            && Bits.Close([first.Fit.LogLikelihood], [third.Fit.LogLikelihood], relative: 1e-10)
            && Bits.Close([.. third.Coefficients.Estimates.Skip(3)], differences, relative: 1e-7)
            && Bits.Close([.. first.AverageMarginalEffects.Take(3)], [.. third.AverageMarginalEffects.Skip(3).Take(3)], relative: 1e-7)
            && Bits.Close([.. first.AverageMarginalEffectStandardErrors.Take(3)], [.. third.AverageMarginalEffectStandardErrors.Skip(3).Take(3)], relative: 1e-6);
    });

    [Fact]
    public void Effects_on_all_categories_add_to_zero_and_shares_to_those_seen() => Draws.Sample(sample =>
    {
        MultinomialRegressionResult result = Estimate(sample.ToSample(), Model);
        double[] x = [.. Enumerable.Range(0, 3).Select(category => result.AverageMarginalEffects[(category * 3) + 1])];
        return Math.Abs(x.Sum()) < 1e-12
            && Enumerable.Range(0, 3).All(category => Math.Abs(result.Probabilities[category].Sum() - result.Counts[category]) < 1e-8);
    });

    [Fact]
    public void Whole_weights_are_repeated_rows() => Gen.Select(Draws, Gen.Int[1, 3].Array[70]).Sample((sample, counts) =>
    {
        int[] repeated = [.. Enumerable.Range(0, sample.Rows).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
        RegressionSample weighted = sample.ToSample() with { Weights = [.. Enumerable.Range(0, sample.Rows).Select(row => (double)counts[row])] };
        MultinomialRegressionResult byWeight = Estimate(weighted, Model, o => o with { Covariance = LikelihoodCovariance.Sandwich });
        MultinomialRegressionResult byRow = Estimate(sample.InOrder(repeated).ToSample(), Model, o => o with { Covariance = LikelihoodCovariance.Sandwich });
        return Bits.Close(byWeight.Coefficients.Estimates, byRow.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close(byWeight.Covariance, byRow.Covariance, relative: 1e-7)
            && Bits.Close([.. byWeight.TermTests.Select(test => test.Statistic)], [.. byRow.TermTests.Select(test => test.Statistic)], relative: 1e-6);
    });

    [Fact]
    public void A_level_that_a_category_never_has_is_named_with_the_category()
    {
        RegressionSample sample = new(Table.Of(
            "sample",
            Column.Of("y", (string?[])["lo", "lo", "mid", "mid", "lo", "hi", "mid", "hi", "hi", "hi", "hi", "lo"]),
            Column.Of("x", [1.0, 2, 2, 3, 4, 5, 2, 2.5, 1, 3.5, 1, 6]),
            Column.Of("z", [0.0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0])));

        MultinomialRegressionResult result = Estimate(sample, Model);

        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("lo: z, mid: z together part the answers without error for some rows");
        result.Coefficients.Estimates[2].ShouldBe(double.NegativeInfinity);
        result.Coefficients.Estimates[5].ShouldBe(double.NegativeInfinity);
        double.IsFinite(result.Coefficients.StandardErrors[1]).ShouldBeTrue();
        result.AverageMarginalEffects[2].ShouldBe(double.NaN);
        result.TermTests[1].Statistic.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        RegressionSample sample = new(Table.Of("sample", Column.Of("y", (string?[])["a", "b", "a", "b"]), Column.Of("x", [1.0, 2, 3, 2])));
        ModelSpecification model = new() { Outcome = "y", Terms = ["x"] };

        Should.Throw<ArgumentException>(() => Estimate(sample, model, o => o with { BaseCategory = "c" })).Message.ShouldContain("\"c\"");
        RegressionSample same = new(Table.Of("sample", Column.Of("y", (string?[])["a", "a", "a", null]), Column.Of("x", [1.0, 2, 3, 2])));
        Should.Throw<ArgumentException>(() => Estimate(same, model)).Message.ShouldContain("all were \"a\"");
        Should.Throw<ArgumentException>(() => Estimate(sample, model with { Terms = ["w"] })).Message.ShouldContain("no column w");
    }

    private static MultinomialRegressionResult Estimate(
        RegressionSample sample, ModelSpecification model, Func<MultinomialRegressionOptions, MultinomialRegressionOptions>? set = null)
    {
        MultinomialRegressionOptions options = new() { Model = model };
        return MultinomialRegression.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}
