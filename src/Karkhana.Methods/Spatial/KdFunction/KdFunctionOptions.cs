using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the K-density.</summary>
public sealed record KdFunctionOptions : PointDistanceOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates, in km on the earth, or in the unit of travel.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the reference points.</summary>
    /// <value>All points unless set.</value>
    [Description("Type of the reference points; null = all points.")]
    public string? Reference { get; init; }

    /// <summary>Gets the type of the neighbours.</summary>
    /// <value>The reference type unless set.</value>
    [Description("Type of the neighbours; null = same as reference.")]
    public string? Neighbour { get; init; }

    /// <summary>Gets a value indicating whether pairs weigh the product of the weights of their points.</summary>
    /// <value>False unless set: each pair weighs 1.</value>
    [Description("Weight pairs by the product of the point weights.")]
    public bool Weighted { get; init; }

    /// <summary>Gets the rule of the bandwidth.</summary>
    /// <value>Silverman unless set.</value>
    [Description("Rule of the bandwidth, over the distances up to twice the greatest r.")]
    public DistanceBandwidth Bandwidth { get; init; }

    /// <summary>Gets what the bandwidth is multiplied by.</summary>
    /// <value>From 0.001 to 1000; 1 unless set.</value>
    [Description("Multiplies the bandwidth.")]
    public double BandwidthFactor { get; init => field = Require.Between(value, 0.001, 1000); } = 1;

    /// <summary>Gets the number of pairs up to which each is summed for itself.</summary>
    /// <value>From 0 to 10 000 000; 500 000 unless set. More pairs are counted in narrow bins of distance, but for those of
    /// travel, which are summed always.</value>
    [Description("Number of pairs up to which each is summed for itself; more are counted in narrow bins.")]
    public int DirectPairs { get; init => field = Require.Between(value, 0, DistanceSampler.MostDirectPairs); } =
        DistanceSampler.DirectPairs;
}
