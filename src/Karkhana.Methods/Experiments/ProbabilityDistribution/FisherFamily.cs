namespace Karkhana.Methods.Experiments;

/// <summary>Fisher's F: the odds of a beta variable, times df2/df1.</summary>
internal sealed class FisherFamily(double df1, double df2) : DistributionFamily
{
    private readonly BetaFamily _beta = new(df1 / 2, df2 / 2);

    public override double LogDensity(double x)
    {
        if (x < 0 || double.IsPositiveInfinity(x))
        {
            return double.NegativeInfinity;
        }

        (double share, double rest) = Shares(x);
        double total = (df1 * x) + df2;
        double log = double.IsPositiveInfinity(total) ? Math.Log(df1) + Math.Log(x) : Math.Log(total);
        return _beta.LogDensity(share, rest) + Math.Log(df1) + Math.Log(df2) - (2 * log);
    }

    public override LogTails Tails(double x)
    {
        (double share, double rest) = Shares(Math.Max(0, x));
        return LogTails.OfBeta(share, rest, df1 / 2, df2 / 2);
    }

    public override double Quantile(double probability) => PositiveQuantile(probability);

    private (double Share, double Remainder) Shares(double x)
    {
        double odds = x * (df1 / df2);
        return double.IsPositiveInfinity(odds) ? (1, df2 / df1 / x) : (odds / (1 + odds), 1 / (1 + odds));
    }
}
