using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Core.Maps;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis;

/// <summary>Draws a layer of areas in the report, in the classes and colours that its files for geographic information
/// systems have.</summary>
internal static class LayerFigure
{
    public static FigureBlock Of(MapLayer layer, string labelColumn, Sentence caption, Sentence alt)
    {
        Dictionary<string, string> labels = layer.Classes.ToDictionary(entry => entry.Value, entry => entry.Label, StringComparer.Ordinal);
        string[] words = [.. layer.Facts.Texts(layer.ClassColumn).Select(word => labels[word!])];
        HashSet<string> used = [.. words];
        MapClass[] shown = [.. layer.Classes.Where(entry => used.Contains(entry.Label))];
        return new FigureBlock(
            layer.Name,
            FigureKind.AreaMap,
            new Dictionary<string, Table>
            {
                ["areas"] = Table.Of(
                    $"{layer.Name}_areas",
                    Column.Of("group", words, layer.Facts[layer.ClassColumn].Label, layer.Facts[layer.ClassColumn].Description),
                    Column.Of(
                        "label", Enumerable.Range(0, layer.Facts.RowCount).Select(row => Text(layer.Facts[labelColumn][row])),
                        layer.Facts[labelColumn].Label, layer.Facts[labelColumn].Description),
                    Column.Of("outline", layer.Shapes.Select(Outline), "Outline", "Longitude and latitude of each vertex, in degrees.")),
                ["classes"] = Table.Of(
                    $"{layer.Name}_classes",
                    Column.Of("group", shown.Select(entry => entry.Label), "Class", "Class of the map."),
                    Column.Of("colour", shown.Select(entry => entry.Colour), "Colour", "Colour of the class.")),
            },
            caption,
            alt);
    }

    private static string Outline(IReadOnlyList<MapVertex> shape) => string.Join(
        ", ", shape.Select(vertex => FormattableString.Invariant($"{vertex.Longitude:0.#####} {vertex.Latitude:0.#####}")));

    private static string? Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture);
}
