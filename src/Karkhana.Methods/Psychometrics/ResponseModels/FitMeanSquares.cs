namespace Karkhana.Methods.Psychometrics;

/// <summary>Gathers the squared residuals of answers into infit and outfit.</summary>
/// <remarks>
/// Residual r = x − E with variance W and fourth moment C. Outfit = mean of r²/W, variance Σ(C/W²)/N² − 1/N; infit =
/// Σr²/ΣW, variance Σ(C − W²)/(ΣW)². Standardised: t = (MS^⅓ − 1)·3/q + q/3 with q² the variance of the mean square.
/// Source: Wright and Masters 1982, Rating Scale Analysis, chapter 5.
/// </remarks>
internal struct FitMeanSquares
{
    private int _count;
    private double _ratios;
    private double _kurtoses;
    private double _squares;
    private double _variances;
    private double _excess;

    public readonly double Outfit => _ratios / _count;

    public readonly double Infit => _squares / _variances;

    public readonly double OutfitStandardised =>
        Standardised(Outfit, (_kurtoses / ((double)_count * _count)) - (1.0 / _count));

    public readonly double InfitStandardised => Standardised(Infit, _excess / (_variances * _variances));

    public void Add(int category, CategoryMoments moments)
    {
        double variance = moments.Variance;
        if (!(variance > 0))
        {
            return; // an answer that was certain tells nothing about fit
        }

        double square = (category - moments.Mean) * (category - moments.Mean);
        _count++;
        _ratios += square / variance;
        _kurtoses += moments.Fourth / (variance * variance);
        _squares += square;
        _variances += variance;
        _excess += moments.Fourth - (variance * variance);
    }

    // The variance of a mean square is 0 when every answer is as likely as its opposite: then nothing can misfit.
    private static double Standardised(double meanSquare, double variance)
    {
        double deviation = Math.Sqrt(variance);
        return variance > 1e-12 ? ((Math.Cbrt(meanSquare) - 1) * 3 / deviation) + (deviation / 3) : double.NaN;
    }
}
