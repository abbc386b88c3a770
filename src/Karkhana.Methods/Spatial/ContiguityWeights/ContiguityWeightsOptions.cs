using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on neighbours by contiguity.</summary>
public sealed record ContiguityWeightsOptions
{
    /// <summary>Gets the criterion.</summary>
    /// <value>Queen unless set.</value>
    [Description("queen: at least one shared boundary point; rook: more than one.")]
    public ContiguityCriterion Criterion { get; init; }

    /// <summary>Gets the order.</summary>
    /// <value>1 or 2; 1 unless set.</value>
    [Description("1, or 2 = neighbours of neighbours without self and first order.")]
    public int Order { get; init => field = Require.Between(value, 1, 2); } = 1;

    /// <summary>Gets the tolerance of coordinates.</summary>
    /// <value>Zero or greater, in the unit of the coordinates; 1.5e-8 unless set.</value>
    [Description("Coordinate tolerance, in the unit of the coordinates.")]
    public double Snap { get; init => field = Require.Between(value, 0, double.MaxValue); } = 1.5e-8;
}
