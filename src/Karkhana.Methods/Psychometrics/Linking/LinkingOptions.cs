using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on linking.</summary>
public sealed record LinkingOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required; the same on both scales.</value>
    [Description("Item model that both sets of parameters belong to.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets the method.</summary>
    /// <value>Stocking and Lord's unless set.</value>
    [Description("Linking method.")]
    public LinkingMethod Method { get; init; }

    /// <summary>Gets the anchor items.</summary>
    /// <value>Null, the default, takes every item that both sets name.</value>
    [Description("Anchor items; null = all items in both sets.")]
    public IReadOnlyList<string>? Anchors { get; init; }

    /// <summary>Gets whether curves are compared on both scales.</summary>
    /// <value>Haebara and Stocking-Lord: the base scale only unless set.</value>
    [Description("Compare curves on both scales instead of the base scale only.")]
    public bool Symmetric { get; init; }

    /// <summary>Gets the size of a robust z beyond which an anchor is flagged.</summary>
    /// <value>Finite and positive; 1.645 unless set.</value>
    [Description("Robust z beyond which an anchor is flagged as drifting.")]
    public double CriticalZ { get; init => field = Require.Positive(value); } = 1.645;

    /// <summary>Gets the number of nodes at which curves are compared.</summary>
    /// <value>From 3 to 2001; 61 unless set.</value>
    [Description("Nodes at which curves are compared.")]
    public int Nodes { get; init => field = Require.Between(value, 3, LatentGrid.MostNodes); } = 61;

    /// <summary>Gets the last node; the first is its negative.</summary>
    /// <value>Finite and positive; 6 unless set.</value>
    [Description("Equally spaced nodes on [-range, range], weighted by the standard normal density.")]
    public double Range { get; init => field = Require.Positive(value); } = 6;
}
