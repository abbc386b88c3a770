using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on assortativity.</summary>
public sealed record AssortativityOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged.")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets by what nodes are compared.</summary>
    /// <value><see cref="AssortativityCriterion.Degree"/> unless set.</value>
    [Description("By what nodes are compared: degree, strength (values are strengths), a given value or a given group.")]
    public AssortativityCriterion By { get; init; }
}
