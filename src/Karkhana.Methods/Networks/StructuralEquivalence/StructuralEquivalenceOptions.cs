using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on structural equivalence.</summary>
public sealed record StructuralEquivalenceOptions
{
    /// <summary>Gets how ties are compared.</summary>
    /// <value><see cref="ProfileComparison.Euclidean"/> unless set.</value>
    [Description("How ties are compared; correlation is a likeness, as is jaccard.")]
    public ProfileComparison Method { get; init; }

    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values as they are; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }
}
