using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on core numbers.</summary>
public sealed record CoreNumberOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged.")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets the degree that is used.</summary>
    /// <value><see cref="CoreDegree.Total"/> unless set; without directions all are the same.</value>
    [Description("Degree used: total counts in + out ties, so that a mutual dyad counts 2.")]
    public CoreDegree Mode { get; init; }
}
