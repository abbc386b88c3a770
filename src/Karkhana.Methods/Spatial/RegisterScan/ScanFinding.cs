namespace Karkhana.Methods.Spatial;

/// <summary>The finding on one industry by one statistic.</summary>
/// <param name="Industry">The industry.</param>
/// <param name="Statistic">Kd or the M function.</param>
/// <param name="Points">Its establishments.</param>
/// <param name="Verdict">What the data say.</param>
public sealed record ScanFinding(string Industry, ScanStatistic Statistic, int Points, ScanVerdict Verdict)
{
    /// <summary>Gets how the curves were computed.</summary>
    public ScanMethod Method { get; init; } = ScanMethod.None;

    /// <summary>Gets the p-value of the whole curve, two-sided; NaN when not tested.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value corrected for the number of industries of the same statistic; NaN when not
    /// tested.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets the distance at which localisation (or dispersion) is strongest; else that of the strongest
    /// departure in standard deviations; NaN when there is none.</summary>
    public double PeakDistance { get; init; } = double.NaN;

    /// <summary>Gets the strongest departure in standard deviations of the draws, positive when above; NaN when there
    /// is none.</summary>
    public double Deviation { get; init; } = double.NaN;

    /// <summary>Gets the bandwidth of Kd; NaN for M and when not tested.</summary>
    public double Bandwidth { get; init; } = double.NaN;

    /// <summary>Gets the curve with its bands; null when not tested.</summary>
    public ScanCurve? Curve { get; init; }
}
