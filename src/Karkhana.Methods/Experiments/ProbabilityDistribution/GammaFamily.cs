namespace Karkhana.Methods.Experiments;

/// <summary>The gamma distribution; χ² has shape df/2 and scale 2.</summary>
internal sealed class GammaFamily(double shape, double scale) : DistributionFamily
{
    public override double LogDensity(double x)
    {
        double own = x / scale;
        return own switch
        {
            < 0 or double.PositiveInfinity => double.NegativeInfinity,
            0 when shape == 1 => -Math.Log(scale),
            0 => shape < 1 ? double.PositiveInfinity : double.NegativeInfinity,
            _ => SaddlePoint.LogPoisson(shape, own) + Math.Log(shape) - Math.Log(own) - Math.Log(scale),
        };
    }

    public override LogTails Tails(double x) => LogTails.OfGamma(x / scale, shape);

    public override double Quantile(double probability) => PositiveQuantile(probability);
}
