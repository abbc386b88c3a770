using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on replicator dynamics.</summary>
public sealed record ReplicatorDynamicsOptions
{
    /// <summary>Gets the times at which shares are given.</summary>
    /// <value>At least one, in any order; whole numbers from 0 in discrete time. In continuous time those below 0 look
    /// back.</value>
    [Description("Times at which shares are given; whole numbers from 0 when discrete.")]
    public required IReadOnlyList<double> Time { get; init => field = Require.Finite(value); }

    /// <summary>Gets how time runs.</summary>
    /// <value><see cref="ReplicatorTime.Continuous"/> unless set.</value>
    [Description("continuous: fitness is a growth rate; discrete: the growth factor of a step.")]
    public ReplicatorTime Dynamics { get; init; }
}
