using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the delineation of clusters.</summary>
public sealed record ClusterDelineationOptions
{
    /// <summary>Gets how clusters are drawn.</summary>
    /// <value>DBSCAN unless set.</value>
    public ClusterMethod Method { get; init; }

    /// <summary>Gets the radius of DBSCAN.</summary>
    /// <value>In kilometres, finite and positive; 1.5 unless set.</value>
    public double RadiusKilometres { get; init => field = Require.Positive(value); } = 1.5;

    /// <summary>Gets the firms that a core firm needs within the radius, itself included.</summary>
    /// <value>At least 2; 8 unless set. HDBSCAN takes it for its core distance and as the least size of a cluster.</value>
    public int LeastFirms { get; init => field = Require.Between(value, 2, int.MaxValue); } = 8;

    /// <summary>Gets the radii over which stability is measured.</summary>
    /// <value>In kilometres, each finite and positive; 0.75, 1, 1.5, 2 and 3 unless set.</value>
    public IReadOnlyList<double> StabilityRadii { get; init; } = [0.75, 1, 1.5, 2, 3];

    /// <summary>Gets the mean overlap below which a cluster is called unstable.</summary>
    /// <value>From 0 to 1; 0.6 unless set.</value>
    public double LeastJaccard { get; init => field = Require.Between(value, 0, 1); } = 0.6;

    /// <summary>Gets the number of random labellings of the test.</summary>
    /// <value>From 19; 199 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 199;

    /// <summary>Gets the risk of a false finding.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the grid to which centres and outlines are rounded, so that they show no firm's place.</summary>
    /// <value>In metres, finite and positive; 500 unless set.</value>
    public double GridMetres { get; init => field = Require.Positive(value); } = 500;

    /// <summary>Gets what is known of an earlier date, for growth.</summary>
    /// <value>Nothing unless set.</value>
    public EarlierState? Earlier { get; init; }
}
