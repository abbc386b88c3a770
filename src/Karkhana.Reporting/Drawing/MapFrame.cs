using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>The part of the page that a map fills, in the Mercator projection, with the land under it.</summary>
internal sealed class MapFrame
{
    private const double Left = 18;

    private readonly GeoBox _box;
    private readonly double _top;
    private readonly double _scale;

    private MapFrame(GeoBox box, double top)
    {
        _box = box;
        _top = top;
        _scale = (SvgPage.Width - (2 * Left)) / (box.East - box.West);
    }

    private double Height => (Up(_box.North) - Up(_box.South)) * _scale;

    /// <summary>Draws sea and land.</summary>
    public static MapFrame Draw(SvgPage page, GeoBox box)
    {
        MapFrame frame = new(box, page.Top + 4);
        page.Canvas.Rectangle(Left, frame._top, SvgPage.Width - (2 * Left), frame.Height, "#eef3f8");
        foreach (Outline.Land land in Outline.Within(box))
        {
            page.Canvas.Shape(land.Rings.Select(frame.Ring), Palette.Land, Palette.Coast);
        }

        page.TakenTo(frame._top + frame.Height + 4);
        return frame;
    }

    public (double X, double Y) Place(double longitude, double latitude) =>
        (Left + ((longitude - _box.West) * _scale), _top + ((Up(_box.North) - Up(latitude)) * _scale));

    /// <summary>A ring x, y, x, y, … on the page.</summary>
    public IReadOnlyList<(double X, double Y)> Ring(double[] ring) =>
        [.. Enumerable.Range(0, ring.Length / 2).Select(point => Place(ring[2 * point], ring[(2 * point) + 1]))];

    private static double Up(double latitude) =>
        Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360))) * 180 / Math.PI;
}
