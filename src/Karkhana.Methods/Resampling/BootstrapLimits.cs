using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods;

/// <summary>Standard error and limits of an estimate from its bootstrap draws.</summary>
/// <remarks>
/// Bias-corrected: quantiles at Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))), z₀ = Φ⁻¹(share of draws below the estimate), a = 0 or from
/// leaving out: Σd³/(6(Σd²)^1.5). Limits are NaN when all draws lie on one side, for z₀ is then not known.
/// Source: Efron 1987, doi:10.1080/01621459.1987.10478410, equations 2.3 and 6.6.
/// </remarks>
internal readonly record struct BootstrapLimits(double StandardError, double Low, double High, int Used)
{
    public static BootstrapLimits Of(double estimate, double[] draws, double[]? leftOut, BootstrapIntervalOptions options)
    {
        double[] sorted = [.. draws.Where(double.IsFinite).Order()];
        double error = Math.Sqrt(Sums.Variance(sorted));
        if (options.Interval == BootstrapInterval.Percentile)
        {
            PercentileInterval plain = PercentileInterval.Of(sorted, options.Level);
            return new BootstrapLimits(error, plain.Low, plain.High, plain.Used);
        }

        double below = (double)sorted.Count(draw => draw < estimate) / sorted.Length;
        if (!(below > 0 && below < 1))
        {
            return new BootstrapLimits(error, double.NaN, double.NaN, sorted.Length);
        }

        double bias = Normal.InvCDF(0, 1, below);
        double acceleration = leftOut is null ? 0 : Acceleration(leftOut);
        double z = DistributionQuantiles.TwoSidedNormal(options.Level);
        double Limit(double side)
        {
            double moved = bias + side;
            return Quantiles.Type7(sorted, Normal.CDF(0, 1, bias + (moved / (1 - (acceleration * moved)))));
        }

        return new BootstrapLimits(error, Limit(-z), Limit(z), sorted.Length);
    }

    private static double Acceleration(double[] leftOut)
    {
        double[] known = [.. leftOut.Where(double.IsFinite)];
        double mean = Sums.Mean(known);
        double[] distances = [.. known.Select(value => mean - value)];
        double squares = Sums.Dot(distances, distances);
        double cubes = Sums.Sum([.. distances.Select(distance => distance * distance * distance)]);
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }
}
