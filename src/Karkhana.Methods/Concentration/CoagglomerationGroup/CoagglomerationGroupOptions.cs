using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the coagglomeration of a group.</summary>
public sealed record CoagglomerationGroupOptions
{
    /// <summary>Gets the members of the group.</summary>
    /// <value>At least two different industries among those of the plants; required.</value>
    [Description("Members of the group: at least two industries.")]
    public required IReadOnlyList<string> Industries { get; init; }

    /// <summary>Gets where the reference shares come from.</summary>
    /// <value>Plants unless set.</value>
    [Description("plants: regional totals of all listed plants, also those outside the group; given: the reference table.")]
    public PlantReference Reference { get; init; }
}
