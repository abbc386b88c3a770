using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on neighbours by distance.</summary>
public sealed record DistanceWeightsOptions
{
    /// <summary>Gets the neighbour rule.</summary>
    /// <value>The k nearest unless set.</value>
    [Description("Neighbour rule.")]
    public NeighbourRule Kind { get; init; }

    /// <summary>Gets the number of nearest neighbours.</summary>
    /// <value>From 1 to 10 000 and below the number of points; 4 unless set.</value>
    [Description("Number of nearest neighbours.")]
    public int K { get; init => field = Require.Between(value, 1, 10_000); } = 4;

    /// <summary>Gets the limit of the band.</summary>
    /// <value>Zero or greater; null, the default, takes the largest distance to a nearest neighbour, so that no point is
    /// without one.</value>
    [Description("Band limit; null = largest nearest-neighbour distance.")]
    public double? Upper { get; init => field = value is null ? null : Require.Between(value.Value, 0, double.MaxValue); }

    /// <summary>Gets a value indicating whether the reverse of each link is added.</summary>
    /// <value>False unless set.</value>
    [Description("Whether the reverse of each link is added.")]
    public bool Symmetric { get; init; }

    /// <summary>Gets how the weight falls with distance.</summary>
    /// <value>None unless set.</value>
    [Description("How the weight falls with distance: none 1; inverse 1/d^alpha; exponential exp(-alpha d).")]
    public WeightDecay Decay { get; init; }

    /// <summary>Gets the parameter of the decay.</summary>
    /// <value>Positive; 1 unless set.</value>
    [Description("Decay parameter.")]
    public double Alpha { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets the coding of the weights.</summary>
    /// <value>As given by the decay unless set.</value>
    [Description("Coding of the weights; row-standardised divides each row by its sum.")]
    public WeightsStyle Style { get; init; }

    /// <summary>Gets the metric.</summary>
    /// <value>Planar unless set.</value>
    [Description("great-circle: km on the WGS84 ellipsoid from longitude x and latitude y in degrees.")]
    public DistanceMetric Metric { get; init; }
}
