namespace Karkhana.Methods.Experiments;

/// <summary>How one option differs from the baseline over replicates with common random numbers.</summary>
public sealed record PairedDifference
{
    /// <summary>Gets the option.</summary>
    public required string Option { get; init; }

    /// <summary>Gets its mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the mean of its differences from the baseline.</summary>
    public required double Difference { get; init; }

    /// <summary>Gets the standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets the difference over its error.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the two-sided p-value.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the p-value corrected for the number of options.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>Gets the limits by Student's t for this option alone.</summary>
    public required (double Low, double High) Interval { get; init; }

    /// <summary>Gets the limits that hold for all options together (Bonferroni).</summary>
    public required (double Low, double High) Simultaneous { get; init; }

    /// <summary>Gets the limits by the bootstrap; NaN without samples.</summary>
    public required (double Low, double High) Bootstrap { get; init; }

    /// <summary>Gets the share of replicates in which the option does better, equals counting half, with Wilson limits.</summary>
    public required (double Estimate, double Low, double High) Superiority { get; init; }

    /// <summary>Gets the correlation with the baseline over replicates; NaN where one does not vary.</summary>
    public required double Correlation { get; init; }

    /// <summary>Gets the variance of the difference over that of independent runs; NaN where nothing varies.</summary>
    public required double VarianceRatio { get; init; }

    /// <summary>Gets the replicates that the wanted half width takes; NaN when none is wanted.</summary>
    public required double ReplicatesNeeded { get; init; }
}
