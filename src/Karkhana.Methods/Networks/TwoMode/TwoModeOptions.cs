using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on two-mode networks.</summary>
public sealed record TwoModeOptions
{
    /// <summary>Gets what a shared event counts.</summary>
    /// <value><see cref="AffiliationWeight.Count"/> unless set.</value>
    [Description("What a shared event counts: 1, or 1/(actors of the event - 1).")]
    public AffiliationWeight Projection { get; init; }
}
