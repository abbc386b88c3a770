using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on closeness.</summary>
public sealed record ClosenessCentralityOptions : ValuedNetworkOptions
{
    /// <summary>Gets which way the paths run.</summary>
    /// <value><see cref="PathDirection.Out"/> unless set.</value>
    [Description("Direction of the paths.")]
    public PathDirection Mode { get; init; }

    /// <summary>Gets what is done with nodes that are not reached.</summary>
    /// <value><see cref="ClosenessVariant.Reachable"/> unless set.</value>
    [Description("Treatment of nodes that are not reached.")]
    public ClosenessVariant Variant { get; init; }

    /// <summary>Gets a value indicating whether the sum is related to the number of nodes.</summary>
    /// <value>False unless set; the variants wasserman-faust and all-or-zero always are.</value>
    [Description("Times the nodes reached (reachable) or divided by n-1 (harmonic); the other variants always are.")]
    public bool Normalised { get; init; }
}
