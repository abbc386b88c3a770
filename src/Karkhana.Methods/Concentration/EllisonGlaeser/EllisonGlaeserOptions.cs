using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the Ellison–Glaeser index.</summary>
public sealed record EllisonGlaeserOptions
{
    /// <summary>Gets where the reference shares come from.</summary>
    /// <value>Plants unless set.</value>
    [Description("plants: regional totals of all listed plants; given: the reference table.")]
    public PlantReference Reference { get; init; }
}
