using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on a register scan.</summary>
public sealed record RegisterScanOptions
{
    /// <summary>Gets which curves are computed.</summary>
    /// <value>Kd unless set.</value>
    [Description("kd: density of distances; m-function: share among neighbours; both.")]
    public ScanStatistic Statistic { get; init; }

    /// <summary>Gets the distances of Kd.</summary>
    /// <value>Each zero or greater, one of them positive; empty, the default, takes equal steps from 0 to the median
    /// distance of two establishments that do not share a site, above 632 sites estimated from 200,000 pairs.</value>
    [Description("Distances of Kd; empty: equal steps from 0 to the median distance of two establishments.")]
    public IReadOnlyList<double> Distances { get; init; } = [];

    /// <summary>Gets the number of distances of Kd when none are given.</summary>
    /// <value>From 2 to 1000; 60 unless set.</value>
    [Description("Number of distances of Kd when none are given.")]
    public int Steps { get; init => field = Require.Between(value, 2, 1000); } = 60;

    /// <summary>Gets the radii of M.</summary>
    /// <value>Each zero or greater; empty, the default, takes up to ten radii by the scale of the register.</value>
    [Description("Radii of M; empty: up to ten, 50 m to 500 km in steps of 1, 2, 5, by the scale of the register.")]
    public IReadOnlyList<double> Radii { get; init; } = [];

    /// <summary>Gets the number of random orders of all sites.</summary>
    /// <value>From 19 to 100 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of draws, shared by all industries.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 100_000); } = 999;

    /// <summary>Gets the risk: of a false finding among the industries, and of a band on each of its sides.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Share of false findings among the industries, and risk of each side of a band.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets the establishments that an industry needs to be tested.</summary>
    /// <value>At least 3; 30 unless set.</value>
    [Description("Establishments that an industry needs to be tested.")]
    public int LeastPoints { get; init => field = Require.Between(value, 3, int.MaxValue); } = 30;

    /// <summary>Gets the number of establishments above which the draws of an industry are counted on a grid.</summary>
    /// <value>From 0; 0, the default, takes what costs least; 2147483647 never takes the grid.</value>
    [Description("Largest industry whose draws are counted pair by pair; 0: what costs least.")]
    public int ExactUpTo { get; init => field = Require.Between(value, 0, int.MaxValue); }

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the draws.")]
    public ulong Seed { get; init; } = 2003;
}
