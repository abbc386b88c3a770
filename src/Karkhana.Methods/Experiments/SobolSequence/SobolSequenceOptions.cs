using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the Sobol sequence.</summary>
public sealed record SobolSequenceOptions
{
    /// <summary>Gets the number of dimensions.</summary>
    /// <value>From 1 to 1024; must be given.</value>
    [Description("Number of dimensions, at most 1024.")]
    public required int Dimensions { get; init => field = Require.Between(value, 1, SobolDirections.MostDimensions); }

    /// <summary>Gets the number of points.</summary>
    /// <value>From 1 to 100,000,000 over the dimensions; must be given. Powers of 2 keep the balance of the sequence.</value>
    [Description("Number of points; powers of 2 keep the balance of the sequence.")]
    public required int Count { get; init => field = Require.Between(value, 1, 100_000_000); }

    /// <summary>Gets the number of points left out at the start.</summary>
    /// <value>From 0 to 1,000,000,000; 0 unless set, so that the origin is the first point.</value>
    [Description("Points left out at the start.")]
    public int Skip { get; init => field = Require.Between(value, 0, 1_000_000_000); }

    /// <summary>Gets what is random about the points.</summary>
    /// <value><see cref="PointRandomisation.None"/> unless set.</value>
    [Description("none, or digital-shift: the bits of each coordinate turned over by a pattern drawn once per dimension.")]
    public PointRandomisation Randomisation { get; init; }

    /// <summary>Gets the seed of the shift.</summary>
    /// <value>2008 unless set; not used without randomisation.</value>
    [Description("Seed of the digital shift.")]
    public ulong Seed { get; init; } = 2008;
}
