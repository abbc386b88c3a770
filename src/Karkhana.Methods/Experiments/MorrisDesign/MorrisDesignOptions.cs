using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the design for Morris screening.</summary>
public sealed record MorrisDesignOptions
{
    /// <summary>Gets the lowest and the highest value of each input.</summary>
    /// <value>One pair per input; must be given.</value>
    [Description("One pair [low, high] per input.")]
    public required IReadOnlyList<IReadOnlyList<double>> Bounds { get; init => field = InputBounds.Checked(value, nameof(Bounds)); }

    /// <summary>Gets the number of trajectories.</summary>
    /// <value>From 1 to 1,000,000; 20 unless set.</value>
    [Description("Trajectories of one row more than inputs.")]
    public int Trajectories { get; init => field = Require.Between(value, 1, 1_000_000); } = 20;

    /// <summary>Gets the number of values that each input takes.</summary>
    /// <value>An even number from 2 to 1000; 4 unless set. A step is half of them: levels/(2(levels − 1)) of the range.</value>
    [Description("Values that each input takes, an even number.")]
    public int Levels { get; init => field = Even(value); } = 4;

    /// <summary>Gets the seed.</summary>
    /// <value>1991 unless set.</value>
    [Description("Seed.")]
    public ulong Seed { get; init; } = 1991;

    private static int Even(int value)
    {
        Require.Between(value, 2, 1000, nameof(Levels));
        Require.That(value % 2 == 0, nameof(Levels), FormattableString.Invariant($"must be an even number; it was {value}"));
        return value;
    }
}
