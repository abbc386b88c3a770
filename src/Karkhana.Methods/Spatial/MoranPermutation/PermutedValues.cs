using Karkhana.Core.Inference;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Values on a map and the orders of them under which a statistic is simulated.</summary>
/// <param name="Data">The values and weights.</param>
/// <param name="Permutations">One order per row: unit i takes the value of the row's i-th position, from 0.</param>
public sealed record PermutedValues(SpatialValues Data, IReadOnlyList<int[]> Permutations)
{
    /// <summary>Reads the inputs <c>values</c>, <c>weights</c> and <c>permutations</c> of a request; positions there
    /// count from 1.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The values and orders.</returns>
    public static PermutedValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PermutedValues(SpatialValues.Read(request), GivenPermutations.Read(request.Table("permutations")));
    }

    /// <summary>Refuses rows that are not permutations of the units.</summary>
    internal void Check() => GivenPermutations.Check(Permutations, Data.Count);
}
