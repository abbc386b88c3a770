using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the Halton sequence.</summary>
public sealed record HaltonSequenceOptions
{
    /// <summary>Gets the number of dimensions.</summary>
    /// <value>From 1 to 1000; must be given. Above about 10 the last dimensions move together unless there are many points.</value>
    [Description("Number of dimensions, at most 1000.")]
    public required int Dimensions { get; init => field = Require.Between(value, 1, HaltonSequence.MostDimensions); }

    /// <summary>Gets the number of points.</summary>
    /// <value>From 1 to 100,000,000 over the dimensions; must be given.</value>
    [Description("Number of points.")]
    public required int Count { get; init => field = Require.Between(value, 1, 100_000_000); }

    /// <summary>Gets the number of points left out at the start.</summary>
    /// <value>From 0 to 1,000,000,000; 0 unless set, so that the origin is the first point.</value>
    [Description("Points left out at the start.")]
    public int Skip { get; init => field = Require.Between(value, 0, 1_000_000_000); }
}
