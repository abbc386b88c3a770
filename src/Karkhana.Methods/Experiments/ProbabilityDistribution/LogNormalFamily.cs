namespace Karkhana.Methods.Experiments;

/// <summary>The distribution of a number whose logarithm is normal.</summary>
internal sealed class LogNormalFamily(double mu, double sigma) : DistributionFamily
{
    private readonly NormalFamily _logarithm = new(mu, sigma);

    public override double LogDensity(double x) => x > 0 && !double.IsPositiveInfinity(x)
        ? _logarithm.LogDensity(Math.Log(x)) - Math.Log(x)
        : double.NegativeInfinity;

    public override LogTails Tails(double x) => x > 0 ? _logarithm.Tails(Math.Log(x)) : LogTails.None;

    public override double Quantile(double probability) => Math.Exp(_logarithm.Quantile(probability));
}
