using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the distances from one point.</summary>
public sealed record DistanceOptions
{
    /// <summary>Gets the row of the origin, from 1.</summary>
    /// <value>1 unless set.</value>
    [Description("1-based row of the origin.")]
    public int From { get; init => field = Require.Between(value, 1, int.MaxValue); } = 1;

    /// <summary>Gets the metric.</summary>
    /// <value>Planar unless set.</value>
    [Description("great-circle: km on the WGS84 ellipsoid from longitude x and latitude y in degrees.")]
    public DistanceMetric Metric { get; init; }
}
