using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class McDonaldOmegaTests
{
    [Theory]
    [InlineData(FactorEstimator.Ml)]
    [InlineData(FactorEstimator.Minres)]
    public void Four_standardised_items_have_the_omega_of_the_framework(FactorEstimator estimator)
    {
        McDonaldOmegaResult result = Estimate(
            FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 50), new() { Estimator = estimator });

        result.Omega.ShouldBe(0.74944568, tolerance: 5e-9);
        result.OmegaObserved.ShouldBe(result.Omega, tolerance: 1e-9);
        result.AverageVarianceExtracted.ShouldBe(0.435, tolerance: 1e-9);
        result.CompositeReliability.ShouldBe(result.Omega, tolerance: 1e-9);
        result.DegreesOfFreedom.ShouldBe(2);
        Bits.Close([result.Statistic], [estimator == FactorEstimator.Ml ? 0 : double.NaN], relative: 1e-9).ShouldBeTrue();
        result.ConfLow.ShouldBe(double.NaN);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Polychoric_omega_is_that_of_the_variables_behind_the_answers()
    {
        // One factor with loadings 0.8, cut into halves: the answers lose reliability, the variables behind them do not.
        RandomStream stream = new(5, RandomPurpose.Example, 1);
        double[] factor = [.. Enumerable.Range(0, 4000).Select(_ => stream.NextGaussian())];
        double[][] halves = [.. Enumerable.Range(0, 5).Select(_ => factor.Select(value =>
            (0.8 * value) + (0.6 * stream.NextGaussian()) > 0 ? 1.0 : 0).ToArray())];

        double latent = Estimate(halves, new() { Correlation = ItemCorrelation.Polychoric, Estimator = FactorEstimator.Minres }).Omega;
        double plain = Estimate(halves).Omega;

        latent.ShouldBe(16 / (16 + 1.8), tolerance: 0.01);
        plain.ShouldBeLessThan(latent - 0.05);
    }

    [Fact]
    public void Ml_is_on_the_scale_of_the_items_with_divisor_n()
    {
        // Standard deviations 1, 2, 3 with loadings 0.8, 0.7, 0.6 of the standardised items: l = 0.8, 1.4, 1.8.
        Matrix<double> deviations = Matrix<double>.Build.DenseOfDiagonalArray([1, 2, 3]);
        double[][] answers = FactorData.Exact(deviations * FactorData.Correlations(0.8, 0.7, 0.6) * deviations, 50);

        McDonaldOmegaResult result = Estimate(answers);

        double shrink = Math.Sqrt(49 / 50.0);
        Bits.Close(result.Loadings, [0.8 * shrink, 1.4 * shrink, 1.8 * shrink], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.ResidualVariances, [0.36 * 0.98, 4 * 0.51 * 0.98, 9 * 0.64 * 0.98], relative: 1e-8).ShouldBeTrue();
        result.Omega.ShouldBe(16.0 / (16.0 + 0.36 + 2.04 + 5.76), tolerance: 1e-9);
        result.Statistic.ShouldBe(0, tolerance: 1e-8);
        result.DegreesOfFreedom.ShouldBe(0);
    }

    [Fact]
    public void Equal_loadings_and_variances_make_omega_alpha()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.7, 0.7, 0.7, 0.7), 30);

        Estimate(answers).Omega.ShouldBe(
            CronbachAlpha.Estimate(FactorData.Of(answers), cancellationToken: TestContext.Current.CancellationToken).Alpha, tolerance: 1e-8);
    }

    [Theory]
    [InlineData(FactorEstimator.Ml)]
    [InlineData(FactorEstimator.Minres)]
    public void Ordinal_omega_is_that_of_the_normal_variables_behind_the_answers(FactorEstimator estimator)
    {
        // Each pair of items has P(1, 1) = 3/8 with margins of one half: every tetrachoric correlation is √½.
        string[] rows = [.. Enumerable.Repeat("000", 5), .. Enumerable.Repeat("111", 5), "001", "010", "100", "011", "101", "110"];
        double[][] answers = [.. Enumerable.Range(0, 3).Select(item => rows.Select(row => (double)(row[item] - '0')).ToArray())];

        McDonaldOmegaResult result = Estimate(answers, new() { Estimator = estimator, Correlation = ItemCorrelation.Polychoric });

        double r = Math.Sqrt(0.5);
        result.Omega.ShouldBe(3 * r / (1 + (2 * r)), tolerance: 1e-7);
        result.OmegaObserved.ShouldBe(result.Omega, tolerance: 1e-7);
        result.Loadings.ShouldAllBe(loading => Math.Abs(loading - Math.Sqrt(r)) < 1e-7);
        result.Statistic.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldContain("ordinal-reliability");
        result.Omega.ShouldBe(
            CronbachAlpha.Estimate(
                FactorData.Of(answers), new() { Correlation = ItemCorrelation.Polychoric }, cancellationToken: TestContext.Current.CancellationToken).Alpha,
            tolerance: 1e-7);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_interval_of_ordinal_omega() => FactorData.OneFactor.Sample(
        answers =>
        {
            double[][] steps = [.. answers.Select(item => item.Select(answer => (double)Math.Clamp(Math.Round(answer), -1, 1)).ToArray())];
            if (steps.Any(item => item.Distinct().Count() < 2))
            {
                return true;
            }

            McDonaldOmegaOptions options = new() { Replicates = 20, Estimator = FactorEstimator.Minres, Correlation = ItemCorrelation.Polychoric };
            McDonaldOmegaResult one = Estimate(steps, options, workers: 1);
            McDonaldOmegaResult many = Estimate(steps, options, workers: 4);
            return Bits.Same([one.ConfLow, one.ConfHigh], [many.ConfLow, many.ConfHigh]);
        },
        iter: 5);

    [Fact]
    public void Neither_order_nor_a_common_unit_matters() => FactorData.OneFactor.Sample(answers =>
    {
        McDonaldOmegaResult result = Estimate(answers);
        McDonaldOmegaResult moved = Estimate([.. answers.Reverse().Select(item => item.Reverse().Select(answer => (4 * answer) + 9).ToArray())]);
        return Bits.Close(
            [moved.Omega, moved.OmegaObserved, moved.CompositeReliability, moved.Statistic],
            [result.Omega, result.OmegaObserved, result.CompositeReliability, result.Statistic], relative: 1e-6);
    });

    [Theory]
    [InlineData(ItemCorrelation.Pearson)]
    [InlineData(ItemCorrelation.Polychoric)]
    public void The_interval_is_that_of_samples_drawn_one_by_one(ItemCorrelation correlation)
    {
        double[][] answers = [.. FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 25).Select(item => item.Select(answer => Math.Round(answer)).ToArray())];
        McDonaldOmegaOptions options = new() { Replicates = 40, Confidence = 0.9, Seed = 5, Correlation = correlation, Estimator = correlation == ItemCorrelation.Pearson ? FactorEstimator.Ml : FactorEstimator.Minres };

        McDonaldOmegaResult result = Estimate(answers, options);

        // The twin: different rows in order, their counts drawn from the same addresses, the sample written out and estimated anew.
        var rows = Enumerable.Range(0, 25).Select(row => (answers[0][row], answers[1][row], answers[2][row])).GroupBy(row => row).OrderBy(same => same.Key).ToArray();
        BootstrapCounts draws = new([.. rows.Select(same => same.Count())]);
        double[] omegas = [.. Enumerable.Range(0, 40).Select(replicate =>
        {
            int[] counts = new int[rows.Length];
            draws.Draw(new RandomStream(5, RandomPurpose.Bootstrap, replicate), counts);
            var drawn = rows.SelectMany((same, k) => Enumerable.Repeat(same.Key, counts[k])).ToArray();
            return Estimate([[.. drawn.Select(row => row.Item1)], [.. drawn.Select(row => row.Item2)], [.. drawn.Select(row => row.Item3)]], options with { Replicates = 0 }).Omega;
        }).Order()];
        result.ConfLow.ShouldBe(Quantiles.Type7(omegas, 0.05), tolerance: 1e-5);
        result.ConfHigh.ShouldBe(Quantiles.Type7(omegas, 0.95), tolerance: 1e-5);
        result.Omega.ShouldBe(Estimate(answers, options with { Replicates = 0 }).Omega);
    }

    [Fact]
    public void Any_number_of_workers_and_any_order_of_respondents_give_the_same_bits() => FactorData.OneFactor.Sample(
        answers =>
        {
            McDonaldOmegaOptions options = new() { Replicates = 50 };
            McDonaldOmegaResult one = Estimate(answers, options, workers: 1);
            McDonaldOmegaResult many = Estimate(answers, options, workers: 5);
            McDonaldOmegaResult turned = Estimate([.. answers.Select(item => item.Reverse().ToArray())], options);
            return Bits.Same([one.ConfLow, one.ConfHigh], [many.ConfLow, many.ConfHigh])
                && Bits.Close([one.ConfLow, one.ConfHigh], [turned.ConfLow, turned.ConfHigh], relative: 1e-6)
                && one.ConfLow < one.ConfHigh;
        },
        iter: 10);

    [Fact]
    public void Samples_without_variation_are_left_out_of_the_interval_and_counted()
    {
        double[][] answers = [[1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 6], [1, 1, 1, 1, 1, 2]];

        McDonaldOmegaResult result = Estimate(answers, new() { Replicates = 200, Estimator = FactorEstimator.Minres });

        Note note = result.Notes.Single(given => given.Code == "bootstrap-samples-left-out");
        note.Text.ShouldContain("of 200 samples");
        double.IsFinite(result.ConfLow).ShouldBeTrue();
    }

    [Fact]
    public void An_item_the_other_way_round_takes_from_the_sum_and_is_named()
    {
        McDonaldOmegaResult result = Estimate(FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, -0.5), 50));

        Bits.Close([.. result.Loadings.Select(loading => loading / Math.Sqrt(0.98))], [0.8, 0.7, 0.6, -0.5], relative: 1e-7).ShouldBeTrue();
        result.Omega.ShouldBe(2.56 / (2.56 + 2.26), tolerance: 1e-8);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("i4 ");
    }

    [Fact]
    public void A_heywood_case_is_noted_and_the_model_does_not_fit_exactly()
    {
        Matrix<double> r = FactorData.Correlations(0.9, 0.9, 0.9);
        (r[1, 2], r[2, 1]) = (0.6, 0.6);

        McDonaldOmegaResult result = Estimate(FactorData.Exact(r, 20));

        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("heywood-case");
        result.Statistic.ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Too_little_to_go_by_and_wrong_calls_are_refused()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 20);

        Should.Throw<ArgumentException>(() => Estimate(answers[..2])).Message.ShouldContain("at least 3 items; it held 2");
        Should.Throw<ArgumentException>(() => Estimate([.. answers.Select(item => item[..3])])).Message.ShouldContain("3 and 3");
        Should.Throw<ArgumentException>(() => Estimate([answers[0], answers[1], [.. Enumerable.Repeat(4.0, 20)]])).Message.ShouldContain("i3 is 4");
        Should.Throw<ArgumentException>(() => Estimate([answers[0], answers[1], answers[0]])).Message.ShouldContain("singular");
        Should.Throw<ArgumentOutOfRangeException>(() => new McDonaldOmegaOptions { Replicates = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new McDonaldOmegaOptions { Confidence = 1 });
    }

    private static McDonaldOmegaResult Estimate(double[][] answers, McDonaldOmegaOptions? options = null, int workers = 0) => McDonaldOmega.Estimate(
        FactorData.Of(answers), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
