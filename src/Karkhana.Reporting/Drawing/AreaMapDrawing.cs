using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Areas shaded by class on the outline of countries.</summary>
internal static class AreaMapDrawing
{
    public static void Draw(SvgPage page)
    {
        AreaTable areas = AreaTable.Of(page.Figure);
        MapFrame frame = MapFrame.Draw(page, areas.Box());
        for (int area = 0; area < areas.Rings.Length; area++)
        {
            page.Canvas.Shape(
                [frame.Ring(areas.Rings[area])], areas.ColourOf(areas.Groups[area], Palette.Missing), Palette.Coast, 0.85);
        }

        page.Legend(areas.Title, areas.Levels, areas.Colours);
    }
}
