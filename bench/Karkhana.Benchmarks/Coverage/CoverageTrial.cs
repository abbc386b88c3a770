using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>What one sample with known truth says of an estimator.</summary>
/// <param name="Covered">Whether the 95 % interval holds the true value: 1 or 0; NaN where there is no interval.</param>
/// <param name="Rejected">Whether a true null is rejected at 5 %: 1 or 0; NaN where there is no test.</param>
public readonly record struct CoverageTrial(double Covered, double Rejected)
{
    /// <summary>Gets what stands for an estimate that was refused.</summary>
    public static CoverageTrial Refused { get; } = new(double.NaN, double.NaN);

    /// <summary>Judges two coefficients of one fit.</summary>
    /// <param name="coefficients">The fit.</param>
    /// <param name="term">A term whose true value is known.</param>
    /// <param name="truth">That value.</param>
    /// <param name="nullTerm">A term whose true value is zero.</param>
    /// <returns>The trial.</returns>
    public static CoverageTrial Of(CoefficientTable coefficients, string term, double truth, string nullTerm)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        int place = coefficients.Find(term);
        return new CoverageTrial(
            Holds(coefficients.ConfidenceLow[place], coefficients.ConfidenceHigh[place], truth),
            coefficients.PValues[coefficients.Find(nullTerm)] <= 0.05 ? 1 : 0);
    }

    /// <summary>Judges an interval and the interval of a true null.</summary>
    /// <param name="interval">An interval.</param>
    /// <param name="truth">The true value.</param>
    /// <param name="ofNull">The interval of what is truly zero.</param>
    /// <returns>The trial.</returns>
    public static CoverageTrial Of((double Low, double High) interval, double truth, (double Low, double High) ofNull) =>
        new(Holds(interval.Low, interval.High, truth), 1 - Holds(ofNull.Low, ofNull.High, 0));

    private static double Holds(double low, double high, double truth) =>
        double.IsNaN(low + high) ? double.NaN : low <= truth && truth <= high ? 1 : 0;
}
