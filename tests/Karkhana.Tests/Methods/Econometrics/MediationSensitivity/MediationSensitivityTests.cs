using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class MediationSensitivityTests
{
    private static readonly MediationSensitivityOptions Options = new() { Model = MediationSamples.Model, Replicates = 19, Correlations = [0] };

    [Fact]
    public void Without_correlation_it_is_the_product_and_at_the_observed_one_it_is_zero() => MediationSamples.All.Sample(sample =>
    {
        double a = sample.Line("m", "ac", "x").Estimates[2];
        double b = sample.Line("y", "ac", "x", "m").Estimates[3];
        MediationSensitivityResult plain = Estimate(sample, Options);
        MediationSensitivityResult atZero = Estimate(sample, Options with { Correlations = [plain.CorrelationAtZero] });
        return Bits.Close([plain.Table.Estimates[1], plain.Direct[0] + (a * b)], [a * b, sample.Line("y", "ac", "x").Estimates[2]], relative: 1e-8)
            && Math.Abs(atZero.Table.Estimates[1]) < 1e-10;
    });

    [Fact]
    public void A_common_source_of_known_strength_is_given_back()
    {
        // Errors of m and y share a residual correlation of 0.6 by construction: what is left of the indirect part is that of the true b = 0.5.
        // u and v are orthogonal to constant, x and each other and of equal length.
        double[] x = [0, 0, 0, 0, 1, 1, 1, 1];
        double[] u = [1, -1, 1, -1, 1, -1, 1, -1];
        double[] v = [1, 1, -1, -1, 1, 1, -1, -1];
        double[] m = [.. x.Select((value, row) => (2 * value) + u[row])];
        double[] y = [.. x.Select((value, row) => value + (0.5 * m[row]) + (0.6 * u[row]) + (0.8 * v[row]))];
        MediationModel model = MediationSamples.Model with { Covariates = [] };

        MediationSensitivityResult result = Estimate(
            MediationSamples.Of(y, x, m, [.. x], [.. x.Select(_ => "t")]).WithoutTowns(), Options with { Model = model, Correlations = [0, 0.6] });

        result.Table.Estimates[1].ShouldBe(2 * 1.1, tolerance: 1e-12);
        result.Table.Estimates[2].ShouldBe(2 * 0.5, tolerance: 1e-12);
        result.Direct[1].ShouldBe(1, tolerance: 1e-12);
        result.CorrelationAtZero.ShouldBe(1.1 / Math.Sqrt((1.1 * 1.1) + 0.64), tolerance: 1e-13);
        result.RSquaredAtZero.ShouldBe(1.21 / 1.85, tolerance: 1e-13);
        // Squares about the mean: m has 4·2 + 8 = 16, 8 of them residual; y = 2x + 1.1u + 0.8v has 8 + 9.68 + 5.12, 5.12 of them residual.
        result.TotalRSquaredAtZero.ShouldBe(1.21 / 1.85 * (8 / 16.0) * (5.12 / 22.8), tolerance: 1e-13);
    }

    [Fact]
    public void The_curve_falls_when_the_treatment_raises_the_mediator()
    {
        MediationSensitivityResult result = Estimate(MediationSamples.Firms, new() { Model = MediationSamples.Model, Replicates = 99 });

        result.Correlations.Count.ShouldBe(19);
        result.Table.Estimates.Skip(1).Zip(result.Table.Estimates.Skip(2)).All(pair => pair.First > pair.Second).ShouldBeTrue();
        result.CorrelationAtZero.ShouldBe(0.893425828339, tolerance: 1e-11);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits() => Bits.Same(
        Estimate(MediationSamples.Firms, Options with { Replicates = 99 }, 1).Table.ConfidenceLow,
        Estimate(MediationSamples.Firms, Options with { Replicates = 99 }, 3).Table.ConfidenceLow).ShouldBeTrue();

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Options with { Correlations = [0, 1] }).Message.ShouldContain("one was 1");
        Should.Throw<ArgumentException>(() => Options with { Correlations = [] });
        Should.Throw<ArgumentException>(() => Estimate(
            MediationSamples.Firms, Options with { Model = MediationSamples.Model with { Mediators = ["m", "ac"], Covariates = [] } })).Message.ShouldContain("there were 2");
    }

    private static MediationSensitivityResult Estimate(RegressionSample sample, MediationSensitivityOptions options, int workers = 1) =>
        MediationSensitivity.Estimate(new BootstrapSample(sample), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
