using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on relatedness.</summary>
public sealed record RelatednessOptions
{
    /// <summary>Gets the normalisation.</summary>
    /// <value>Probability unless set.</value>
    [Description("Normalisation of the co-occurrence.")]
    public RelatednessMethod Method { get; init; }
}
