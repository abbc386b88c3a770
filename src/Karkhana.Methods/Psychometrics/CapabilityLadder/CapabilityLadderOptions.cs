using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the capability ladder.</summary>
public sealed record CapabilityLadderOptions
{
    /// <summary>Gets the share of the anchors of a row that must be passed.</summary>
    /// <value>From 0 to 1; 0.6 unless set.</value>
    [Description("Share of anchors to pass in a row.")]
    public double RequiredShare { get; init => field = Require.Between(value, 0, 1); } = 0.6;

    /// <summary>Gets the score that counts as passed.</summary>
    /// <value>From 0 to 3; 2 unless set.</value>
    [Description("Score that counts as passed.")]
    public double PassScore { get; init => field = Require.Between(value, 0, 3); } = 2;
}
