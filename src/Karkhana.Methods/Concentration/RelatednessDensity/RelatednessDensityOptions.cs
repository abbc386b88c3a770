using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on relatedness density.</summary>
public sealed record RelatednessDensityOptions
{
    /// <summary>Gets the normalisation of the relatedness.</summary>
    /// <value>Probability unless set.</value>
    [Description("Normalisation of the co-occurrence.")]
    public RelatednessMethod Method { get; init; }

    /// <summary>Gets how relatedness enters.</summary>
    /// <value>Binary unless set.</value>
    [Description("binary: 1 if relatedness > 1, else 0; weight: relatedness itself.")]
    public RelatednessLink Link { get; init; }

    /// <summary>Gets the unit.</summary>
    /// <value>Percent unless set.</value>
    [Description("percent: 0 to 100; share: 0 to 1.")]
    public RelatednessScale Scale { get; init; }
}
