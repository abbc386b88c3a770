using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Areas shaded by class on the outline of countries, in the colours that the field expects.</summary>
internal static class AreaMapSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        AreaTable areas = AreaTable.Of(figure);
        JsonObject colour = Vega.Colour("properties.group", areas.Title, areas.Levels);
        colour["scale"]!["range"] = Vega.Texts(areas.Colours);
        JsonObject shaded = Vega.Layer(Vega.Mark("geoshape", "region", ("clip", true)), new JsonObject
        {
            ["color"] = colour,
            ["tooltip"] = Vega.Tooltip(("properties.group", areas.Title, false), ("properties.label", "Area", false)),
        });
        shaded["data"] = new JsonObject { ["values"] = Features(areas) };
        return [new VegaPanel("", MapSpec.OnLand(areas.Box(), shaded), areas.Rings.Length)];
    }

    // A ring of Vega runs with the clock, or it would mean all the world but the area.
    private static JsonArray Features(AreaTable areas) => new([.. areas.Rings.Select((ring, area) => MapSpec.Feature(
        new JsonObject { ["group"] = areas.Groups[area], ["label"] = areas.Labels[area] }, [WithTheClock(ring)]))]);

    private static double[] WithTheClock(double[] ring)
    {
        double twice = 0;
        for (int i = 0; i + 3 < ring.Length; i += 2)
        {
            twice += (ring[i] * ring[i + 3]) - (ring[i + 2] * ring[i + 1]);
        }

        return twice <= 0 ? ring : [.. Enumerable.Range(0, ring.Length / 2).Reverse().SelectMany(point => new[] { ring[2 * point], ring[(2 * point) + 1] })];
    }
}
