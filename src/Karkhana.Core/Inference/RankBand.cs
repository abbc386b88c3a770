using Karkhana.Core.Errors;
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
    /// least
    /// as great. Values that are not defined never cross. Cost: distances × S log S.
    /// Source: Duranton &amp; Overman 2005, doi:10.1111/0034-6527.00362, section 3.
    /// </remarks>
    /// <param name="curves">One simulated curve per row.</param>
    /// <param name="rank">The rank, from 1 to the number of curves.</param>
    /// <returns>The band.</returns>
    public static RankBand OfRank(ReplicateRows curves, int rank)
    {
        ArgumentNullException.ThrowIfNull(curves);
        Require.Between(rank, 1, curves.Count, nameof(rank));
        Depths depths = Depths.Of(curves);
        return depths.Band(rank, rank);
    }

    /// <summary>Draws the global confidence bands of Duranton and Overman: the narrowest limits that at most a share of
    /// the simulated curves cross, above and below counted apart.</summary>
    /// <remarks>Cost and source: as <see cref="OfRank"/>.</remarks>
    /// <param name="curves">One simulated curve per row.</param>
    /// <param name="alpha">The share, from 0 to 1.</param>
    /// <returns>The band.</returns>
    public static RankBand Global(ReplicateRows curves, double alpha)
    {
        ArgumentNullException.ThrowIfNull(curves);
        Require.Between(curves.Count, 1, int.MaxValue, nameof(curves));
        Require.Between(alpha, 0, 1, nameof(alpha));
        Depths depths = Depths.Of(curves);
        return depths.Band(Greatest(depths.Below, alpha), Greatest(depths.Above, alpha));
    }

    /// <summary>Gives the greatest rank that at most a share of the curves crosses.</summary>
    private static int Greatest(int[] depths, double alpha)
    {
        int[] sorted = [.. depths.Order()];
        int allowed = (int)Math.Floor((alpha * sorted.Length) + 1e-9); // 0.05 · 1000 must be 50
        return allowed >= sorted.Length ? sorted.Length : Math.Min(sorted[allowed], sorted.Length);
    }

    /// <summary>The most extreme rank that each curve takes anywhere, from above and from below.</summary>
    private sealed record Depths(double[][] Sorted, int[] Above, int[] Below)
    {
        public static Depths Of(ReplicateRows curves)
        {
            double[][] sorted = new double[curves.Width][];
            int[] above = new int[curves.Count];
            int[] below = new int[curves.Count];
            Array.Fill(above, int.MaxValue);
            Array.Fill(below, int.MaxValue);
            double[] column = new double[curves.Count];
            for (int r = 0; r < curves.Width; r++)
            {
                curves.CopyColumn(r, column);
                sorted[r] = [.. column.Where(value => !double.IsNaN(value)).Order()];
                for (int s = 0; s < column.Length; s++)
                {
                    if (!double.IsNaN(column[s]))
                    {
                        above[s] = Math.Min(above[s], sorted[r].Length - CountLess(sorted[r], column[s], orEqual: false));
                        below[s] = Math.Min(below[s], CountLess(sorted[r], column[s], orEqual: true));
                    }
                }
            }

            return new Depths(sorted, above, below);
        }

        public RankBand Band(int lowerRank, int upperRank)
        {
            double curves = Above.Length;
            return new RankBand(
                lowerRank,
                upperRank,
                [.. Sorted.Select(values => values.Length == 0 ? double.NaN : values[Math.Min(lowerRank, values.Length) - 1])],
                [.. Sorted.Select(values => values.Length == 0 ? double.NaN : values[Math.Max(values.Length - upperRank, 0)])],
                Below.Count(depth => depth < lowerRank) / curves,
                Above.Count(depth => depth < upperRank) / curves,
                Enumerable.Range(0, Above.Length).Count(s => Below[s] < lowerRank || Above[s] < upperRank) / curves);
        }

        private static int CountLess(double[] sorted, double value, bool orEqual)
        {
            int low = 0;
            int high = sorted.Length;
            while (low < high)
            {
                int middle = low + ((high - low) / 2);
                if (sorted[middle] < value || (orEqual && sorted[middle] == value))
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }
    }
}
