using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>Whether a measure keeps the directions of ties; values are not used.</summary>
public sealed record NetworkDirectionOptions
{
    /// <summary>Gets a value indicating whether directions are kept.</summary>
    /// <value>True unless set; false merges ties of either direction.</value>
    [Description("false: ties in either direction are merged.")]
    public bool Directed { get; init; } = true;
}
