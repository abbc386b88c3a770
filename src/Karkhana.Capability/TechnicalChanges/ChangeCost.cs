namespace Karkhana.Capability;

/// <summary>What changes of one type cost.</summary>
/// <param name="Category">The type: <c>product</c>; <c>all</c>.</param>
/// <param name="Firms">The firms that told the cost of one.</param>
/// <param name="Known">The changes whose cost is known.</param>
/// <param name="Changes">All changes of the type.</param>
/// <param name="LowerQuartile">The lower quartile of the known costs; NaN from fewer than 20 firms.</param>
/// <param name="Median">Their median; NaN from fewer than 10 firms.</param>
/// <param name="UpperQuartile">Their upper quartile; NaN from fewer than 20 firms.</param>
public sealed record ChangeCost(
    string Category, int Firms, int Known, int Changes, double LowerQuartile, double Median, double UpperQuartile)
{
    internal const int LeastForQuartiles = 20;
    internal const int LeastForMedian = 10;
}
