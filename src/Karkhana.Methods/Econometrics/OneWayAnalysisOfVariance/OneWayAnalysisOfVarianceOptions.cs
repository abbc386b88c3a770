using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the one-way analysis of variance.</summary>
public sealed record OneWayAnalysisOfVarianceOptions
{
    /// <summary>Gets what the variances are taken to be.</summary>
    /// <value><see cref="VarianceAssumption.Pooled"/> unless set.</value>
    [Description("One variance for all groups (pooled), or one for each (welch).")]
    public VarianceAssumption Variance { get; init; } = VarianceAssumption.Pooled;
}
