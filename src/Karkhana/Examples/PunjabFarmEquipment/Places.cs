using System.Globalization;
using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Where a firm can stand: near the centroid of a town of facts/towns.csv, or in the countryside.</summary>
internal static class Places
{
    public const string Daska = "Daska";
    public const string Faisalabad = "Faisalabad";
    public const string Okara = "Okara";
    public const string MianChannu = "Mian Channu";

    /// <summary>The towns with implement makers, in the order of the register.</summary>
    public static readonly string[] ClusterTowns = [Daska, Faisalabad, Okara, MianChannu];

    // A coarse outline (latitude, longitude) that stays inside Punjab.
    private static readonly (double Latitude, double Longitude)[] Outline =
    [
        (32.50, 74.42), (32.15, 74.72), (31.80, 74.48), (31.10, 74.30), (30.75, 73.90), (30.40, 73.55), (29.90, 73.00),
        (29.45, 72.00), (29.70, 71.40), (30.80, 71.20), (31.60, 71.90), (32.40, 72.60), (32.80, 73.60), (32.60, 74.20),
    ];

    private static readonly Dictionary<string, Location> Towns = Shipped.Text("facts/towns.csv").Split('\n').Skip(1)
        .Where(line => line.Length > 0 && !line.Contains("outside Punjab", StringComparison.Ordinal))
        .Select(line => line.Split(','))
        .Select(cells => new Location(cells[0], Number(cells[2]), Number(cells[3])))
        .ToDictionary(town => town.Town, StringComparer.Ordinal);

    public static Location Centre(string town) => Towns[town];

    /// <summary>Draws a point in a town, uniform on a disc.</summary>
    public static Location InTown(string town, RandomStream stream) => OnDisc(
        Towns[town], FirmParameters.TownRadius, stream);

    /// <summary>Draws a point of a dispersed maker: around a cluster town, but away from every town.</summary>
    public static Location Dispersed(RandomStream stream)
    {
        while (true)
        {
            Location centre = Towns[ClusterTowns[stream.NextInt(ClusterTowns.Length)]];
            Location point = OnDisc(centre, FirmParameters.DispersedRadius, stream);
            if (IsInside(point) && DistanceToTown(point) > FirmParameters.DispersedGap)
            {
                return Rural(point);
            }
        }
    }

    /// <summary>Draws a point uniform over the countryside.</summary>
    public static Location Countryside(RandomStream stream)
    {
        (double south, double north) = (Outline.Min(point => point.Latitude), Outline.Max(point => point.Latitude));
        (double west, double east) = (Outline.Min(point => point.Longitude), Outline.Max(point => point.Longitude));
        while (true)
        {
            Location point = new(
                "",
                Math.Round(south + ((north - south) * stream.NextDouble()), 4),
                Math.Round(west + ((east - west) * stream.NextDouble()), 4));
            if (IsInside(point) && DistanceToTown(point) > FirmParameters.TownRadius)
            {
                return Rural(point);
            }
        }
    }

    private static Location OnDisc(Location centre, double radius, RandomStream stream)
    {
        double distance = radius * Math.Sqrt(stream.NextDouble());
        double angle = 2 * Math.PI * stream.NextDouble();
        return centre.Moved(distance * Math.Cos(angle), distance * Math.Sin(angle));
    }

    private static double DistanceToTown(Location point) => Towns.Values.Min(point.DistanceTo);

    private static Location Rural(Location point) =>
        point with { Town = Towns.Values.MinBy(point.DistanceTo)!.Town + " (rural)" };

    /// <summary>A ray to the east crosses the outline an odd number of times.</summary>
    private static bool IsInside(Location point)
    {
        bool inside = false;
        for (int i = 0; i < Outline.Length; i++)
        {
            (double latitude, double longitude) = Outline[i];
            (double nextLatitude, double nextLongitude) = Outline[(i + 1) % Outline.Length];
            if (latitude > point.Latitude != nextLatitude > point.Latitude
                && point.Longitude < longitude + ((point.Latitude - latitude) / (nextLatitude - latitude) * (nextLongitude - longitude)))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
