using Karkhana.Data.Files;
using Karkhana.Data.Geography;

namespace Karkhana.Data.Validation;

/// <summary>Coordinates lie on the earth, are not swapped, and stand among their neighbours.</summary>
/// <param name="rows">The row of each point.</param>
/// <param name="firstColumn">The column of longitude or x.</param>
/// <param name="secondColumn">The column of latitude or y.</param>
/// <param name="problems">Where to report.</param>
internal sealed class CoordinateRules(
    IReadOnlyList<long> rows, string firstColumn, string secondColumn, FileProblems problems)
{
    private const double ManyOnOneShare = 0.02;
    private const int ManyOnOneLeast = 20;

    /// <summary>Checks longitudes and latitudes and projects them.</summary>
    /// <returns>The points, or null when a coordinate is wrong.</returns>
    public ProjectedPoints? CheckGeographic(double[] longitudes, double[] latitudes)
    {
        bool sound = CheckRange(longitudes, latitudes);
        if (!sound)
        {
            return null;
        }

        return CheckNeighbours(longitudes, latitudes) ? CheckCoincident(ProjectedPoints.FromGeographic(longitudes, latitudes)) : null;
    }

    /// <summary>Checks planar coordinates in a declared system.</summary>
    /// <returns>The points, or null when a coordinate is wrong.</returns>
    public ProjectedPoints? CheckPlanar(double[] x, double[] y, CoordinateSystem system)
    {
        if (!CheckOnEarth(x, y, system))
        {
            return null;
        }

        ProjectedPoints points = ProjectedPoints.FromPlanar(x, y, system);
        return CheckNeighbours(points.Longitudes, points.Latitudes) ? CheckCoincident(points) : null;
    }

    /// <summary>Checks that planar coordinates are there and stand on the earth.</summary>
    /// <returns>Whether all do.</returns>
    public bool CheckOnEarth(double[] x, double[] y, CoordinateSystem system)
    {
        if (x.Any(double.IsNaN) || y.Any(double.IsNaN))
        {
            return false; // reported cell by cell
        }

        bool sound = true;
        for (int i = 0; i < x.Length; i++)
        {
            if (!system.Holds(x[i], y[i]))
            {
                sound = false;
                problems.Error(
                    "coordinate-out-of-range", rows[i], firstColumn, $"a point of {system.Name}",
                    FormattableString.Invariant($"({x[i]}, {y[i]})"), "Check crs in study.toml, and the order of x and y.");
            }
        }

        return sound;
    }

    /// <summary>Checks the degrees of institutions against the area of the register and projects them beside
    /// it.</summary>
    /// <returns>The points, or null when a coordinate is wrong or there is no register.</returns>
    public ProjectedPoints? CheckInstitutions(double[] longitudes, double[] latitudes, ProjectedPoints? register)
    {
        if (!CheckRange(longitudes, latitudes) || register is null)
        {
            return null;
        }

        StudyArea area = StudyArea.Of(register.Longitudes, register.Latitudes);
        bool sound = true;
        for (int i = 0; i < longitudes.Length; i++)
        {
            double distance = area.DistanceTo(longitudes[i], latitudes[i]);
            if (distance <= area.Kilometres)
            {
                continue;
            }

            sound = false;
            if (IsSwapped(longitudes[i], latitudes[i], area))
            {
                Swapped(i, longitudes[i], latitudes[i]);
            }
            else
            {
                problems.Error(
                    "outside-area", rows[i], firstColumn,
                    FormattableString.Invariant($"a point within {area.Kilometres:0} km of the middle of the register"),
                    FormattableString.Invariant($"one {distance:0} km away"),
                    "Correct the coordinates or leave the row out: no firm of the study reaches it.");
            }
        }

        return sound ? register.Beside(longitudes, latitudes) : null;
    }

    private bool CheckRange(double[] longitudes, double[] latitudes)
    {
        bool sound = true;
        for (int i = 0; i < longitudes.Length; i++)
        {
            sound &= CheckPoint(i, longitudes[i], latitudes[i]);
        }

        return sound;
    }

    private bool CheckPoint(int i, double longitude, double latitude)
    {
        if (double.IsNaN(longitude) || double.IsNaN(latitude))
        {
            return false; // reported cell by cell
        }

        if (Math.Abs(latitude) > 90 && Math.Abs(latitude) <= 180 && Math.Abs(longitude) <= 90)
        {
            Swapped(i, longitude, latitude);
            return false;
        }

        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            bool north = Math.Abs(latitude) > 90;
            problems.Error(
                "coordinate-out-of-range", rows[i], north ? secondColumn : firstColumn, "degrees, longitude within ±180 and latitude within ±90",
                FormattableString.Invariant($"{(north ? latitude : longitude)}"), "If these are metres, name them x and y in study.toml and declare the crs.");
            return false;
        }

        if (longitude == 0 && latitude == 0)
        {
            problems.Error(
                "zero-coordinate", rows[i], firstColumn, "the place of the establishment", "0, 0 in the Gulf of Guinea", "Locate the establishment or leave its row out.");
            return false;
        }

        return true;
    }

    /// <summary>Compares each point with the median of all; spread is the median distance from it.</summary>
    private bool CheckNeighbours(double[] longitudes, double[] latitudes)
    {
        StudyArea area = StudyArea.Of(longitudes, latitudes);
        bool sound = true;
        for (int i = 0; i < longitudes.Length; i++)
        {
            double distance = area.DistanceTo(longitudes[i], latitudes[i]);
            if (distance <= area.Kilometres)
            {
                continue;
            }

            if (IsSwapped(longitudes[i], latitudes[i], area))
            {
                Swapped(i, longitudes[i], latitudes[i]);
                sound = false;
            }
            else
            {
                problems.Warning(
                    "far-from-others", rows[i], firstColumn, FormattableString.Invariant(
                        $"a point within {area.Kilometres:0} km of the others"),
                    FormattableString.Invariant($"one {distance:0} km away"), "Check the coordinates; one wrong point widens the map and the distances.");
            }
        }

        return sound;
    }

    private static bool IsSwapped(double longitude, double latitude, StudyArea area) =>
        Math.Abs(longitude) <= 90 && area.DistanceTo(latitude, longitude) < area.Kilometres / 2;

    private void Swapped(int i, double longitude, double latitude) => problems.Error(
        "swapped-coordinates", rows[i], firstColumn, "longitude and latitude in their own columns",
        FormattableString.Invariant($"longitude {longitude}, latitude {latitude}"), "They look swapped: exchange the two values or the names in study.toml.");

    private ProjectedPoints CheckCoincident(ProjectedPoints points)
    {
        Dictionary<(double X, double Y), int> counts = [];
        for (int i = 0; i < points.X.Length; i++)
        {
            (double, double) place = (points.X[i], points.Y[i]);
            counts[place] = counts.GetValueOrDefault(place) + 1;
        }

        ((double X, double Y) at, int most) = counts.MaxBy(pair => pair.Value);
        if (most >= ManyOnOneLeast && most > ManyOnOneShare * points.X.Length)
        {
            int i = Enumerable.Range(0, points.X.Length).First(
                point => points.X[point] == at.X && points.Y[point] == at.Y);
            problems.Warning(
                "many-on-one-coordinate", rows[i], firstColumn, "a coordinate for each establishment",
                FormattableString.Invariant($"{most} establishments on one"), "A tower block is well; the centre of a town given to all is not: distances below its size then mean nothing.");
        }

        return points;
    }
}
