using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the m function.</summary>
public sealed record MDensityFunctionOptions : PointDistanceOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates, in km on the earth, or in the unit of travel.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the reference points.</summary>
    /// <value>Required.</value>
    [Description("Type of the reference points.")]
    public required string Reference { get; init; }

    /// <summary>Gets the type that is counted as neighbour.</summary>
    /// <value>The reference type unless set.</value>
    [Description("Type counted as neighbour; null = reference.")]
    public string? Neighbour { get; init; }

    /// <summary>Gets what the bandwidth is multiplied by.</summary>
    /// <value>From 0.001 to 1000; 1 unless set.</value>
    [Description("Multiplies the bandwidth.")]
    public double BandwidthFactor { get; init => field = Require.Between(value, 0.001, 1000); } = 1;

    /// <summary>Gets the number of pairs of reference points and all points up to which each is summed for
    /// itself.</summary>
    /// <value>From 0 to 10 000 000; 500 000 unless set. More pairs are put into narrow bins of distance, but for those of travel,
    /// which are summed always.</value>
    [Description("Number of pairs up to which each is summed for itself; more are put into narrow bins.")]
    public int DirectPairs { get; init => field = Require.Between(value, 0, DistanceSampler.MostDirectPairs); } =
        DistanceSampler.DirectPairs;
}
