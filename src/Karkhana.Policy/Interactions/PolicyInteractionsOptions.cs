using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>What can be set on interactions of policies.</summary>
public sealed record PolicyInteractionsOptions
{
    /// <summary>Gets which sets were simulated.</summary>
    /// <value><see cref="CombinationDesign.Pairs"/> unless set.</value>
    [Description("Pairs, or the full factorial of four.")]
    public CombinationDesign Design { get; init; }

    /// <summary>Gets the outcome that is to rise.</summary>
    /// <value><see cref="OutcomeNames.CapabilityMean"/> unless set.</value>
    [Description("Outcome that is to rise.")]
    public string Outcome { get; init; } = OutcomeNames.CapabilityMean;

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
