using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a Latin hypercube.</summary>
public sealed record LatinHypercubeOptions
{
    /// <summary>Gets the number of inputs.</summary>
    /// <value>From 1 to 10,000; must be given.</value>
    [Description("Number of inputs.")]
    public required int Dimensions { get; init => field = Require.Between(value, 1, 10_000); }

    /// <summary>Gets the number of points.</summary>
    /// <value>From 2 to 100,000,000 over the dimensions, for maximin at most 10,000; must be given.</value>
    [Description("Number of points; for maximin at most 10000.")]
    public required int Count { get; init => field = Require.Between(value, 2, 100_000_000); }

    /// <summary>Gets how points are placed.</summary>
    /// <value><see cref="LatinHypercubeCriterion.Random"/> unless set.</value>
    [Description("random or centred places within strata, or maximin: far from one another.")]
    public LatinHypercubeCriterion Criterion { get; init; }

    /// <summary>Gets the ranges of the inputs.</summary>
    /// <value>One pair per input, or null for the unit cube; null unless set.</value>
    [Description("One pair [low, high] per input; the unit cube when null.")]
    public IReadOnlyList<IReadOnlyList<double>>? Bounds { get; init => field = value is null ? null : InputBounds.Checked(value, nameof(Bounds)); }

    /// <summary>Gets the number of random designs that maximin starts from.</summary>
    /// <value>From 1 to 100,000; 20 unless set; not used otherwise.</value>
    [Description("Random designs of which maximin takes the best.")]
    public int Tries { get; init => field = Require.Between(value, 1, 100_000); } = 20;

    /// <summary>Gets the number of exchanges that maximin tries on the best of them.</summary>
    /// <value>From 0 to 10,000,000; 1000 unless set; not used otherwise.</value>
    [Description("Exchanges of two values of an input that maximin tries on the best design.")]
    public int Exchanges { get; init => field = Require.Between(value, 0, 10_000_000); } = 1000;

    /// <summary>Gets the seed.</summary>
    /// <value>1979 unless set.</value>
    [Description("Seed.")]
    public ulong Seed { get; init; } = 1979;
}
