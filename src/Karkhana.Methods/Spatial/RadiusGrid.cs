using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Chooses the radii of a register from its own scale.</summary>
public static class RadiusGrid
{
    private const int MostRadii = 10;
    private const int FewPoints = 150_000;
    private const int Probes = 256;
    private const double MostPairs = 1e11;
    private static readonly double[] Steps =
        [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];

    /// <summary>Gives up to ten radii from 50 m to 500 km in steps of 1, 2, 5.</summary>
    /// <remarks>
    /// From the least that holds a neighbour for half of the points up to half of the diagonal of the area. Above
    /// 150,000 points only radii with up to 10¹¹ ordered pairs within them, by a sample of 256 points; wider ones must
    /// be asked for by name. Cost: n log n.
    /// </remarks>
    /// <param name="x">The eastings in metres, finite.</param>
    /// <param name="y">The northings, as many.</param>
    /// <returns>The radii, ascending; never empty.</returns>
    public static IReadOnlyList<double> For(double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Length == 0)
        {
            return [1, 2];
        }

        double width = x.Max() - x.Min();
        double height = y.Max() - y.Min();
        double most = Math.Sqrt((width * width) + (height * height)) / 2;
        double least = TypicalNeighbour(x, y);
        double[] kept = [.. Affordable(x, y, [.. Steps.Where(step => step >= least && step <= most)])];
        return kept.Length switch
        {
            0 => [Math.Max(1, most / 4), Math.Max(2, most / 2)],
            > MostRadii => kept[..MostRadii],
            _ => kept,
        };
    }

    // A large register keeps the radii whose pairs can be counted in minutes.
    private static IEnumerable<double> Affordable(double[] x, double[] y, double[] radii)
    {
        if (x.Length <= FewPoints)
        {
            return radii;
        }

        PointIndex index = PointIndex.Of(x, y);
        List<(int Position, double SquaredDistance)> near = [];
        return radii.TakeWhile(radius =>
        {
            double found = 0;
            for (int probe = 0; probe < Probes; probe++)
            {
                int point = (int)((long)probe * x.Length / Probes);
                index.Within(x[point], y[point], radius, near);
                found += near.Count;
            }

            return found / Probes * x.Length <= MostPairs;
        });
    }

    // Half of the points have a neighbour within this distance; below it M is mostly undefined.
    private static double TypicalNeighbour(double[] x, double[] y)
    {
        PointIndex index = PointIndex.Of(x, y);
        int[] nearest = new int[1];
        double[] squared = new double[1];
        double[] distances = new double[x.Length];
        for (int point = 0; point < x.Length; point++)
        {
            int found = index.Nearest(x[point], y[point], nearest, squared, point);
            distances[point] = found == 0 ? double.PositiveInfinity : Math.Sqrt(squared[0]);
        }

        return Quantiles.Median(distances);
    }
}
