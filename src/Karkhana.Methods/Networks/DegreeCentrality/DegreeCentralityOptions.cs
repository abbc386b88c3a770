using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on degree centrality.</summary>
public sealed record DegreeCentralityOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged (weights of both directions added; binary: any).")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }
}
