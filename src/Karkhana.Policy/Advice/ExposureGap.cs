namespace Karkhana.Policy;

/// <summary>How far firms of a cluster are exposed to an advantage, less the firms that they are compared with.</summary>
/// <param name="AdvantageId">The id of the advantage: <c>EE01</c>.</param>
/// <param name="Firms">The firms of the cluster whose exposure is known.</param>
/// <param name="Comparisons">Those of the comparison set.</param>
public sealed record ExposureGap(string AdvantageId, int Firms, int Comparisons)
{
    /// <summary>Gets the mean exposure in the cluster, 0 to 1.</summary>
    public double Mean { get; init; } = double.NaN;

    /// <summary>Gets the mean exposure in the comparison set.</summary>
    public double ComparisonMean { get; init; } = double.NaN;

    /// <summary>Gets the first mean less the second, in standard deviations over all firms; NaN where no gap is known.</summary>
    public double Gap { get; init; } = double.NaN;

    /// <summary>Gets the lower limit of the gap, 95 %.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Gets the upper limit.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Gets how the limits were found.</summary>
    public GapErrors Errors { get; init; } = GapErrors.Unknown;

    /// <summary>Gets a value indicating whether the gap is known.</summary>
    public bool IsKnown => !double.IsNaN(Gap);

    /// <summary>Gets a value indicating whether the whole interval lies below the comparison set.</summary>
    public bool IsBelow => High < 0;
}
