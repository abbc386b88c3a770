using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Sums up a cluster.</summary>
internal sealed class ClusterSummary(FirmRegister firms, bool[] isIndustry, int size, ClusterDelineationOptions options)
{
    private readonly Lazy<ClusterArea> _area = new(() => new ClusterArea(firms));

    /// <summary>Gets the register.</summary>
    public FirmRegister Firms => firms;

    /// <summary>Gets what counts establishments.</summary>
    public ClusterArea Area => _area.Value;

    /// <summary>Adds up the known workers; NaN when none is known.</summary>
    public static double EmploymentOf(FirmRegister firms, IEnumerable<int> members)
    {
        double[] known = firms.Employment.Length == 0
            ? [] : [.. members.Select(firm => firms.Employment[firm]).Where(workers => !double.IsNaN(workers))];
        return known.Length == 0 ? double.NaN : Sums.Sum(known);
    }

    /// <summary>Sums up a cluster; p-values follow.</summary>
    public DelineatedCluster Of(int id, int[] members, double[] overlaps)
    {
        ConvexHull hull = ConvexHull.Of(members.Select(firm => (firms.X[firm], firms.Y[firm])));
        (int all, int industry) = Area.Count(hull, isIndustry);
        (int middle, double radius) = Medoid.Of([.. members.Select(firm => firms.X[firm])], [.. members.Select(firm => firms.Y[firm])]);
        double mean = Sums.Mean(overlaps);
        return new DelineatedCluster
        {
            Id = id,
            Members = members,
            Place = Place(members),
            Employment = EmploymentOf(firms, members),
            Establishments = all,
            IndustryInside = industry,
            Specialisation = size == firms.Count ? double.NaN : (double)industry / all / ((double)size / firms.Count),
            PValue = double.NaN,
            QValue = double.NaN,
            Overlaps = overlaps,
            MeanOverlap = mean,
            Stable = mean >= options.LeastJaccard,
            Radius = radius,
            Centre = OnGrid(members[middle], firms.X[members[middle]], firms.Y[members[middle]]),
            Outline = members.Length < SmallCells.LeastFirms
                ? [] : [.. hull.Widened(options.GridMetres).Corners.Select(corner => OnGrid(members[middle], corner.X, corner.Y))],
            EmploymentGrowth = EmploymentGrowth(members),
            FirmGrowth = FirmGrowth(members),
        };
    }

    private MapPoint OnGrid(int near, double x, double y) => MapPoint.Near(
        firms, near, ConvexHull.Rounded(x, options.GridMetres), ConvexHull.Rounded(y, options.GridMetres));

    private string Place(int[] members) => firms.Places.Length == 0
        ? ""
        : members.GroupBy(firm => firms.Places[firm]).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;

    private double EmploymentGrowth(int[] members)
    {
        if (options.Earlier is not { Employment.Count: > 0 } earlier)
        {
            return double.NaN;
        }

        // A firm without workers then is new when its founding says so; otherwise its past is unknown and it stays out of both sums.
        bool IsNew(int firm) => earlier.FoundingYears.Count > 0 && earlier.FoundingYears[firm] > earlier.Year;
        double[] before = [.. members.Select(firm => earlier.Employment[firm]).Where(workers => workers > 0)];
        int[] known = [.. members.Where(firm => earlier.Employment[firm] >= 0 || IsNew(firm))];
        return before.Length < SmallCells.LeastFirms ? double.NaN : (EmploymentOf(firms, known) / Sums.Sum(before)) - 1;
    }

    private double FirmGrowth(int[] members)
    {
        if (options.Earlier is not { FoundingYears.Count: > 0 } earlier)
        {
            return double.NaN;
        }

        double[] known = [.. members.Select(firm => earlier.FoundingYears[firm]).Where(year => !double.IsNaN(year))];
        int before = known.Count(year => year <= earlier.Year);
        return before < SmallCells.LeastFirms ? double.NaN : ((double)known.Length / before) - 1;
    }
}
