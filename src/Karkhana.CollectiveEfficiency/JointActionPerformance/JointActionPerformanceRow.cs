namespace Karkhana.CollectiveEfficiency;

/// <summary>One type of joint action against performance.</summary>
/// <param name="Type">The type.</param>
/// <param name="Firms">The firms of which both are known.</param>
/// <param name="Correlation">Spearman's correlation; NaN with too few firms or when one side does not vary.</param>
public sealed record JointActionPerformanceRow(string Type, int Firms, double Correlation)
{
    /// <summary>Gets the limits of the correlation.</summary>
    public (double Low, double High) CorrelationInterval { get; init; } = (double.NaN, double.NaN);

    /// <summary>Gets the permutation p-value, two-sided.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value corrected for the number of types; NaN for the mean over types, which repeats them.</summary>
    public double QValue { get; init; } = double.NaN;

    /// <summary>Gets the mean change by tercile of performance, low to high.</summary>
    public IReadOnlyList<double> TercileMeans { get; init; } = [];

    /// <summary>Gets the limits of each of these means; NaN for terciles with too few firms.</summary>
    public IReadOnlyList<(double Low, double High)> TercileIntervals { get; init; } = [];

    /// <summary>Gets the firms of each tercile.</summary>
    public IReadOnlyList<int> TercileFirms { get; init; } = [];

    /// <summary>Gets the mean change of the high tercile less that of the low one; NaN with too few firms.</summary>
    public double Difference { get; init; } = double.NaN;

    /// <summary>Gets the limits of the difference.</summary>
    public (double Low, double High) DifferenceInterval { get; init; } = (double.NaN, double.NaN);
}
