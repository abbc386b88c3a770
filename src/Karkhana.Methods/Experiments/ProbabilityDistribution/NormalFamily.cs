namespace Karkhana.Methods.Experiments;

/// <summary>The normal distribution.</summary>
internal sealed class NormalFamily(double mean, double sd) : DistributionFamily
{
    private const int Steps = 3;

    public override double LogDensity(double x) => NormalTail.LogDensity((x - mean) / sd) - Math.Log(sd);

    public override LogTails Tails(double x)
    {
        double z = (x - mean) / sd;
        return double.IsNegativeInfinity(z) ? LogTails.None
            : double.IsPositiveInfinity(z) ? LogTails.All
            : new LogTails(NormalTail.LogLower(z), NormalTail.LogLower(-z));
    }

    public override double Quantile(double probability) => probability switch
    {
        0 => double.NegativeInfinity,
        1 => double.PositiveInfinity,
        <= 0.5 => mean + (sd * LowerHalf(probability)),
        _ => mean - (sd * LowerHalf(1 - probability)),
    };

    /// <summary>Gives the standard quantile of a probability up to ½; Newton steps on the logarithm finish that of the library.</summary>
    private static double LowerHalf(double probability)
    {
        double z = Math.Max(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Math.Max(probability, 1e-300)), -37);
        double target = Math.Log(probability);
        for (int step = 0; step < Steps; step++)
        {
            z -= (NormalTail.LogLower(z) - target) / NormalTail.InverseMills(z);
        }

        return z;
    }
}
