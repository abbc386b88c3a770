using System.Globalization;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>The areas of a figure: their rings, classes and colours.</summary>
internal sealed record AreaTable(string[] Groups, string[] Labels, double[][] Rings, string[] Levels, string[] Colours, string Title)
{
    public static AreaTable Of(FigureBlock figure)
    {
        FigureTable areas = FigureTable.Of(figure, "areas");
        FigureTable classes = FigureTable.Of(figure, "classes");
        return new AreaTable(
            areas.Texts("group"), areas.Texts("label"), [.. areas.Texts("outline").Select(Ring)], classes.Texts("group"),
            classes.Texts("colour"), areas.Title("group"));
    }

    /// <summary>The box around all areas.</summary>
    public GeoBox Box()
    {
        double[] all = [.. Rings.SelectMany(ring => ring)];
        return GeoBox.Around([.. all.Where((_, i) => i % 2 == 0)], [.. all.Where((_, i) => i % 2 == 1)]);
    }

    /// <summary>The colour of a class; that of missing data for a class without one.</summary>
    public string ColourOf(string group, string missing)
    {
        int place = Array.IndexOf(Levels, group);
        return place < 0 ? missing : Colours[place];
    }

    // Longitude and latitude pairs as x, y, x, y, … with the first vertex again at the end.
    private static double[] Ring(string outline)
    {
        double[] vertices = [.. outline.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return vertices.Length < 2 ? [] : [.. vertices, vertices[0], vertices[1]];
    }
}
