using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the specialisation of regions.</summary>
public sealed record RegionalSpecialisationOptions
{
    /// <summary>Gets the base of the logarithm in the entropy.</summary>
    /// <value>E unless set.</value>
    [Description("Base of the logarithm in the entropy.")]
    public LogBase LogBase { get; init; }
}
