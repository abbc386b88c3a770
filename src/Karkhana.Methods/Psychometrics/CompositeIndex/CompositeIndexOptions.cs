using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on a composite index.</summary>
public sealed record CompositeIndexOptions
{
    /// <summary>Gets the normalisation.</summary>
    /// <value>z-score unless set.</value>
    [Description("Normalisation.")]
    public IndicatorNormalisation Normalisation { get; init; }

    /// <summary>Gets the weighting.</summary>
    /// <value>Equal unless set.</value>
    [Description("Weighting.")]
    public IndicatorWeights Weights { get; init; }

    /// <summary>Gets the aggregation.</summary>
    /// <value>Arithmetic unless set; geometric needs min-max.</value>
    [Description("Aggregation (geometric needs min-max).")]
    public IndicatorAggregation Aggregation { get; init; }

    /// <summary>Gets the lower end of the rescaled values in the geometric form.</summary>
    /// <value>From 0 to 0.99; 0 unless set, where one zero makes the score zero.</value>
    [Description("Lower end of the rescaled min-max values in the geometric form.")]
    public double Floor { get; init => field = Require.Between(value, 0, 0.99); }

    /// <summary>Gets the indicators of which a low value is good; their sign is turned first.</summary>
    /// <value>None unless set.</value>
    [Description("Indicators of which a low value is good; their sign is turned first.")]
    public IReadOnlyList<string> ReverseItems { get; init; } = [];
}
