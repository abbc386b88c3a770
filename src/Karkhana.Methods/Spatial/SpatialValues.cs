using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>A number per unit, and who is whose neighbour.</summary>
/// <remarks>A missing value is refused: leaving a unit out would change the neighbours of the others.</remarks>
/// <param name="Values">The numbers, one per unit of the weights, all present and finite.</param>
/// <param name="Weights">The weights; their ids are the units.</param>
public sealed record SpatialValues(IReadOnlyList<double> Values, SpatialWeights Weights)
{
    /// <summary>Gets the number of units.</summary>
    public int Count => Values.Count;

    /// <summary>Reads the inputs <c>values</c> (id, value) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The values.</returns>
    public static SpatialValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return new SpatialValues(table.Numbers("value"), SpatialWeights.Read(request, table.Texts("id")));
    }

    /// <summary>Gives the values; refuses missing numbers, too few units and units linked with themselves.</summary>
    internal double[] Checked(int least)
    {
        double[] values = Complete(Values, Weights, nameof(Values), least);
        RefuseSelfLinks(Weights);
        return values;
    }

    /// <summary>Refuses missing or infinite numbers and names their units.</summary>
    internal static double[] Complete(IReadOnlyList<double> values, SpatialWeights weights, string name, int least = 1)
    {
        Require.SameLength(weights.Count, values.Count, name);
        Require.That(values.Count >= least, name, FormattableString.Invariant($"must have at least {least} units; it had {values.Count}"));
        int[] missing = [.. Enumerable.Range(0, values.Count).Where(unit => !double.IsFinite(values[unit]))];
        Require.That(
            missing.Length == 0, name,
            $"must be present and finite for every unit; missing for {SpatialNotes.Listed(missing.Select(unit => weights.Ids[unit]), missing.Length)}");
        return [.. values];
    }

    /// <summary>Refuses links of a unit with itself, for which the moments of the global statistics do not hold.</summary>
    internal static void RefuseSelfLinks(SpatialWeights weights)
    {
        for (int unit = 0; unit < weights.Count; unit++)
        {
            bool self = weights.NeighboursOf(unit).BinarySearch(unit) >= 0;
            Require.That(!self, "weights", self ? $"must not link a unit with itself; {weights.Ids[unit]} was linked so" : "");
        }
    }
}
