using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the goodness-of-fit test of a curve.</summary>
public sealed record EnvelopeTestOptions
{
    /// <summary>Gets the risk of the quantiles that scale departures.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Risk of the quantiles that scale departures.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets how departures are summed up.</summary>
    /// <value>The integral of squares unless set.</value>
    [Description("dclf: integral of squares; integral: of absolute departures; mad: the greatest.")]
    public DepartureStatistic Statistic { get; init; }

    /// <summary>Gets what departures are divided by.</summary>
    /// <value>The half of the band on their side unless set.</value>
    [Description("none, quantile (width of the band), studentised, asymmetric (half of the band on that side).")]
    public DepartureScaling Scaling { get; init; } = DepartureScaling.Asymmetric;

    /// <summary>Gets what departures are measured from.</summary>
    /// <value>The convention of dbmss unless set.</value>
    [Description("package-default: sum of the simulated values / (S − 1), as dbmss; mean: their mean.")]
    public DepartureCentre Centre { get; init; }
}
