using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the test of a curve under a null model.</summary>
public sealed record CurveTestOptions
{
    /// <summary>Gets the curve.</summary>
    /// <value>The K-density unless set.</value>
    [Description("Curve: kd, m-function or m-density.")]
    public CurveTestStatistic Statistic { get; init; }

    /// <summary>Gets what chance does to the points.</summary>
    /// <value>Points change sites unless set.</value>
    [Description("random-location: points change sites with type and weight; random-labelling: types change, weights stay; population-independence: reference points stay; random-position: anywhere on a rectangle.")]
    public NullModel NullModel { get; init; }

    /// <summary>Gets the distances.</summary>
    /// <value>At least one, ascending, each zero or greater.</value>
    [Description("Distances r, ascending, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the reference points.</summary>
    /// <value>Required.</value>
    [Description("Type of the reference points.")]
    public required string Reference { get; init; }

    /// <summary>Gets the type of the neighbours.</summary>
    /// <value>The reference type unless set.</value>
    [Description("Type of the neighbours; null = reference.")]
    public string? Neighbour { get; init; }

    /// <summary>Gets a value indicating whether the weights of the points count.</summary>
    /// <value>False unless set: each point weighs 1.</value>
    [Description("Whether the weights of the points count; otherwise each weighs 1.")]
    public bool Weighted { get; init; }

    /// <summary>Gets the number of simulated patterns.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of simulated patterns.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the risk of the bands.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Risk of the bands.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets how the band is drawn.</summary>
    /// <value>For the whole curve unless set.</value>
    [Description("Band given as lower and upper: global-iterative or pointwise.")]
    public EnvelopeType Type { get; init; } = EnvelopeType.GlobalIterative;

    /// <summary>Gets the rule of the bandwidth of the K-density.</summary>
    /// <value>Silverman unless set.</value>
    [Description("Rule of the bandwidth of kd.")]
    public DistanceBandwidth Bandwidth { get; init; }

    /// <summary>Gets what the bandwidth is multiplied by.</summary>
    /// <value>From 0.001 to 1000; 1 unless set.</value>
    [Description("Multiplies the bandwidth of kd and m-density.")]
    public double BandwidthFactor { get; init => field = Require.Between(value, 0.001, 1000); } = 1;

    /// <summary>Gets the metric.</summary>
    /// <value>Planar unless set.</value>
    [Description("great-circle: km on the WGS84 ellipsoid from longitude x and latitude y in degrees.")]
    public DistanceMetric Metric { get; init; }

    /// <summary>Gets the rectangle of random positions.</summary>
    /// <value>Left, right, bottom, top; the rectangle of the points unless set.</value>
    [Description("Rectangle of random-position: left, right, bottom, top; null = that of the points.")]
    public IReadOnlyList<double>? Window { get; init; }

    /// <summary>Gets the seed.</summary>
    /// <value>2005 unless set.</value>
    [Description("Seed of the simulated patterns.")]
    public ulong Seed { get; init; } = 2005;

    /// <summary>Gets the number of the test within a family of tests, so that each draws its own patterns.</summary>
    /// <value>From 0; 0 unless set.</value>
    [Description("Number of the test within a family.")]
    public int Substream { get; init => field = Require.Between(value, 0, int.MaxValue); }
}
