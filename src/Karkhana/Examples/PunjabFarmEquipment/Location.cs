namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>A point that is no real address, rounded to about ten metres.</summary>
/// <param name="Town">The town, or the nearest town with the word rural.</param>
/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
internal sealed record Location(string Town, double Latitude, double Longitude)
{
    private const double KilometresPerDegree = 111.2;

    /// <summary>Gives the distance in kilometres, well enough within a province.</summary>
    public double DistanceTo(Location other)
    {
        double east = (Longitude - other.Longitude) * Math.Cos((Latitude + other.Latitude) * Math.PI / 360);
        double north = Latitude - other.Latitude;
        return Math.Sqrt((east * east) + (north * north)) * KilometresPerDegree;
    }

    /// <summary>Gives a point some kilometres away.</summary>
    public Location Moved(double east, double north) => this with
    {
        Latitude = Math.Round(Latitude + (north / KilometresPerDegree), 4),
        Longitude = Math.Round(Longitude + (east / (KilometresPerDegree * Math.Cos(Latitude * Math.PI / 180))), 4),
    };
}
