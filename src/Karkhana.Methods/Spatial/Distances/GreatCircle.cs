using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>Distances along the surface of the earth.</summary>
/// <remarks>
/// Meeus' formula on the WGS84 ellipsoid. With half-sum F and half-difference G of the latitudes and half-difference L
/// of
/// the longitudes: S = sin²G cos²L + cos²F sin²L, C = cos²G cos²L + sin²F sin²L, w = atan √(S/C), R = √(SC)/w,
/// d = 2 w a (1 + f (3R − 1)/(2C) sin²F cos²G − f (3R + 1)/(2S) cos²F sin²G). Errors are of the order of f², about 50 m
/// in 5000 km, but more between points nearly opposite each other on the globe. Source: Meeus 1998, Astronomical
/// Algorithms, 2nd edition, chapter 11. Agrees with: sp spDistsN1(longlat = TRUE), relative 1e-8.
/// </remarks>
public static class GreatCircle
{
    internal const double Axis = 6378.137;

    internal const double Flattening = 1 / 298.257223563;

    // S of two names of one place, such as longitudes −180 and 180 or any at a pole: 4 nanometres.
    internal const double Coincident = 1e-31;

    internal const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Gives the distance of two points.</summary>
    /// <param name="longitude1">The longitude of the first, in degrees; full turns do not matter.</param>
    /// <param name="latitude1">Its latitude, from −90 to 90.</param>
    /// <param name="longitude2">The longitude of the second.</param>
    /// <param name="latitude2">Its latitude.</param>
    /// <returns>The distance in kilometres, the same either way; 0 for the same place.</returns>
    public static double Kilometres(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        (double sinF, double cosF) = Math.SinCos((latitude1 + latitude2) / 2 * RadiansPerDegree);
        (double sinG, double cosG) = Math.SinCos((latitude1 - latitude2) / 2 * RadiansPerDegree);
        (double sinL, double cosL) = Math.SinCos((longitude1 - longitude2) / 2 * RadiansPerDegree);
        (double f2, double g2, double l2) = (sinF * sinF, sinG * sinG, sinL * sinL);
        (double cf2, double cg2, double cl2) = (cosF * cosF, cosG * cosG, cosL * cosL);
        double s = (g2 * cl2) + (cf2 * l2);
        double c = (cg2 * cl2) + (f2 * l2);
        return s < Coincident ? 0 : Along(s, c, (f2, cf2), (g2, cg2));
    }

    /// <summary>Gives the distance from S and C and the squares of sine and cosine of F and G.</summary>
    internal static double Along(
        double s, double c, (double Sine, double Cosine) f, (double Sine, double Cosine) g)
    {
        double w = Math.Atan(Math.Sqrt(s / c));
        double r = Math.Sqrt(s * c) / w;
        double along = c > 0 ? ((3 * r) - 1) / (2 * c) * f.Sine * g.Cosine : 0;
        double across = ((3 * r) + 1) / (2 * s) * f.Cosine * g.Sine;
        return 2 * w * Axis * (1 + (Flattening * (along - across)));
    }

    /// <summary>Refuses coordinates that are not longitude and latitude in degrees.</summary>
    /// <param name="longitudes">The longitudes, from −360 to 360.</param>
    /// <param name="latitudes">The latitudes, from −90 to 90.</param>
    internal static void Check(double[] longitudes, double[] latitudes)
    {
        for (int i = 0; i < longitudes.Length; i++)
        {
            Require.Between(longitudes[i], -360, 360, "x (longitude)");
            Require.Between(latitudes[i], -90, 90, "y (latitude)");
        }
    }
}
