namespace Karkhana.Methods.Experiments;

/// <summary>What every distribution can tell of itself.</summary>
internal abstract class DistributionFamily
{
    // Distances below the least number with all its digits are 0.
    private const double LeastNormal = 2.2250738585072014e-308;

    /// <summary>Gives the logarithm of the density, or of the probability of a count; −∞ outside the support.</summary>
    public abstract double LogDensity(double x);

    /// <summary>Gives the logarithms of both tails.</summary>
    public abstract LogTails Tails(double x);

    /// <summary>Gives the least x with P(X ≤ x) of at least the probability, which lies within [0, 1].</summary>
    public abstract double Quantile(double probability);

    /// <summary>Gives the distance from the end of a support at which the tail there, which grows with the distance, reaches a
    /// target.</summary>
    /// <remarks>Bisection on the logarithm of the distance: the last digit is reached, and no starting value can be wrong.</remarks>
    /// <param name="logTail">The logarithm of the tail at a distance.</param>
    /// <param name="target">The logarithm that it should reach.</param>
    /// <param name="most">The greatest distance; where the tail stays below its target even there, this is given back.</param>
    protected static double Distance(Func<double, double> logTail, double target, double most)
    {
        (double low, double high) = (Math.Log(LeastNormal), Math.Log(Math.Min(most, double.MaxValue)));
        double At(double log) => Math.Clamp(Math.Exp(log), LeastNormal, most);
        if (logTail(At(low)) >= target)
        {
            return 0;
        }

        if (logTail(At(high)) < target)
        {
            return most;
        }

        for (double middle = low + ((high - low) / 2); middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            (low, high) = logTail(At(middle)) < target ? (middle, high) : (low, middle);
        }

        return At(high);
    }

    /// <summary>Gives the quantile of a distribution on the positive numbers, from the tail that is smaller.</summary>
    protected double PositiveQuantile(double probability) => probability switch
    {
        0 => 0,
        1 => double.PositiveInfinity,
        <= 0.5 => Distance(x => Tails(x).Lower, Math.Log(probability), double.PositiveInfinity),
        _ => Distance(x => -Tails(x).Upper, -Math.Log(1 - probability), double.PositiveInfinity),
    };
}
