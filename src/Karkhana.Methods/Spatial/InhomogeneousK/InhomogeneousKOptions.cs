using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the inhomogeneous K.</summary>
public sealed record InhomogeneousKOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the edge correction.</summary>
    /// <value>Isotropic unless set.</value>
    [Description("none, border, translation or isotropic.")]
    public EdgeCorrection Correction { get; init; } = EdgeCorrection.Isotropic;
}
