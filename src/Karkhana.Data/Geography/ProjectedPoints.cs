namespace Karkhana.Data.Geography;

/// <summary>Points in degrees and in metres on a named projection.</summary>
/// <remarks>
/// UTM when all points lie within 4.5° of the central meridian of the zone of their middle: scale errs by at most 0.1
/// per
/// cent within 3° and 0.3 per cent at 4.5°. Otherwise Lambert azimuthal equal area about the middle, which keeps areas
/// and
/// errs in distance by 0.1 per cent at 500 km from the middle and 1.5 per cent at 2,000 km.
/// </remarks>
internal sealed record ProjectedPoints(
    double[] Longitudes, double[] Latitudes, double[] X, double[] Y, CoordinateSystem System)
{
    private const double UtmReach = 4.5;

    /// <summary>Gets the name of the projection.</summary>
    public string Projection => System.Name;

    /// <summary>Chooses a metric projection and projects.</summary>
    public static ProjectedPoints FromGeographic(double[] longitudes, double[] latitudes)
    {
        double[] unwrapped = Unwrap(longitudes);
        return On(Choose(unwrapped, latitudes), longitudes, unwrapped, latitudes);
    }

    /// <summary>Projects other points onto the same plane.</summary>
    public ProjectedPoints Beside(double[] longitudes, double[] latitudes)
    {
        StudyArea area = StudyArea.Of(Longitudes, Latitudes);
        return On(System, longitudes, [.. longitudes.Select(area.Nearest)], latitudes);
    }

    /// <summary>Takes planar coordinates as they are when distances on them are true, else projects anew.</summary>
    public static ProjectedPoints FromPlanar(double[] x, double[] y, CoordinateSystem system)
    {
        (double[] longitudes, double[] latitudes) = Unproject(x, y, system);
        return system.IsMetric
            ? new ProjectedPoints(longitudes, latitudes, x, y, system)
            : FromGeographic(longitudes, latitudes);
    }

    /// <summary>Gives the degrees of planar coordinates.</summary>
    public static (double[] Longitudes, double[] Latitudes) Unproject(double[] x, double[] y, CoordinateSystem system)
    {
        double[] longitudes = new double[x.Length];
        double[] latitudes = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            (longitudes[i], latitudes[i]) = system.Unproject(x[i], y[i]);
        }

        return (longitudes, latitudes);
    }

    /// <summary>Gives longitudes that do not jump at the date line: from 0° to 360° when they span more than half the
    /// earth.</summary>
    public static double[] Unwrap(double[] longitudes) =>
        longitudes.Max() - longitudes.Min() > 180
            ? [.. longitudes.Select(longitude => longitude < 0 ? longitude + 360 : longitude)]
            : longitudes;

    private static ProjectedPoints On(
        CoordinateSystem system, double[] longitudes, double[] unwrapped, double[] latitudes)
    {
        double[] x = new double[longitudes.Length];
        double[] y = new double[longitudes.Length];
        for (int i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = system.Project(unwrapped[i], latitudes[i]);
        }

        return new ProjectedPoints(longitudes, latitudes, x, y, system);
    }

    private static CoordinateSystem Choose(double[] longitudes, double[] latitudes)
    {
        double middleLongitude = (longitudes.Min() + longitudes.Max()) / 2;
        double middleLatitude = (latitudes.Min() + latitudes.Max()) / 2;
        int zone = Math.Clamp((int)Math.Floor((middleLongitude + 180) / 6) + 1, 1, 120);
        double meridian = (zone * 6) - 183; // zones beyond 60 are those from 1 on, reached across the date line
        bool near = longitudes.Min() >= meridian - UtmReach && longitudes.Max() <= meridian + UtmReach;
        bool utm = near && latitudes.Min() > -80 && latitudes.Max() < 84;
        return utm
            ? CoordinateSystem.Utm(((zone - 1) % 60) + 1, middleLatitude >= 0)
            : CoordinateSystem.EqualArea(Math.Round(middleLongitude, 1), Math.Round(middleLatitude, 1));
    }
}
