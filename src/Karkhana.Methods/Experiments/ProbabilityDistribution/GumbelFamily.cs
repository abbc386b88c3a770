namespace Karkhana.Methods.Experiments;

/// <summary>The Gumbel distribution of the maximum.</summary>
internal sealed class GumbelFamily(double location, double scale) : DistributionFamily
{
    public override double LogDensity(double x)
    {
        double z = (x - location) / scale;
        return double.IsInfinity(z) ? double.NegativeInfinity : -z - Math.Exp(-z) - Math.Log(scale);
    }

    public override LogTails Tails(double x)
    {
        double hazard = Math.Exp(-(x - location) / scale);
        return double.IsPositiveInfinity(hazard) ? LogTails.None : LogTails.OfLower(-hazard);
    }

    public override double Quantile(double probability) => probability switch
    {
        0 => double.NegativeInfinity,
        1 => double.PositiveInfinity,
        _ => location - (scale * Math.Log(-Math.Log(probability))),
    };
}
