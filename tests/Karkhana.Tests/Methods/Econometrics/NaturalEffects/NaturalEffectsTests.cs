using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class NaturalEffectsTests
{
    private static readonly NaturalEffectsOptions Options = new() { Model = MediationSamples.Model, Replicates = 29 };

    [Fact]
    public void Twenty_firms_have_the_closed_formula()
    {
        // R 4.2.2: lm(m ~ ac + x), lm(y ~ ac + x + m + I(x * m)); (b_x + b_xm·E m(0)), (b_m + b_xm)·a, b_m·a.
        EffectTable effects = Estimate(MediationSamples.Firms, Options).Effects;

        effects.Effects.ShouldBe(["total", "natural_direct", "natural_indirect", "pure_indirect", "total_direct", "mediated_interaction"]);
        Bits.Close(
            effects.Estimates,
            [0.798456049363, 0.253920013398, 0.544536035966, 0.413610894431, 0.798456049363 - 0.413610894431, 0.544536035966 - 0.413610894431],
            relative: 1e-11).ShouldBeTrue();
    }

    [Fact]
    public void Without_interaction_they_are_product_and_direct_coefficient() => MediationSamples.All.Sample(sample =>
    {
        IReadOnlyList<double> effects = Estimate(sample, Options with { Interaction = false, From = 1, To = 3 }).Effects.Estimates;
        double a = sample.Line("m", "ac", "x").Estimates[2];
        IReadOnlyList<double> last = sample.Line("y", "ac", "x", "m").Estimates;
        return Bits.Close([effects[1], effects[2], effects[3]], [2 * last[2], 2 * a * last[3], 2 * a * last[3]], relative: 1e-8);
    });

    [Fact]
    public void A_binary_mediator_and_outcome_are_the_mean_over_their_cells()
    {
        // Saturated models: P(m = 1 | x) = 1/4, 3/4 and P(y = 1 | x, m) = 1/3, 1/1…: cells of sizes that keep every logit finite.
        (int X, int M, int Yes, int All)[] cells = [(0, 0, 2, 6), (0, 1, 1, 2), (1, 0, 1, 2), (1, 1, 4, 6)];
        List<(double Y, double X, double M)> rows = [.. cells.SelectMany(cell => Enumerable.Range(0, cell.All).Select(i => (i < cell.Yes ? 1.0 : 0, (double)cell.X, (double)cell.M)))];
        RegressionSample sample = MediationSamples.Of(
            [.. rows.Select(row => row.Y)], [.. rows.Select(row => row.X)], [.. rows.Select(row => row.M)], [.. rows.Select(_ => 0.0)], [.. rows.Select(_ => "t")]).WithoutTowns();
        NaturalEffectsOptions logits = Options with
        {
            Model = MediationSamples.Model with { Covariates = [] },
            Mediator = ResponseModel.Logit,
            Outcome = ResponseModel.Logit,
        };

        IReadOnlyList<double> effects = Estimate(sample, logits).Effects.Estimates;

        double ones = (0.25 * 0.5) + (0.75 * 4 / 6);
        double zeros = (0.75 * 2 / 6) + (0.25 * 0.5);
        double direct = (0.75 * 0.5) + (0.25 * 4 / 6);
        double indirect = (0.25 * 2 / 6) + (0.75 * 0.5);
        Bits.Close(effects, [ones - zeros, direct - zeros, ones - direct, indirect - zeros, ones - indirect, ones - direct - indirect + zeros], relative: 1e-9).ShouldBeTrue();
    }

    [Fact]
    public void Draws_before_a_logit_come_near_the_integral()
    {
        // The mean of expit over a normal variable by Gauss–Hermite quadrature of the library.
        (RegressionSample sample, NaturalEffectsOptions options) = BinaryOutcome();
        CoefficientTable mediator = sample.Line("m", "x");
        double[] residuals = [.. sample.Data.Numbers("m").Zip(sample.Data.Numbers("x"), (m, x) => m - mediator.Estimates[0] - (mediator.Estimates[1] * x))];
        double spread = Math.Sqrt(residuals.Sum(e => e * e) / (residuals.Length - 2));
        IReadOnlyList<double> b = BinaryRegression.Estimate(
            sample, new BinaryRegressionOptions { Model = new ModelSpecification { Outcome = "y", Terms = ["x", "m"] } }, cancellationToken: TestContext.Current.CancellationToken).Coefficients.Estimates;
        double Mean(double a, double of) => MathNet.Numerics.Integration.GaussLegendreRule.Integrate(
            z => MathNet.Numerics.Distributions.Normal.PDF(0, 1, z) / (1 + Math.Exp(-(b[0] + (b[1] * a) + (b[2] * (mediator.Estimates[0] + (mediator.Estimates[1] * of) + (spread * z)))))), -9, 9, 256);

        IReadOnlyList<double> effects = Estimate(sample, options with { Interaction = false, Draws = 20_000 }).Effects.Estimates;

        effects[1].ShouldBe(Mean(1, 0) - Mean(0, 0), tolerance: 5e-4);
        effects[2].ShouldBe(Mean(1, 1) - Mean(1, 0), tolerance: 5e-4);
    }

    [Theory]
    [InlineData(ResponseModel.Linear)]
    [InlineData(ResponseModel.Logit)]
    public void Any_number_of_workers_gives_the_same_bits(ResponseModel outcome)
    {
        (RegressionSample sample, NaturalEffectsOptions options) = BinaryOutcome();
        EffectTable one = Estimate(sample, options with { Outcome = outcome }, 1).Effects;
        EffectTable three = Estimate(sample, options with { Outcome = outcome }, 3).Effects;

        Bits.Same(one.ConfidenceLow, three.ConfidenceLow).ShouldBeTrue();
        one.DrawsUsed[0].ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms, Options with { To = 0 })).Message.ShouldContain("they were 0 and 0");
        Should.Throw<ArgumentException>(() => Estimate(MediationSamples.Firms, Options with { Outcome = ResponseModel.Logit })).Message.ShouldContain("row 1 was 0.9");
        RegressionSample flat = MediationSamples.Of([1, 2, 4, 3, 5, 6], [0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 2, 4], [0, 0, 0, 0, 0, 0], ["t", "t", "t", "t", "t", "t"]);
        Should.Throw<ArgumentException>(() => Estimate(
            flat.WithoutTowns(), Options with { Model = MediationSamples.Model with { Covariates = [] } })).Message.ShouldContain("interaction must be told apart");
        RegressionSample apart = MediationSamples.Of([0, 0, 0, 1, 1, 1, 1], [0, 1, 0, 1, 0, 1, 1], [1, 2, 3, 5, 6, 7, 8], new double[7], ["t", "t", "t", "t", "t", "t", "t"]);
        Should.Throw<ArgumentException>(() => Estimate(
            apart.WithoutTowns(), Options with { Model = MediationSamples.Model with { Covariates = [] }, Outcome = ResponseModel.Logit })).Message.ShouldContain("a maximum");
    }

    private static (RegressionSample Sample, NaturalEffectsOptions Options) BinaryOutcome()
    {
        int[] rows = [.. Enumerable.Range(0, 80)];
        double[] x = [.. rows.Select(row => (double)(row % 2))];
        double[] m = [.. rows.Select(row => Math.Sin(row) + (row % 2))];
        double[] y = [.. rows.Select(row => Math.Cos(7 * row) + (0.5 * m[row]) > 0.3 ? 1.0 : 0)];
        return (
            MediationSamples.Of(y, x, m, new double[80], [.. rows.Select(_ => "t")]).WithoutTowns(),
            Options with { Model = MediationSamples.Model with { Covariates = [] }, Outcome = ResponseModel.Logit });
    }

    private static NaturalEffectsResult Estimate(RegressionSample sample, NaturalEffectsOptions options, int workers = 1) =>
        NaturalEffects.Estimate(new BootstrapSample(sample), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
