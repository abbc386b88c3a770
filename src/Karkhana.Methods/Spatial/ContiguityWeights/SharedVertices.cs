using Karkhana.Core.Errors;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Karkhana.Methods.Spatial;

/// <summary>Counts the boundary points that two regions share.</summary>
internal static class SharedVertices
{
    /// <summary>Gives the pairs of regions that share boundary points, each pair once, with the number shared.</summary>
    public static Dictionary<(int First, int Second), int> Of(RegionShapes regions, double snap, CancellationToken cancellationToken)
    {
        SnappedVertices vertices = new(snap);
        List<List<int>> regionsOf = [];
        WKTReader reader = new();
        for (int region = 0; region < regions.Ids.Count; region++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (Coordinate coordinate in Read(reader, regions, region).Coordinates)
            {
                int vertex = vertices.NumberOf(coordinate.X, coordinate.Y);
                if (vertex == regionsOf.Count)
                {
                    regionsOf.Add([]);
                }

                if (regionsOf[vertex].Count == 0 || regionsOf[vertex][^1] != region)
                {
                    regionsOf[vertex].Add(region);
                }
            }
        }

        return Pairs(regionsOf);
    }

    private static Dictionary<(int First, int Second), int> Pairs(List<List<int>> regionsOf)
    {
        Dictionary<(int First, int Second), int> pairs = [];
        foreach (List<int> sharing in regionsOf)
        {
            for (int first = 0; first < sharing.Count; first++)
            {
                for (int second = first + 1; second < sharing.Count; second++)
                {
                    (int First, int Second) pair = (sharing[first], sharing[second]);
                    pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return pairs;
    }

    private static Geometry Read(WKTReader reader, RegionShapes regions, int region)
    {
        string id = regions.Ids[region];
        Geometry shape;
        try
        {
            shape = reader.Read(regions.Shapes[region]);
        }
        catch (Exception exception) when (exception is ParseException or ArgumentException or FormatException)
        {
            throw new ArgumentException($"Shapes must be well-known text; that of {id} was not: {exception.Message}", nameof(regions), exception);
        }

        Require.That(shape is Polygon or MultiPolygon && !shape.IsEmpty, "Shapes", $"must be POLYGON or MULTIPOLYGON with points; that of {id} was {(shape.IsEmpty ? "empty" : shape.GeometryType)}");
        return shape;
    }
}
