using Karkhana.Core.Maps;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace Karkhana.Data.Results.Layers;

/// <summary>Turns the shapes of a layer into geometries, degrees rounded to a tenth of a metre.</summary>
internal static class LayerShapes
{
    public const int Wgs84 = 4326;
    private const int Decimals = 6;

    private static readonly GeometryFactory Factory =
        NtsGeometryServices.Instance.CreateGeometryFactory(new PrecisionModel(), Wgs84);

    public static IEnumerable<Geometry> Of(MapLayer layer) => layer.Shapes.Select(
        shape => layer.Geometry == MapGeometry.Point ? Factory.CreatePoint(At(shape[0])) : (Geometry)Area(shape));

    // Outer rings run against the clock, as GeoJSON (RFC 7946) wants them.
    private static Polygon Area(IReadOnlyList<MapVertex> shape)
    {
        Coordinate[] ring = [.. shape.Select(At), At(shape[0])];
        LinearRing outer = Factory.CreateLinearRing(ring);
        return Factory.CreatePolygon(outer.IsCCW ? outer : (LinearRing)outer.Reverse());
    }

    private static Coordinate At(MapVertex vertex) =>
        new(Math.Round(vertex.Longitude, Decimals), Math.Round(vertex.Latitude, Decimals));
}
