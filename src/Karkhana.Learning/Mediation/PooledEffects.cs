using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Bootstrap tables of several draws of the true scores, combined.</summary>
/// <remarks>All samples of all draws make one distribution, whose percentiles are the limits: each draw is resampled, so that both sources of
/// chance are in it. Source: Schomaker and Heumann 2018, doi:10.1002/sim.7654 (pooled samples after imputation).</remarks>
internal static class PooledEffects
{
    public static IEnumerable<MediatedPart> Of(
        (string Exposure, MediationForm Form, int Firms) of, IReadOnlyList<EffectTable> draws, double level) =>
        draws[0].Effects.Select((name, effect) =>
        {
            double[] estimates = [.. draws.Select(draw => draw.Estimates[effect])];
            double[] samples = [.. draws.SelectMany(draw => draw.Samples[effect]).Where(double.IsFinite)];
            double estimate = Sums.Mean(estimates);
            double variance = Sums.Variance(samples);
            PathInterval interval = samples.Length > 1 ? CoefficientDraws.Interval(estimate, samples, level) : new PathInterval(estimate, double.NaN, double.NaN);
            double between = estimates.Length > 1 ? Sums.Variance(estimates) : 0;
            return new MediatedPart(
                of.Exposure, of.Form, name, interval, Math.Sqrt(variance), variance > 0 ? Math.Min(1, between / variance) : double.NaN, of.Firms);
        });
}
