namespace Karkhana.Reporting.Figures;

/// <summary>A rectangle of longitudes and latitudes in degrees.</summary>
internal readonly record struct GeoBox(double West, double South, double East, double North)
{
    public double MiddleLatitude => (South + North) / 2;

    /// <summary>The box around points with a margin, at least a few kilometres wide, in a shape that fills a
    /// page.</summary>
    public static GeoBox Around(double[] longitudes, double[] latitudes)
    {
        int[] known = [.. Enumerable.Range(0, longitudes.Length)
            .Where(row => double.IsFinite(longitudes[row]) && double.IsFinite(latitudes[row]))];
        if (known.Length == 0)
        {
            return new GeoBox(-170, -60, 170, 75);
        }

        GeoBox box = new(known.Min(row => longitudes[row]), known.Min(row => latitudes[row]),
            known.Max(row => longitudes[row]), known.Max(row => latitudes[row]));
        double shrink = Math.Max(0.2, Math.Cos(box.MiddleLatitude * Math.PI / 180)); // a degree of longitude in degrees of latitude
        double high = Math.Max(0.05, (box.North - box.South) * 1.25);
        double wide = Math.Max(0.05, (box.East - box.West) * shrink * 1.25);
        wide = Math.Max(wide, high * 1.6);
        high = Math.Max(high, wide / 2.2);
        double middle = (box.West + box.East) / 2;
        return new GeoBox(
            Math.Max(-180, middle - (wide / shrink / 2)), Math.Max(-85, box.MiddleLatitude - (high / 2)),
            Math.Min(180, middle + (wide / shrink / 2)), Math.Min(85, box.MiddleLatitude + (high / 2)));
    }
}
