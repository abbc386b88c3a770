using Karkhana.Core.Inference;

namespace Karkhana.Data.Geography;

/// <summary>Where a study is: the median point of its register, and how far from it a point may stand.</summary>
/// <param name="Longitude">The median longitude, unwrapped at the date line.</param>
/// <param name="Latitude">The median latitude.</param>
/// <param name="Kilometres">500 km, or 20 times the median distance from the middle when that is more.</param>
internal sealed record StudyArea(double Longitude, double Latitude, double Kilometres)
{
    private const double KilometresPerDegree = 111.2;
    private const double FarKilometres = 500;
    private const double FarSpreads = 20;

    /// <summary>Measures the area of points in degrees.</summary>
    public static StudyArea Of(double[] longitudes, double[] latitudes)
    {
        double[] unwrapped = ProjectedPoints.Unwrap(longitudes);
        StudyArea middle = new(Quantiles.Median(unwrapped), Quantiles.Median(latitudes), FarKilometres);
        double[] distances = new double[unwrapped.Length];
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = middle.DistanceTo(unwrapped[i], latitudes[i]);
        }

        return middle with { Kilometres = Math.Max(FarKilometres, FarSpreads * Quantiles.Median(distances)) };
    }

    /// <summary>Gives the distance of a point from the middle in kilometres, well enough to tell near from
    /// far.</summary>
    public double DistanceTo(double longitude, double latitude)
    {
        double east = (Nearest(longitude) - Longitude) * Math.Cos(Latitude * Math.PI / 180);
        double north = latitude - Latitude;
        return Math.Sqrt((east * east) + (north * north)) * KilometresPerDegree;
    }

    /// <summary>Gives the same meridian on the side of the date line where the middle is.</summary>
    public double Nearest(double longitude) =>
        longitude - Longitude > 180 ? longitude - 360 : longitude - Longitude < -180 ? longitude + 360 : longitude;
}
