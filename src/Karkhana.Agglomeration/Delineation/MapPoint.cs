using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>A place that is no firm's: on the study's projection and in degrees.</summary>
/// <param name="X">The easting in metres.</param>
/// <param name="Y">The northing in metres.</param>
/// <param name="Longitude">The longitude in degrees, for maps.</param>
/// <param name="Latitude">The latitude in degrees, for maps.</param>
public readonly record struct MapPoint(double X, double Y, double Longitude, double Latitude)
{
    private const double MetresPerDegree = 111_320;

    /// <summary>Gives a place near a firm. Without the plane of a study its degrees follow from the firm's own by the length of
    /// a degree there: within a few kilometres right to about 3 per cent of the step.</summary>
    internal static MapPoint Near(FirmRegister firms, int firm, double x, double y)
    {
        if (firms.Plane is { } plane)
        {
            (double longitude, double latitude) = plane.ToDegrees(x, y);
            return new MapPoint(x, y, longitude, latitude);
        }

        double narrowing = Math.Max(0.01, Math.Cos(firms.Latitudes[firm] * Math.PI / 180));
        return new MapPoint(
            x, y,
            firms.Longitudes[firm] + ((x - firms.X[firm]) / (MetresPerDegree * narrowing)),
            firms.Latitudes[firm] + ((y - firms.Y[firm]) / MetresPerDegree));
    }
}
