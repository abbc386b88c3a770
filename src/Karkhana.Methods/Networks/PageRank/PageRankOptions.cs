using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on PageRank.</summary>
public sealed record PageRankOptions : ValuedNetworkOptions
{
    /// <summary>Gets the share of steps that follow a tie.</summary>
    /// <value>From 0 to 0.9999; 0.85 unless set.</value>
    [Description("Share of steps that follow a tie; the others jump anywhere.")]
    public double Damping { get; init => field = Require.Between(value, 0, 0.9999); } = 0.85;

    /// <summary>Gets the most iterations.</summary>
    /// <value>From 1 to 1,000,000; 10,000 unless set.</value>
    [Description("Most iterations; what was reached is noted when they do not do.")]
    public int MaxIterations { get; init => field = Require.Between(value, 1, 1_000_000); } = PowerIteration.DefaultMaxIterations;
}
