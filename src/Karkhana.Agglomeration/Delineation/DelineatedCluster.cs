using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>A cluster of firms of one industry.</summary>
public sealed record DelineatedCluster
{
    /// <summary>Gets the id: 1 is the largest.</summary>
    public required int Id { get; init; }

    /// <summary>Gets the positions of its firms in the register.</summary>
    public required IReadOnlyList<int> Members { get; init; }

    /// <summary>Gets the place that most of its firms are in; empty when the register names none.</summary>
    public required string Place { get; init; }

    /// <summary>Gets the known workers of its firms; NaN when none is known.</summary>
    public required double Employment { get; init; }

    /// <summary>Gets the establishments of all industries inside the hull of its firms.</summary>
    public required int Establishments { get; init; }

    /// <summary>Gets the firms of the industry inside that hull, those outside all clusters included.</summary>
    public required int IndustryInside { get; init; }

    /// <summary>Gets the share of the industry inside the hull over its share in the register; NaN when the register holds
    /// nothing else.</summary>
    public required double Specialisation { get; init; }

    /// <summary>Gets the p-value against random labelling; NaN when the register holds nothing else.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the p-value corrected for the number of clusters.</summary>
    public required double QValue { get; init; }

    /// <summary>Gets the best overlap of its membership with a cluster at each radius of the stability grid.</summary>
    public required IReadOnlyList<double> Overlaps { get; init; }

    /// <summary>Gets the mean of the overlaps.</summary>
    public required double MeanOverlap { get; init; }

    /// <summary>Gets a value indicating whether that mean reaches the least one.</summary>
    public required bool Stable { get; init; }

    /// <summary>Gets the median distance of its firms to the one in the middle, in metres.</summary>
    public required double Radius { get; init; }

    /// <summary>Gets the centre on the study's projection: the firm in the middle, rounded to the grid.</summary>
    public required MapPoint Centre { get; init; }

    /// <summary>Gets the corners of an outline around its firms, none of them a firm; empty below five firms.</summary>
    public required IReadOnlyList<MapPoint> Outline { get; init; }

    /// <summary>Gets the growth of employment since the earlier date; NaN when not known or of fewer than five firms.</summary>
    public required double EmploymentGrowth { get; init; }

    /// <summary>Gets the growth of the number of firms since the earlier date; NaN when not known or of fewer than five
    /// firms.</summary>
    public required double FirmGrowth { get; init; }

    /// <summary>Gets the number of firms.</summary>
    public int Firms => Members.Count;

    /// <summary>Gets a value indicating whether there are too few firms to show.</summary>
    public bool Hidden => Firms < SmallCells.LeastFirms;
}
