using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the selectivity of joint action.</summary>
public sealed record JointActionSelectivityOptions
{
    /// <summary>Gets the level from which a firm takes part.</summary>
    /// <value>Above 0 and up to 3; 1 unless set.</value>
    public double LeastLevel { get; init => field = Require.Between(value, 1e-9, 3); } = 1;

    /// <summary>Gets the level of the intervals.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;
}
