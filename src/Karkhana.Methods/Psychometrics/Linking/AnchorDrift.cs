using Karkhana.Core.Inference;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How far each anchor moved, beside the spread of all anchors.</summary>
/// <remarks>Robust z = (d − median)/(0.74 · interquartile range): 0.74 times the range is the standard deviation of a normal
/// distribution. Source: Huynh and Meyer 2010, doi:10.7275/ycx6-e864.</remarks>
internal static class AnchorDrift
{
    private const double NormalShare = 0.74;
    private const double Rounding = 1e-9;

    /// <summary>Gives the robust z of each difference; when the anchors hardly differ 0, or ±∞ for one that stands out; NaN
    /// for a difference that is NaN.</summary>
    public static double[] RobustZ(double[] differences)
    {
        double[] sorted = [.. differences.Where(double.IsFinite).Order()]; // a slope that changed sign has no logarithm
        double median = Quantiles.Type7(sorted, 0.5);
        double spread = NormalShare * (Quantiles.Type7(sorted, 0.75) - Quantiles.Type7(sorted, 0.25));
        return [.. differences.Select(difference =>
        {
            double away = difference - median;
            return Math.Abs(away) < Rounding ? 0 : away / (spread < Rounding ? 0 : spread);
        })];
    }
}
