using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>With what a firm begins, beside the parameters of framework 5.10.</summary>
/// <remarks>The shares that a spin-off inherits are those of framework 5.7; the rest are assumptions (<c>INF</c>).</remarks>
public sealed record EntryParameters
{
    /// <summary>Gets the workers of a firm when it begins.</summary>
    /// <value>From 1; 4 unless set.</value>
    public double Workers { get; init => field = Require.Between(value, 1, 1e6); } = 4;

    /// <summary>Gets the least share of its parent's capability that a spin-off begins with.</summary>
    /// <value>From 0 to 1; 0.6 unless set.</value>
    public double LeastInherited { get; init => field = Require.Between(value, 0, 1); } = 0.6;

    /// <summary>Gets the greatest share of its parent's capability that a spin-off begins with.</summary>
    /// <value>From 0 to 1; 0.9 unless set.</value>
    public double MostInherited { get; init => field = Require.Between(value, 0, 1); } = 0.9;

    /// <summary>Gets the greatest share of the mean capability of its place that a newcomer without a parent begins with.</summary>
    /// <value>From 0 to 1; 0.8 unless set.</value>
    public double NewcomerCapability { get; init => field = Require.Between(value, 0, 1); } = 0.8;

    /// <summary>Gets the standard deviation, in each direction, of the distance to the firm near which one settles, km.</summary>
    /// <value>Zero or greater; 0.5 unless set.</value>
    public double SettlingDistance { get; init => field = Require.Between(value, 0, 1e4); } = 0.5;

    /// <summary>Gets the trust between a spin-off and its parent at the start.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double ParentTrust { get; init => field = Require.Between(value, 0, 1); } = 0.5;
}
