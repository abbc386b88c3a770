using System.Globalization;
using Karkhana.Data.Files;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Karkhana.Data.Geography;

/// <summary>A projected coordinate system and its transformations to and from WGS 84.</summary>
/// <remarks>
/// Projections by ProjNET 2.0, which agrees with PROJ 9.1 to better than a millimetre within a UTM zone and, for
/// Lambert
/// azimuthal equal area, to 1.5 mm on the way back.
/// </remarks>
internal sealed class CoordinateSystem
{
    private const string Degrees = "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]";

    private const string European = "GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\","
        + "SPHEROID[\"GRS 1980\",6378137,298.257222101],TOWGS84[0,0,0,0,0,0,0]]," + Degrees + "]";

    private const string LambertFrance = "PROJCS[\"RGF93 / Lambert-93\"," + European
        + ",PROJECTION[\"Lambert_Conformal_Conic_2SP\"],PARAMETER[\"standard_parallel_1\",49],PARAMETER[\"standard_parallel_2\",44],"
        + "PARAMETER[\"latitude_of_origin\",46.5],PARAMETER[\"central_meridian\",3],PARAMETER[\"false_easting\",700000],"
        + "PARAMETER[\"false_northing\",6600000],UNIT[\"metre\",1]]";

    private const string EqualAreaEurope = "PROJCS[\"ETRS89 / LAEA Europe\"," + European
        + ",PROJECTION[\"Lambert_Azimuthal_Equal_Area\"],PARAMETER[\"latitude_of_center\",52],PARAMETER[\"longitude_of_center\",10],"
        + "PARAMETER[\"false_easting\",4321000],PARAMETER[\"false_northing\",3210000],UNIT[\"metre\",1]]";

    private const double ReturnsWithin = 10;

    private readonly MathTransform _forward;
    private readonly MathTransform _back;

    private CoordinateSystem(string name, ProjectedCoordinateSystem system, bool isMetric)
    {
        Name = name;
        IsMetric = isMetric;
        CoordinateTransformationFactory factory = new();
        _forward = factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, system).MathTransform;
        _back = factory.CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform;
    }

    /// <summary>Gets the name with its EPSG code where it has one.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether distances on it are true enough to compute with.</summary>
    public bool IsMetric { get; }

    /// <summary>Finds the system that study.toml declares.</summary>
    /// <returns>The system, or null when it is not supported; the reason was reported.</returns>
    public static CoordinateSystem? Declared(string? crs, FileProblems problems, string key = "firms.crs")
    {
        if (crs is null)
        {
            return null;
        }

        string code = crs.StartsWith("EPSG:", StringComparison.OrdinalIgnoreCase) ? crs[5..] : "";
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int epsg))
        {
            switch (epsg)
            {
                case > 32600 and <= 32660:
                    return Utm(epsg - 32600, north: true);
                case > 32700 and <= 32760:
                    return Utm(epsg - 32700, north: false);
                case 3857:
                    return new CoordinateSystem(
                        "WGS 84 / Pseudo-Mercator (EPSG:3857)", ProjectedCoordinateSystem.WebMercator, isMetric: false);
                case 2154:
                    return new CoordinateSystem("RGF93 / Lambert-93 (EPSG:2154)", Parse(LambertFrance), isMetric: true);
                case 3035:
                    return new CoordinateSystem(
                        "ETRS89 / LAEA Europe (EPSG:3035)", Parse(EqualAreaEurope), isMetric: true);
            }
        }

        problems.Error(
            "unknown-crs", null, key, "EPSG:326zz or EPSG:327zz (UTM), EPSG:3857, EPSG:2154 or EPSG:3035", FileProblems.Quote(crs),
            "Export longitude and latitude in WGS 84 instead.");
        return null;
    }

    /// <summary>Gives a zone of the Universal Transverse Mercator system.</summary>
    public static CoordinateSystem Utm(int zone, bool north) => new(
        FormattableString.Invariant(
            $"WGS 84 / UTM zone {zone}{(north ? 'N' : 'S')} (EPSG:{(north ? 32600 : 32700) + zone})"),
        ProjectedCoordinateSystem.WGS84_UTM(zone, north),
        isMetric: true);

    /// <summary>Gives the Lambert azimuthal equal-area projection about a point.</summary>
    public static CoordinateSystem EqualArea(double longitude, double latitude) => new(
        FormattableString.Invariant($"Lambert azimuthal equal area about {latitude}°, {longitude}° (WGS 84)"),
        Parse(FormattableString.Invariant(
            $"PROJCS[\"local\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],{Degrees}],PROJECTION[\"Lambert_Azimuthal_Equal_Area\"],PARAMETER[\"latitude_of_center\",{latitude}],PARAMETER[\"longitude_of_center\",{longitude}],PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]")),
        isMetric: true);

    /// <summary>Says whether a point of the plane is one of the earth: the way to degrees and back returns to
    /// it.</summary>
    public bool Holds(double x, double y)
    {
        try
        {
            (double longitude, double latitude) = Unproject(x, y);
            (double backX, double backY) = Project(longitude, latitude);
            return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
                && Math.Abs(backX - x) <= ReturnsWithin && Math.Abs(backY - y) <= ReturnsWithin;
        }
        catch (ArgumentException)
        {
            return false; // the projections do not converge far from the earth
        }
    }

    public (double X, double Y) Project(double longitude, double latitude) => _forward.Transform(longitude, latitude);

    public (double Longitude, double Latitude) Unproject(double x, double y) => _back.Transform(x, y);

    private static ProjectedCoordinateSystem Parse(string text) =>
        (ProjectedCoordinateSystem)new CoordinateSystemFactory().CreateFromWkt(text);
}
