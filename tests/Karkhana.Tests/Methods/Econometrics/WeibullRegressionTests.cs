using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class WeibullRegressionTests
{
    [Fact]
    public void Forty_subjects_have_the_estimates_of_survreg()
    {
        // R 4.2.2, survival 3.5-3: survreg(Surv(time, event) ~ x + z); with cluster(g), whose errors have no factor 8/7.
        WeibullRegressionResult result = Estimate(Subjects.All());
        WeibullRegressionResult clustered = Estimate(Subjects.All(clusters: true), LikelihoodCovariance.Cluster);

        result.Coefficients.Terms.ShouldBe(["intercept", "x", "z"]);
        Bits.Close(result.Coefficients.Estimates, [1.9451060065, -0.1883992413, 0.1174467116], relative: 1e-9).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [0.13250304834, 0.09554304322, 0.16684016980], relative: 1e-8).ShouldBeTrue();
        result.Scale.ShouldBe(0.4037678596, tolerance: 1e-9);
        result.ScaleStandardError.ShouldBe(0.4037678596 * 0.13817248921, tolerance: 1e-8);
        Bits.Close([result.Fit.NullLogLikelihood, result.Fit.LogLikelihood], [-68.41601843, -66.00346574], relative: 1e-9).ShouldBeTrue();
        Bits.Close(
            [.. clustered.Coefficients.StandardErrors.Select(error => error * Math.Sqrt(7 / 8.0))], [0.12142405347, 0.11689005300, 0.21220927815], relative: 1e-8).ShouldBeTrue();
        result.HazardRatios[1].ShouldBe(Math.Exp(0.1883992413 / 0.4037678596), tolerance: 1e-8);
        result.TimeRatios[1].ShouldBe(Math.Exp(-0.1883992413), tolerance: 1e-9);
    }

    [Fact]
    public void The_scores_are_zero_at_the_estimates() => Subjects.Draws.Sample((times, events, x, z) =>
    {
        WeibullRegressionResult result = Estimate(Subjects.Of(times, events, x, z));
        (double constant, double byX, double byScale) = (0, 0, 0);
        for (int i = 0; i < times.Length; i++)
        {
            IReadOnlyList<double> b = result.Coefficients.Estimates;
            double w = (Math.Log(times[i]) - b[0] - (b[1] * x[i]) - (b[2] * z[i])) / result.Scale;
            double residual = Math.Exp(w) - (events[i] ? 1 : 0);
            (constant, byX, byScale) = (constant + residual, byX + (residual * x[i]), byScale + (residual * w) - (events[i] ? 1 : 0));
        }

        return Math.Abs(constant) < 1e-7 && Math.Abs(byX) < 1e-7 && Math.Abs(byScale) < 1e-6;
    });

    [Fact]
    public void The_unit_of_time_moves_the_constant_only() => Subjects.Draws.Sample((times, events, x, z) =>
    {
        WeibullRegressionResult plain = Estimate(Subjects.Of(times, events, x, z));
        WeibullRegressionResult days = Estimate(Subjects.Of([.. times.Select(t => 365 * t)], events, x, z));
        return Bits.Close(days.Coefficients.Estimates, [plain.Coefficients.Estimates[0] + Math.Log(365), .. plain.Coefficients.Estimates.Skip(1)], relative: 1e-8)
            && Bits.Close(days.Coefficients.StandardErrors, plain.Coefficients.StandardErrors, relative: 1e-7)
            && Bits.Close([days.Scale], [plain.Scale], relative: 1e-8)
            && Bits.Close([days.Fit.LogLikelihood], [plain.Fit.LogLikelihood - (plain.Events * Math.Log(365))], relative: 1e-9);
    });

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Subjects.All(entries: true))).Message.ShouldContain("from time 0");
        Should.Throw<ArgumentException>(() => Estimate(Subjects.All(strata: true))).Message.ShouldContain("categorical");
        Should.Throw<ArgumentException>(() => Estimate(Subjects.All() with { Survival = new SurvivalSample([0, .. Subjects.Times.Skip(1)], [.. Subjects.Events.Select(e => e == 1)]) })).Message.ShouldContain("row 1 was 0");
        Should.Throw<ArgumentException>(() => Estimate(Subjects.All() with { Survival = new SurvivalSample(Subjects.Times, new bool[40]) })).Message.ShouldContain("none of 40");
    }

    private static WeibullRegressionResult Estimate(SurvivalRegressionSample sample, LikelihoodCovariance covariance = LikelihoodCovariance.Information) =>
        WeibullRegression.Estimate(
            sample, new() { Terms = ["x", "z"], Covariance = covariance }, cancellationToken: TestContext.Current.CancellationToken);
}
