using MathNet.Numerics;

namespace Karkhana.Methods.Experiments;

/// <summary>Student's t.</summary>
internal sealed class StudentFamily(double df) : DistributionFamily
{
    public override double LogDensity(double x)
    {
        double ratio = x / Math.Sqrt(df) * (x / Math.Sqrt(df));
        double spread = double.IsPositiveInfinity(ratio) ? (2 * Math.Log(Math.Abs(x))) - Math.Log(df) : SpecialFunctions.Log1p(ratio);
        return SaddlePoint.LogHalfStep(df / 2) - (0.5 * Math.Log(df * Math.PI)) - ((df + 1) / 2 * spread);
    }

    public override LogTails Tails(double x) => x <= 0
        ? LogTails.OfLower(LogBeyond(-x))
        : LogTails.OfUpper(LogBeyond(x));

    public override double Quantile(double probability)
    {
        if (probability is 0 or 0.5 or 1)
        {
            return probability == 0.5 ? 0 : probability == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        double tail = Math.Min(probability, 1 - probability);
        double distance = Distance(x => -LogBeyond(x), -Math.Log(tail), double.PositiveInfinity);
        return probability < 0.5 ? -distance : distance;
    }

    // P(T > t) = ½ I_{df/(df + t²)}(df/2, ½) for t ≥ 0.
    private double LogBeyond(double t)
    {
        double square = t / Math.Sqrt(df) * (t / Math.Sqrt(df));
        if (double.IsPositiveInfinity(square))
        {
            // The leading term: the others are below its last digit where t² is not a number any more.
            return double.IsPositiveInfinity(t)
                ? double.NegativeInfinity
                : LogDensity(t) + Math.Log(t) - Math.Log(df);
        }

        return LogTails.OfBeta(1 / (1 + square), square / (1 + square), df / 2, 0.5).Lower - Math.Log(2);
    }
}
