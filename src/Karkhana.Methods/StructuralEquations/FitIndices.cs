namespace Karkhana.Methods;

/// <summary>How well a model reproduces means and covariances.</summary>
/// <remarks>
/// χ²₀, d₀: the model of uncorrelated variables. CFI = 1 − max(χ² − d, 0)/max(χ² − d, χ²₀ − d₀, 0); TLI = (χ²₀/d₀ −
/// χ²/d)/(χ²₀/d₀ − 1); NFI = (χ²₀ − χ²)/χ²₀; IFI = (χ²₀ − χ²)/(χ²₀ − d); RMSEA = √(G·max(χ² − d, 0)/(d·N)) for G groups,
/// limits from the noncentral chi-square at 5 % and 95 %, its p the tail at RMSEA = 0.05. Without degrees of freedom TLI
/// and RMSEA are not defined.
/// Source: Bentler 1990, doi:10.1037/0033-2909.107.2.238; Tucker and Lewis 1973, doi:10.1007/BF02291170; Bollen 1989,
/// doi:10.1177/0049124189017003004; Steiger 1990, doi:10.1207/s15327906mbr2502_4; Browne and Cudeck 1992,
/// doi:10.1177/0049124192021002005; Bentler 1995, EQS manual.
/// </remarks>
internal sealed record FitIndices
{
    private const double Tail = 0.05;
    private const double CloseFit = 0.05;

    public required double Statistic { get; init; }

    public required int DegreesOfFreedom { get; init; }

    public required double BaselineStatistic { get; init; }

    public required int BaselineDegreesOfFreedom { get; init; }

    public required double Srmr { get; init; }

    public required double LogLikelihood { get; init; }

    public required int Parameters { get; init; }

    public required int Cases { get; init; }

    public int Groups { get; init; } = 1;

    public double PValue => ChiSquare.UpperTail(Statistic, DegreesOfFreedom);

    public double Cfi
    {
        get
        {
            double excess = Math.Max(Statistic - DegreesOfFreedom, 0);
            double most = Math.Max(excess, BaselineStatistic - BaselineDegreesOfFreedom);
            return most > 0 ? 1 - (excess / most) : double.IsNaN(most) ? double.NaN : 1;
        }
    }

    public double Tli
    {
        get
        {
            double baseline = BaselineStatistic / BaselineDegreesOfFreedom;
            return DegreesOfFreedom == 0 ? double.NaN : (baseline - (Statistic / DegreesOfFreedom)) / (baseline - 1);
        }
    }

    public double Nfi => (BaselineStatistic - Statistic) / BaselineStatistic;

    public double Ifi => (BaselineStatistic - Statistic) / (BaselineStatistic - DegreesOfFreedom);

    public double Rmsea => RmseaOf(Statistic - DegreesOfFreedom);

    public double RmseaLow => Limit(1 - Tail);

    public double RmseaHigh => Limit(Tail);

    public double RmseaPValue => DegreesOfFreedom == 0 || double.IsNaN(Statistic)
        ? double.NaN
        : 1 - ChiSquare.LowerTail(Statistic, DegreesOfFreedom, CloseFit * CloseFit * Cases * DegreesOfFreedom / Groups);

    public double Aic => (2 * Parameters) - (2 * LogLikelihood);

    public double Bic => (Math.Log(Cases) * Parameters) - (2 * LogLikelihood);

    private double RmseaOf(double noncentrality) => DegreesOfFreedom == 0
        ? double.NaN
        : Math.Sqrt(Groups * Math.Max(noncentrality, 0) / ((double)DegreesOfFreedom * Cases));

    private double Limit(double probability) => DegreesOfFreedom == 0 || double.IsNaN(Statistic)
        ? double.NaN
        : RmseaOf(ChiSquare.Noncentrality(Statistic, DegreesOfFreedom, probability));
}
