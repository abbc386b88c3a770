using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The interval of a share that solves the score test, by Wilson.</summary>
internal static class ScoreInterval
{
    /// <summary>Gives (s + B/2n ± √(B/n (s(1 − s) + B/4n)))/(1 + B/n), B the squared normal quantile.</summary>
    public static (double Low, double High) Of(double share, double trials, double squaredQuantile)
    {
        double part = squaredQuantile / trials;
        double centre = share + (part / 2);
        double half = Math.Sqrt(part * ((share * (1 - share)) + (part / 4)));
        return (
            share == 0 ? 0 : (centre - half) / (1 + part),
            share == 1 ? 1 : (centre + half) / (1 + part));
    }

    /// <summary>Gives the squared normal quantile of a two-sided coverage.</summary>
    public static double SquaredQuantile(double confidence)
    {
        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        return z * z;
    }
}
