using System.Xml.Linq;
using Karkhana.Core.Maps;

namespace Karkhana.Data.Results.Layers;

/// <summary>The style of a layer for QGIS (QML): one symbol per class.</summary>
internal static class LayerStyle
{
    private const string Outline = "120,120,120,255";

    public static string Qml(MapLayer layer)
    {
        XElement categories = new(
            "categories",
            layer.Classes.Select((entry, place) => new XElement(
                "category",
                new XAttribute("render", "true"),
                new XAttribute("symbol", place),
                new XAttribute("value", entry.Value),
                new XAttribute("label", entry.Label))));
        XElement symbols = new("symbols", layer.Classes.Select((entry, place) => Symbol(layer.Geometry, entry, place)));
        XElement renderer = new(
            "renderer-v2",
            new XAttribute("type", "categorizedSymbol"),
            new XAttribute("attr", layer.ClassColumn),
            new XAttribute("forceraster", "0"),
            new XAttribute("symbollevels", "0"),
            new XAttribute("enableorderby", "0"),
            categories,
            symbols);
        XElement qgis = new("qgis", new XAttribute("version", "3.22"), new XAttribute("styleCategories", "Symbology"), renderer);
        return new XDocument(new XDocumentType("qgis", "http://mrcc.com/qgis.dtd", "SYSTEM", null), qgis).ToString() + "\n";
    }

    private static XElement Symbol(MapGeometry geometry, MapClass entry, int place)
    {
        bool area = geometry == MapGeometry.Area;
        XElement layer = new(
            "layer",
            new XAttribute("class", area ? "SimpleFill" : "SimpleMarker"),
            new XAttribute("enabled", "1"),
            new XAttribute("locked", "0"),
            new XAttribute("pass", "0"),
            new XElement(
                "Option",
                new XAttribute("type", "Map"),
                Option("color", Rgba(entry.Colour)),
                Option("outline_color", Outline),
                Option("outline_width", area ? "0.1" : "0.2"),
                Option("outline_style", "solid"),
                Option(area ? "style" : "name", area ? "solid" : "circle")));
        return new XElement(
            "symbol",
            new XAttribute("type", area ? "fill" : "marker"),
            new XAttribute("name", place),
            new XAttribute("alpha", area ? "0.75" : "1"),
            new XAttribute("clip_to_extent", "1"),
            new XAttribute("force_rhr", "0"),
            layer);
    }

    private static XElement Option(string name, string value) => new(
        "Option", new XAttribute("name", name), new XAttribute("value", value), new XAttribute("type", "QString"));

    private static string Rgba(string colour)
    {
        byte[] parts = Convert.FromHexString(colour.TrimStart('#'));
        return FormattableString.Invariant($"{parts[0]},{parts[1]},{parts[2]},255");
    }
}
