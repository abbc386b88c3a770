using Karkhana.Core.Execution;

namespace Karkhana.Core.Inference;

/// <summary>The k-th least and k-th greatest of simulated curves at each distance, and how many curves leave
/// them.</summary>
/// <param name="LowerRank">Which least value the lower limit is, from 1.</param>
/// <param name="UpperRank">Which greatest value the upper limit is, from 1.</param>
/// <param name="Lower">The lower limit at each distance.</param>
/// <param name="Upper">The upper limit at each distance.</param>
/// <param name="ShareBelow">The share of simulated curves that go below the lower limit somewhere.</param>
/// <param name="ShareAbove">The share of simulated curves that go above the upper limit somewhere.</param>
/// <param name="ShareAny">The share of simulated curves that leave the band somewhere.</param>
public sealed record RankBand(
    int LowerRank,
    int UpperRank,
    IReadOnlyList<double> Lower,
    IReadOnlyList<double> Upper,
    double ShareBelow,
    double ShareAbove,
    double ShareAny)
{
    /// <summary>Draws the band of one rank.</summary>
    /// <remarks>
    /// A curve crosses the upper limit k when at some distance fewer than k simulated values, itself counted, are at
    /// least as great. Values that are not defined never cross. Cost: distances × S log S.
    /// Source: Duranton &amp; Overman 2005, doi:10.1111/0034-6527.00362, section 3.
    /// </remarks>
    /// <param name="curves">One simulated curve per row.</param>
    /// <param name="rank">The rank, from 1 to the number of curves.</param>
    /// <returns>The band.</returns>
    public static RankBand OfRank(ReplicateRows curves, int rank) => new SortedCurves(curves).OfRank(rank);

    /// <summary>Draws the global confidence bands of Duranton and Overman: the narrowest limits that at most a share of
    /// the simulated curves cross, above and below counted apart.</summary>
    /// <remarks>Cost and source: as <see cref="OfRank"/>.</remarks>
    /// <param name="curves">One simulated curve per row.</param>
    /// <param name="alpha">The share, from 0 to 1.</param>
    /// <returns>The band.</returns>
    public static RankBand Global(ReplicateRows curves, double alpha) => new SortedCurves(curves).Global(alpha);
}
