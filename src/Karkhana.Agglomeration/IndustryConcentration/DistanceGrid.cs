using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Chooses the radii of a study from its own scale.</summary>
internal static class DistanceGrid
{
    private const int MostRadii = 10;
    private const int FewFirms = 30_000;
    private const int Probes = 256;
    private const double MostPairs = 2e10;
    private static readonly double[] Steps =
        [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];

    public static IReadOnlyList<double> For(FirmRegister firms)
    {
        double width = firms.X.Max() - firms.X.Min();
        double height = firms.Y.Max() - firms.Y.Min();
        double most = Math.Sqrt((width * width) + (height * height)) / 2;
        double least = TypicalNeighbour(firms);
        double[] kept = [.. Affordable(firms, [.. Steps.Where(step => step >= least && step <= most)])];
        return kept.Length switch
        {
            0 => [Math.Max(1, most / 4), Math.Max(2, most / 2)],
            > MostRadii => kept[..MostRadii],
            _ => kept,
        };
    }

    // A large register keeps the radii whose pairs can be counted in about a minute; wider ones must be asked for by name.
    private static IEnumerable<double> Affordable(FirmRegister firms, double[] radii)
    {
        if (firms.Count <= FewFirms)
        {
            return radii;
        }

        PointIndex index = PointIndex.Of(firms.X, firms.Y);
        List<(int Position, double SquaredDistance)> near = [];
        return radii.TakeWhile(radius =>
        {
            double found = 0;
            for (int probe = 0; probe < Probes; probe++)
            {
                int firm = (int)((long)probe * firms.Count / Probes);
                index.Within(firms.X[firm], firms.Y[firm], radius, near);
                found += near.Count;
            }

            return found / Probes * firms.Count <= MostPairs;
        });
    }

    // Half of the establishments have a neighbour within this distance; below it M is mostly undefined.
    private static double TypicalNeighbour(FirmRegister firms)
    {
        PointIndex index = PointIndex.Of(firms.X, firms.Y);
        int[] nearest = new int[1];
        double[] squared = new double[1];
        double[] distances = new double[firms.Count];
        for (int firm = 0; firm < firms.Count; firm++)
        {
            int found = index.Nearest(firms.X[firm], firms.Y[firm], nearest, squared, firm);
            distances[firm] = found == 0 ? double.PositiveInfinity : Math.Sqrt(squared[0]);
        }

        return Quantiles.Median(distances);
    }
}
