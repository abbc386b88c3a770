using Karkhana.Core.Inference;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The values at which membership is nearly none, one half and nearly full.</summary>
/// <param name="Lower">Log odds −3.</param>
/// <param name="Crossover">Log odds 0.</param>
/// <param name="Upper">Log odds 3.</param>
internal sealed record FuzzySetAnchors(double Lower, double Crossover, double Upper)
{
    private const double LogOdds = 3;

    /// <summary>Gets a value indicating whether two anchors fall together, so that membership jumps.</summary>
    public bool Jumps => Lower == Crossover || Crossover == Upper;

    public static FuzzySetAnchors OfQuantiles(IEnumerable<double> values, double lower, double crossover, double upper)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return new FuzzySetAnchors(
            Quantiles.Type7(sorted, lower), Quantiles.Type7(sorted, crossover), Quantiles.Type7(sorted, upper));
    }

    /// <summary>Gives the membership of a value; NaN stays NaN. Where anchors fall together it jumps to 0 or 1.</summary>
    public double Membership(double value)
    {
        double distance = value - Crossover;
        double scale = distance >= 0 ? Upper - Crossover : Crossover - Lower;
        return distance == 0 ? 0.5 : 1 / (1 + Math.Exp(-LogOdds * distance / scale));
    }
}
