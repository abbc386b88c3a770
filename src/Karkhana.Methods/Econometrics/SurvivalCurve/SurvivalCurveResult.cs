using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A survival curve with limits, median and restricted mean.</summary>
public sealed record SurvivalCurveResult : IMeasureResult
{
    /// <summary>Gets the distinct times of events or of ends of watching.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    /// <summary>Gets the number at risk at each time.</summary>
    public required IReadOnlyList<int> AtRisk { get; init; }

    /// <summary>Gets the events at each time.</summary>
    public required IReadOnlyList<int> Events { get; init; }

    /// <summary>Gets the ends of watching without event at each time.</summary>
    public required IReadOnlyList<int> Censored { get; init; }

    /// <summary>Gets S just after each time.</summary>
    public required IReadOnlyList<double> Survival { get; init; }

    /// <summary>Gets the standard errors of log S; infinite where S is 0.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Gets the lower limits of S.</summary>
    public required IReadOnlyList<double> Lows { get; init; }

    /// <summary>Gets the upper limits of S.</summary>
    public required IReadOnlyList<double> Highs { get; init; }

    /// <summary>Gets the least time with S at most one half; NaN when the curve stays above.</summary>
    public required double Median { get; init; }

    /// <summary>Gets the lower limit of the median.</summary>
    public required double MedianLow { get; init; }

    /// <summary>Gets the upper limit of the median; NaN when the upper limit of the curve stays above one
    /// half.</summary>
    public required double MedianHigh { get; init; }

    /// <summary>Gets the time up to which the mean is taken.</summary>
    public required double RestrictedTo { get; init; }

    /// <summary>Gets the mean time without event up to then.</summary>
    public required double RestrictedMean { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double RestrictedMeanError { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("time", Times)
        .Vector("survival", Survival)
        .Vector("std_error", StandardErrors)
        .Vector("conf_low", Lows)
        .Vector("conf_high", Highs)
        .Vector("at_risk", AtRisk)
        .Vector("events", Events)
        .Vector("censored", Censored)
        .Scalar("median", Median)
        .Scalar("median_low", MedianLow)
        .Scalar("median_high", MedianHigh)
        .Scalar("restricted_mean", RestrictedMean)
        .Scalar("restricted_mean_std_error", RestrictedMeanError);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "survival_curve",
        Column.Of("time", Times, "Time", "", "Time of events or of ends of watching."),
        Column.Of("estimate", Survival, "Survival", "share", "Share to whom the event has not come.", recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "", "Of the logarithm of the share."),
        Column.Of("conf_low", Lows, "Low", "share", "Lower limit, at this time by itself."),
        Column.Of("conf_high", Highs, "High", "share", "Upper limit, at this time by itself."),
        Column.Of("at_risk", AtRisk, "At risk", "", "Watched, and without event before."),
        Column.Of("events", Events, "Events", "", "Events at this time."),
        Column.Of("censored", Censored, "Censored", "", "Ends of watching without event at this time."));
}
