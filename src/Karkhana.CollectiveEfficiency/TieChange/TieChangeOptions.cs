using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the change of ties between waves.</summary>
public sealed record TieChangeOptions
{
    /// <summary>Gets over which firms the waves are compared.</summary>
    /// <value><see cref="CommonNodes.Union"/> unless set.</value>
    [Description("Firms that are compared: of either wave, or of both.")]
    public CommonNodes Nodes { get; init; }

    /// <summary>Gets the least Jaccard index for models of change between waves.</summary>
    /// <value>From 0 to 1; 0.3 unless set.</value>
    [Description("Jaccard index below which a note says that the waves lie far apart.")]
    public double LeastJaccard { get; init => field = Require.Between(value, 0, 1); } = 0.3;
}
