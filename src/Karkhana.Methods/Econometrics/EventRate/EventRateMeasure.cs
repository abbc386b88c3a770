using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The event rate as a measure.</summary>
public static class EventRateMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<EventCounts, EventRateOptions, EventRateResult>(
        "econometrics.event-rate",
        "Events per unit of exposure by group, with exact Poisson intervals and rate ratios.",
        EventRate.Source,
        [new InputSpec("sample", "events, exposure; optional group")],
        [
            new OutputSpec("group", OutputShape.Vector, "groups in order; all when none are given"),
            new OutputSpec("events", OutputShape.Vector, "count"),
            new OutputSpec("exposure", OutputShape.Vector, "sum"),
            new OutputSpec("estimate", OutputShape.Vector, "events per unit of exposure"),
            new OutputSpec("conf_low", OutputShape.Vector, "exact lower limit"),
            new OutputSpec("conf_high", OutputShape.Vector, "exact upper limit"),
            new OutputSpec("dispersion", OutputShape.Vector, "Pearson chi-square over degrees of freedom; null without events or with one row"),
            new OutputSpec("ratio", OutputShape.Vector, "rate over that of the reference group"),
            new OutputSpec("ratio_low", OutputShape.Vector, "exact lower limit; null for the reference group"),
            new OutputSpec("ratio_high", OutputShape.Vector, "exact upper limit; inf when the reference group has no event"),
            new OutputSpec("p_value", OutputShape.Vector, "exact, two-sided; null for the reference group"),
        ],
        EventCounts.Read,
        EventRate.Estimate);
}
