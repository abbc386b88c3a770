using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on clustering.</summary>
public sealed record ClusteringOptions
{
    /// <summary>Gets how values enter.</summary>
    /// <value><see cref="ClusteringVariant.Binary"/> unless set: values are ignored.</value>
    [Description("How values enter, read as strengths: not at all (binary), by the node's two ties (barrat), by all three (onnela).")]
    public ClusteringVariant Variant { get; init; }
}
