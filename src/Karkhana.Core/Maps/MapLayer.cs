using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Core.Maps;

/// <summary>A layer of a map: places or areas, each with a row of facts, and the classes it is coloured by.</summary>
/// <remarks>The same layer is drawn in the report and written for geographic information systems.</remarks>
public sealed record MapLayer
{
    private MapLayer(MapGeometry geometry, IReadOnlyList<IReadOnlyList<MapVertex>> shapes, Table facts)
    {
        Geometry = geometry;
        Shapes = shapes;
        Facts = facts;
    }

    /// <summary>Gets the name, which is that of the table of facts.</summary>
    public string Name => Facts.Name;

    /// <summary>Gets the title that people read.</summary>
    public string Title => Facts.Title.Length > 0 ? Facts.Title : Name;

    /// <summary>Gets what the layer is made of.</summary>
    public MapGeometry Geometry { get; }

    /// <summary>Gets the vertices of each shape: one for a place, the ring without its repeated end for an area.</summary>
    public IReadOnlyList<IReadOnlyList<MapVertex>> Shapes { get; }

    /// <summary>Gets the facts, one row per shape.</summary>
    public Table Facts { get; }

    /// <summary>Gets the name of the column that holds the class.</summary>
    public required string ClassColumn { get; init; }

    /// <summary>Gets the classes in the order of the legend.</summary>
    public required IReadOnlyList<MapClass> Classes { get; init; }

    /// <summary>Makes a layer.</summary>
    /// <param name="geometry">Places or areas.</param>
    /// <param name="shapes">The vertices of each shape.</param>
    /// <param name="facts">One row per shape, with the column of classes.</param>
    /// <param name="classColumn">The column of classes: texts.</param>
    /// <param name="classes">The classes; every text of the column is one of them.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a shape has too few vertices or one off the earth, or a class
    /// is not listed.</exception>
    public static MapLayer Of(
        MapGeometry geometry, IReadOnlyList<IReadOnlyList<MapVertex>> shapes, Table facts, string classColumn, IReadOnlyList<MapClass> classes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(classes);
        Require.SameLength(facts.RowCount, shapes.Count, nameof(shapes));
        HashSet<string> known = [.. classes.Select(entry => entry.Value)];
        string[] strange = [.. facts.Texts(classColumn).Select(word => word ?? "").Where(word => !known.Contains(word)).Distinct()];
        Require.That(strange.Length == 0, nameof(classes), $"must list every class; these are missing: {string.Join(", ", strange)}");
        int least = geometry == MapGeometry.Point ? 1 : 3;
        Require.That(
            shapes.All(shape => geometry == MapGeometry.Point ? shape.Count == 1 : shape.Count >= least), nameof(shapes),
            geometry == MapGeometry.Point ? "must have one vertex each" : "must have at least three vertices each");
        Require.That(
            shapes.All(shape => shape.All(IsOnEarth)), nameof(shapes), "must lie within 90° of latitude and have finite longitudes");
        return new MapLayer(geometry, shapes, facts) { ClassColumn = classColumn, Classes = classes };
    }

    private static bool IsOnEarth(MapVertex vertex) => double.IsFinite(vertex.Longitude) && Math.Abs(vertex.Latitude) <= 90;
}
