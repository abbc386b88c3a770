using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the map of hot spots.</summary>
public sealed record HotSpotsOptions
{
    /// <summary>Gets the side of a cell.</summary>
    /// <value>In kilometres, finite and positive; null, the default, takes 1.5 km, or in an area of less
    /// than 60 km a fortieth of its longer side, rounded up to 50 m; doubled until at most 10,000 cells hold
    /// establishments.</value>
    public double? CellKilometres { get; init => field = value is null ? null : Require.Positive(value.Value); }

    /// <summary>Gets what is mapped.</summary>
    /// <value>The number of firms unless set.</value>
    public HotSpotValue Value { get; init; }

    /// <summary>Gets the number of permutations.</summary>
    /// <value>From 19 to 1 000 000; 9999 unless set, so that 99 per cent can be reached among many cells.</value>
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 9999;

    /// <summary>Gets the bound on the share of false findings of local Moran.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
