using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the search curves of extended FAST.</summary>
public sealed record FastDesignOptions
{
    /// <summary>Gets the lowest and the highest value of each input.</summary>
    /// <value>One pair per input; must be given.</value>
    [Description("One pair [low, high] per input.")]
    public required IReadOnlyList<IReadOnlyList<double>> Bounds { get; init => field = InputBounds.Checked(value, nameof(Bounds)); }

    /// <summary>Gets the number of points of a curve.</summary>
    /// <value>From 5 to 10,000,000; 513 unless set. At least 4·harmonics² + 1.</value>
    [Description("Points of a curve, at least 4 harmonics^2 + 1.")]
    public int Count { get; init => field = Require.Between(value, 5, 10_000_000); } = 513;

    /// <summary>Gets the frequency of the input of interest.</summary>
    /// <value>From 2·harmonics to (count − 1)/(2·harmonics), or null for the latter; null unless set.</value>
    [Description("Frequency of the input of interest; the greatest, (count - 1)/(2 harmonics), when null.")]
    public int? Frequency { get; init => field = value is { } given ? Require.Between(given, 2, 1_000_000) : null; }

    /// <summary>Gets how many multiples of the frequency are to be kept apart from one another.</summary>
    /// <value>From 1 to 64; 4 unless set.</value>
    [Description("Multiples of the frequency kept apart.")]
    public int Harmonics { get; init => field = Require.Between(value, 1, 64); } = 4;

    /// <summary>Gets the number of curves per input.</summary>
    /// <value>From 1 to 10,000; 1 unless set. Two or more for intervals.</value>
    [Description("Curves per input; two or more for intervals.")]
    public int Curves { get; init => field = Require.Between(value, 1, 10_000); } = 1;

    /// <summary>Gets a value indicating whether each input starts at a random phase.</summary>
    /// <value>False unless set; must be true with more than one curve, which would otherwise be the same.</value>
    [Description("Random phase of each input; needed with more than one curve.")]
    public bool RandomPhase { get; init; }

    /// <summary>Gets the seed of the phases.</summary>
    /// <value>1999 unless set.</value>
    [Description("Seed of the phases.")]
    public ulong Seed { get; init; } = 1999;
}
