using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Regions with their shapes.</summary>
/// <param name="Ids">The ids, all different.</param>
/// <param name="Shapes">The shapes as well-known text, POLYGON or MULTIPOLYGON, one per id.</param>
public sealed record RegionShapes(IReadOnlyList<string> Ids, IReadOnlyList<string> Shapes)
{
    /// <summary>Reads the input <c>regions</c> (id, wkt) of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The regions.</returns>
    public static RegionShapes Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("regions");
        return new RegionShapes(table.Texts("id"), table.Texts("wkt"));
    }

    /// <summary>Refuses ids that come twice and lists of different length.</summary>
    internal void Check()
    {
        Require.SameLength(Ids.Count, Shapes.Count, nameof(Shapes));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string id in Ids)
        {
            Require.That(seen.Add(id), nameof(Ids), $"must have each id once; {id} came again");
        }
    }
}
