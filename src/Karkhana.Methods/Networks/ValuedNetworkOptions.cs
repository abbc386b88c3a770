using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>How a measure reads directions and values of ties.</summary>
public abstract record ValuedNetworkOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged (strengths of both directions added, the shorter of two lengths; binary: any).")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }

    /// <summary>Gets what a value says, when values are used.</summary>
    /// <value><see cref="ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says when weighted: strength (length 1/value) or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }

    internal string InWords => $"directed = {Directed}, {TieValues.InWords(Weighted, ValueMeaning)}";
}
