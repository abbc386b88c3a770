using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>Which distance between points counts: on a plane, on the earth, or one that the user brings.</summary>
public abstract record PointDistanceOptions
{
    /// <summary>Gets the metric.</summary>
    /// <value>Planar unless set; it must stay so when travel is given, which takes its place.</value>
    [Description("great-circle: km on the WGS84 ellipsoid from longitude x and latitude y in degrees.")]
    public DistanceMetric Metric { get; init; }

    /// <summary>Gets a value indicating whether a row of travel says only how far it is from the first to the second
    /// point.</summary>
    /// <value>False unless set: a row holds both ways.</value>
    [Description("Whether a row of travel holds one way only; otherwise both.")]
    public bool TravelDirected { get; init; }

    /// <summary>Gets the distance up to which travel lists every pair.</summary>
    /// <value>Null or from 0. Null: every pair must be listed, or, for M, the greatest that came is taken.</value>
    [Description("Distance up to which travel lists every pair; null = not known.")]
    public double? TravelLimit { get; init => field = value is { } limit ? Require.Between(limit, 0, double.MaxValue) : null; }
}
