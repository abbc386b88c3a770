using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a cascade.</summary>
public sealed record ThresholdCascadeOptions
{
    /// <summary>Gets the share of active nodes among those one looks at that makes one active.</summary>
    /// <value>From 0 to 1; nodes with a threshold of their own in the table of nodes keep that.</value>
    [Description("Active share of the out-neighbours that makes a node active; nodes with a threshold of their own keep that.")]
    public required double Threshold { get; init => field = Require.Between(value, 0, 1); }

    /// <summary>Gets how many nodes are active at the start, in table order.</summary>
    /// <value>From 0 to the number of nodes; 3 unless set. Not used when the table of nodes says who is.</value>
    [Description("Number of initially active nodes in table order; not used when the table nodes has the column seed.")]
    public int Seeds { get; init => field = Require.Between(value, 0, int.MaxValue); } = 3;
}
