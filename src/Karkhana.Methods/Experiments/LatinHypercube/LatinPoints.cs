using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Experiments;

/// <summary>Random Latin hypercubes on the unit cube, each a pure function of its number.</summary>
internal sealed class LatinPoints(LatinHypercubeOptions options) : IReplicateJob<ReplicateRows>
{
    public string Stage => "Latin hypercubes tried";

    public int Replicates => options.Tries;

    public int BlockSize => 1;

    /// <summary>Gives the least squared distance of each design.</summary>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] nearest = new double[range.Count];
        for (int k = 0; k < nearest.Length; k++)
        {
            nearest[k] = NearestSquare(Draw(range.First + k), options.Dimensions, cancellationToken);
        }

        return new ReplicateRows(1, nearest);
    }

    /// <summary>Draws a design: in each dimension the strata in an order of their own, and a place within each.</summary>
    public double[] Draw(int number)
    {
        double[] cells = ExperimentalDesign.Cells(options.Count, options.Dimensions);
        int[] strata = new int[options.Count];
        for (int dimension = 0; dimension < options.Dimensions; dimension++)
        {
            RandomStream stream = new(options.Seed, RandomPurpose.LatinHypercube, number, dimension);
            for (int stratum = 0; stratum < strata.Length; stratum++)
            {
                strata[stratum] = stratum;
            }

            stream.Shuffle(strata.AsSpan());
            for (int point = 0; point < strata.Length; point++)
            {
                double place = options.Criterion == LatinHypercubeCriterion.Centred ? 0.5 : stream.NextDouble();
                cells[(point * options.Dimensions) + dimension] = Within(strata[point], place, strata.Length);
            }
        }

        return cells;
    }

    /// <summary>Gives the least squared distance of two points.</summary>
    public static double NearestSquare(double[] cells, int dimensions, CancellationToken cancellationToken)
    {
        double nearest = double.PositiveInfinity;
        for (int point = 0; point < cells.Length; point += dimensions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int other = 0; other < point; other += dimensions)
            {
                nearest = Math.Min(nearest, Square(cells.AsSpan(point, dimensions), cells.AsSpan(other, dimensions)));
            }
        }

        return nearest;
    }

    public static double Square(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double square = 0;
        for (int dimension = 0; dimension < left.Length; dimension++)
        {
            double gap = left[dimension] - right[dimension];
            square += gap * gap;
        }

        return square;
    }

    // A place just below 1 may be rounded up to the border of the next stratum.
    private static double Within(int stratum, double place, int strata)
    {
        double value = (stratum + place) / strata;
        double border = (stratum + 1.0) / strata;
        return value < border ? value : Math.BitDecrement(border);
    }
}
