using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Takes the distances of pairs: each for itself while they are few, in narrow bins when they are
/// many.</summary>
internal static class DistanceSampler
{
    /// <summary>The number of pairs up to which each is taken for itself, unless options say otherwise.</summary>
    public const int DirectPairs = 500_000;

    /// <summary>The greatest number of pairs that options may ask to take one by one: 160 MB.</summary>
    public const int MostDirectPairs = 10_000_000;

    private const int Bins = 4096;
    private const int ManyBins = 16_384;
    private const double ManyPairs = 1e7;
    private const int ManyPoints = 20_000;

    /// <summary>Takes the distances up to a limit.</summary>
    /// <remarks>
    /// Pairs in bins: 4,096 of them up to the limit, 16,384 beyond 10⁷ pairs. Points on one spot are taken together
    /// when there are many, so that a register that is known by village costs villages², not firms².
    /// </remarks>
    /// <param name="pairs">The pairs.</param>
    /// <param name="reach">The greatest distance that matters.</param>
    /// <param name="directPairs">The number of pairs up to which each is taken for itself.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>The sample.</returns>
    public static DistanceSample Take(
        PairSet pairs, double reach, int directPairs, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (pairs.PairCount <= directPairs)
        {
            return Direct(pairs);
        }

        bool planar = pairs.Metric == DistanceMetric.Planar;
        (double X, double Y) centre = planar ? PlanePoints.CentreOf(pairs.Rows.X, pairs.Rows.Y) : default;
        reach = Math.Min(reach, planar ? Diameter(pairs, centre) : SpherePairs.Diameter(pairs));
        int bins = pairs.PairCount <= ManyPairs ? Bins : ManyBins;
        double width = reach > 0 ? reach / (bins - 1) : 1;
        Spots rows = Spots.Of(pairs.Rows, ManyPoints);
        Spots neighbours = pairs.Same ? rows : Spots.Of(pairs.Neighbours, ManyPoints);
        (double[] counts, double[]? weights) = planar
            ? OnPlane(rows, neighbours, (width, bins, centre), execution, cancellationToken)
            : OnEarth(rows, neighbours, (width, bins), execution, cancellationToken);
        if (pairs.Same)
        {
            counts[0] += rows.PairsOnSpots;
            if (weights is not null)
            {
                weights[0] += rows.WeightOnSpots;
            }
        }

        return Binned(counts, weights, width, TotalWeight(pairs));
    }

    /// <summary>Adds up the weights of all pairs.</summary>
    public static double TotalWeight(PairSet pairs)
    {
        if (pairs.Rows.Weights is null)
        {
            return pairs.PairCount;
        }

        double rows = Sums.Sum(pairs.Rows.Weights);
        return pairs.Same
            ? ((rows * rows) - Sums.Dot(pairs.Rows.Weights, pairs.Rows.Weights)) / 2
            : rows * Sums.Sum(pairs.Neighbours.Weights!);
    }

    private static (double[] Counts, double[]? Weights) OnPlane(
        Spots rows,
        Spots neighbours,
        (double Width, int Count, (double X, double Y) Centre) bins,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        PlanePoints ready = PlanePoints.Of(rows.Side.X, rows.Side.Y, bins.Width, bins.Centre);
        PlanePoints others = ReferenceEquals(rows, neighbours)
            ? ready
            : PlanePoints.Of(neighbours.Side.X, neighbours.Side.Y, bins.Width, bins.Centre);
        double[] counts = rows.Counts is null && neighbours.Counts is null
            ? PairHistogram.Between(ready, others, bins.Count, execution, cancellationToken)
            : WeightedPairHistogram.Between(
                (ready, rows.CountsOrOnes()), (others, neighbours.CountsOrOnes()), bins.Count, execution, cancellationToken);
        double[]? weights = rows.Side.Weights is null ? null : WeightedPairHistogram.Between(
            (ready, rows.WeightsOrOnes()), (others, neighbours.WeightsOrOnes()), bins.Count, execution, cancellationToken);
        return (counts, weights);
    }

    private static (double[] Counts, double[]? Weights) OnEarth(
        Spots rows, Spots neighbours, (double Width, int Count) bins, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        SpherePairs pairs = new(rows.Side, neighbours.Side, bins.Width, bins.Count);
        double[] counts = pairs.Sum(rows.CountsOrOnes(), neighbours.CountsOrOnes(), execution, cancellationToken);
        double[]? weights = rows.Side.Weights is null
            ? null
            : pairs.Sum(rows.WeightsOrOnes(), neighbours.WeightsOrOnes(), execution, cancellationToken);
        return (counts, weights);
    }

    private static DistanceSample Direct(PairSet pairs)
    {
        bool planar = pairs.Metric == DistanceMetric.Planar;
        double[] distances = new double[(int)pairs.PairCount];
        double[]? weights = pairs.Rows.Weights is null ? null : new double[distances.Length];
        int filled = 0;
        for (int i = 0; i < pairs.Rows.Count; i++)
        {
            for (int j = pairs.Same ? i + 1 : 0; j < pairs.Neighbours.Count; j++)
            {
                double dx = pairs.Rows.X[i] - pairs.Neighbours.X[j];
                double dy = pairs.Rows.Y[i] - pairs.Neighbours.Y[j];
                distances[filled] = planar
                    ? Math.Sqrt((dx * dx) + (dy * dy))
                    : GreatCircle.Kilometres(pairs.Rows.X[i], pairs.Rows.Y[i], pairs.Neighbours.X[j], pairs.Neighbours.Y[j]);
                if (weights is not null)
                {
                    weights[filled] = pairs.Rows.Weights![i] * pairs.Neighbours.Weights![j];
                }

                filled++;
            }
        }

        if (weights is null)
        {
            Array.Sort(distances);
        }
        else
        {
            Array.Sort(distances, weights);
        }

        return new DistanceSample(distances, null, weights)
        {
            TotalWeight = weights is null ? distances.Length : Sums.Sum(weights),
        };
    }

    /// <summary>Keeps the bins that hold a pair.</summary>
    private static DistanceSample Binned(double[] counts, double[]? weights, double width, double total)
    {
        int kept = 0;
        double[] middles = new double[counts.Length];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
            {
                middles[kept] = (bin + 0.5) * width;
                counts[kept] = counts[bin];
                if (weights is not null)
                {
                    weights[kept] = weights[bin];
                }

                kept++;
            }
        }

        return new DistanceSample(middles[..kept], counts[..kept], weights?[..kept]) { TotalWeight = total, BinWidth = width };
    }

    private static double Diameter(PairSet pairs, (double X, double Y) centre)
    {
        double farthest = 0;
        for (int side = 0; side < (pairs.Same ? 1 : 2); side++)
        {
            PairSet.Side points = side == 0 ? pairs.Rows : pairs.Neighbours;
            for (int i = 0; i < points.Count; i++)
            {
                double dx = points.X[i] - centre.X;
                double dy = points.Y[i] - centre.Y;
                farthest = Math.Max(farthest, (dx * dx) + (dy * dy));
            }
        }

        return 2 * Math.Sqrt(farthest);
    }
}
