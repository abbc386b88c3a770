using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>What can be set on a comparison of policies.</summary>
public sealed record PolicyComparisonOptions
{
    /// <summary>Gets the outcome that is to rise.</summary>
    /// <value><see cref="OutcomeNames.CapabilityMean"/> unless set.</value>
    [Description("Outcome that is to rise.")]
    public string Outcome { get; init; } = OutcomeNames.CapabilityMean;

    /// <summary>Gets its standard deviation between firms, in which gains are priced.</summary>
    /// <value><see cref="OutcomeNames.CapabilitySpread"/> unless set.</value>
    [Description("Standard deviation of the outcome between firms.")]
    public string Spread { get; init; } = OutcomeNames.CapabilitySpread;

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
