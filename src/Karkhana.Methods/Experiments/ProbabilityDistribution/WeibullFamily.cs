namespace Karkhana.Methods.Experiments;

/// <summary>The Weibull distribution.</summary>
internal sealed class WeibullFamily(double shape, double scale) : DistributionFamily
{
    public override double LogDensity(double x) => x switch
    {
        < 0 or double.PositiveInfinity => double.NegativeInfinity,
        0 when shape == 1 => -Math.Log(scale),
        0 => shape < 1 ? double.PositiveInfinity : double.NegativeInfinity,
        _ => Math.Log(shape / scale) + ((shape - 1) * Math.Log(x / scale)) - Math.Pow(x / scale, shape),
    };

    public override LogTails Tails(double x) => x <= 0 ? LogTails.None : LogTails.OfUpper(-Math.Pow(x / scale, shape));

    public override double Quantile(double probability) =>
        scale * Math.Pow(-MathNet.Numerics.SpecialFunctions.Log1p(-probability), 1 / shape);
}
