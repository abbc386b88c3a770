using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the localisation of industries.</summary>
public sealed record IndustryLocalisationOptions
{
    /// <summary>Gets what the spread of an industry is compared with.</summary>
    /// <value>Total unless set.</value>
    [Description("total: share of the region in all activity; given: the reference table; uniform: equal shares.")]
    public LocalisationReference Reference { get; init; }

    /// <summary>Gets the scale of the Gini index.</summary>
    /// <value>Full unless set.</value>
    [Description("half divides the Gini by 2 (Krugman's scale, at most 0.5).")]
    public GiniScale GiniScale { get; init; }

    /// <summary>Gets a value indicating whether the Gini index is multiplied by n/(n − 1).</summary>
    /// <value>False unless set.</value>
    [Description("Multiply the Gini by n/(n - 1), n the number of regions.")]
    public bool Normalised { get; init; }
}
