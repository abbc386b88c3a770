using System.ComponentModel;
using System.Numerics;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the design for Sobol indices.</summary>
public sealed record SaltelliDesignOptions
{
    /// <summary>Gets the lowest and the highest value of each input.</summary>
    /// <value>One pair per input, at most 512; must be given.</value>
    [Description("One pair [low, high] per input, at most 512.")]
    public required IReadOnlyList<IReadOnlyList<double>> Bounds { get; init => field = InputBounds.Checked(value, nameof(Bounds)); }

    /// <summary>Gets the number of base points.</summary>
    /// <value>A power of 2 from 2 to 16,777,216; must be given. 1024 is usual.</value>
    [Description("Base points, a power of 2.")]
    public required int BaseCount { get; init => field = PowerOfTwo(value); }

    /// <summary>Gets a value indicating whether the rows for pairs of inputs are there.</summary>
    /// <value>True unless set: 2k + 2 rows per base point instead of k + 2.</value>
    [Description("Include the BA rows, which second-order indices need.")]
    public bool SecondOrder { get; init; } = true;

    /// <summary>Gets the number of points of the sequence left out at the start.</summary>
    /// <value>From 0 to 1,000,000,000; 0 unless set. A multiple of the base points keeps the balance.</value>
    [Description("Points of the sequence left out at the start.")]
    public int Skip { get; init => field = Require.Between(value, 0, 1_000_000_000); }

    /// <summary>Gets what is random about the base points.</summary>
    /// <value><see cref="PointRandomisation.None"/> unless set.</value>
    [Description("none, or digital-shift of the base points.")]
    public PointRandomisation Randomisation { get; init; }

    /// <summary>Gets the seed of the shift.</summary>
    /// <value>2008 unless set; not used without randomisation.</value>
    [Description("Seed of the digital shift.")]
    public ulong Seed { get; init; } = 2008;

    private static int PowerOfTwo(int value)
    {
        Require.Between(value, 2, 1 << 24, nameof(BaseCount));
        Require.That(BitOperations.IsPow2(value), nameof(BaseCount), FormattableString.Invariant($"must be a power of 2; it was {value}"));
        return value;
    }
}
