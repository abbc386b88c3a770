using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on nearest-neighbour matching.</summary>
public sealed record NearestNeighbourMatchingOptions : ComparisonOptions
{
    /// <summary>Gets how many untreated units a treated one is given.</summary>
    /// <value>From 1 to 1000; 1 unless set.</value>
    [Description("Controls per treated unit.")]
    public int Ratio { get; init => field = Require.Between(value, 1, 1000); } = 1;

    /// <summary>Gets the greatest distance of a match, in standard deviations of the score.</summary>
    /// <value>Null (no limit) unless set; from 0 to 1000.</value>
    [Description("Maximum distance in score standard deviations; null for none.")]
    public double? Caliper { get; init => field = value is null ? null : Require.Between(value.Value, 0, 1000); }

    /// <summary>Gets the scale on which units are near.</summary>
    /// <value><see cref="MatchingScale.Probability"/> unless set.</value>
    [Description("Scale of the distance: the probability, or its logit.")]
    public MatchingScale Scale { get; init; }

    /// <summary>Gets the ridge penalty of the logit.</summary>
    /// <value>From 0 to 1,000,000; 0 unless set.</value>
    [Description("Ridge penalty of the logit.")]
    public double Ridge { get; init => field = Require.Between(value, 0, 1e6); }
}
