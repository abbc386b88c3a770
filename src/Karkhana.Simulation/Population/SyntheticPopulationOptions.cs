using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>What a synthetic population looks like.</summary>
public sealed record SyntheticPopulationOptions
{
    /// <summary>Gets the firms in the cluster.</summary>
    /// <value>From 0; 40 unless set.</value>
    public int Clustered { get; init => field = Require.Between(value, 0, 100_000); } = 40;

    /// <summary>Gets the dispersed firms.</summary>
    /// <value>From 0; 40 unless set.</value>
    public int Dispersed { get; init => field = Require.Between(value, 0, 100_000); } = 40;

    /// <summary>Gets the radius of the cluster, km.</summary>
    /// <value>Positive; 1.5 unless set.</value>
    public double Radius { get; init => field = Require.Positive(value); } = 1.5;

    /// <summary>Gets half the side of the square in which dispersed firms lie, km.</summary>
    /// <value>Positive; 60 unless set.</value>
    public double HalfWidth { get; init => field = Require.Positive(value); } = 60;

    /// <summary>Gets the capability functions.</summary>
    /// <value>From 1 to 64; 6 unless set.</value>
    public int Functions { get; init => field = Require.Between(value, 1, 64); } = 6;

    /// <summary>Gets the products.</summary>
    /// <value>From 1; 3 unless set.</value>
    public int Products { get; init => field = Require.Between(value, 1, 1000); } = 3;

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
