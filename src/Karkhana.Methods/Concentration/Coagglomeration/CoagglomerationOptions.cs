using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on coagglomeration.</summary>
public sealed record CoagglomerationOptions
{
    /// <summary>Gets what the shares of industries are compared with.</summary>
    /// <value>Employment unless set.</value>
    [Description("employment: regional totals of all listed plants; mean-share: mean of the industries' shares; given: the reference table.")]
    public CoagglomerationReference Reference { get; init; }
}
