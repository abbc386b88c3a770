namespace Karkhana.Methods.Experiments;

/// <summary>The beta distribution.</summary>
internal sealed class BetaFamily(double a, double b) : DistributionFamily
{
    public override double LogDensity(double x) => LogDensity(x, 1 - x);

    public override LogTails Tails(double x) => LogTails.OfBeta(x, 1 - x, a, b);

    public override double Quantile(double probability)
    {
        if (probability is 0 or 1)
        {
            return probability;
        }

        // Each half is sought from its own end, where distances keep their digits.
        LogTails middle = LogTails.OfBeta(0.5, 0.5, a, b);
        bool lowerHalf = probability <= 0.5 ? Math.Log(probability) <= middle.Lower : Math.Log(1 - probability) >= middle.Upper;
        double FromEnd(double first, double second, bool direct, double target) => direct
            ? Distance(x => LogTails.OfBeta(x, 1 - x, first, second).Lower, target, 0.5)
            : Distance(x => -LogTails.OfBeta(x, 1 - x, first, second).Upper, -target, 0.5);
        bool below = probability <= 0.5;
        double log = Math.Log(below ? probability : 1 - probability);
        return lowerHalf ? FromEnd(a, b, below, log) : 1 - FromEnd(b, a, !below, log);
    }

    /// <summary>Gives the logarithm of the density at x with 1 − x given.</summary>
    public double LogDensity(double x, double rest) => x < 0 || rest < 0
        ? double.NegativeInfinity
        : x == 0 || rest == 0
            ? AtEnd(x == 0 ? a : b, x == 0 ? b : a)
            : SaddlePoint.LogBinomial(a, a + b, x, rest) + Math.Log(a) + Math.Log(b / (a + b)) - Math.Log(x) - Math.Log(rest);

    private static double AtEnd(double own, double other) =>
        own == 1 ? Math.Log(other) : own < 1 ? double.PositiveInfinity : double.NegativeInfinity;
}
