using Karkhana.Core.Execution;

namespace Karkhana.Methods.Experiments;

/// <summary>What the points of a design on the unit cube add to its discrepancies and distances, point by point.</summary>
/// <remarks>A row per point: its own terms and those of its pairs with the points after it, each pair counted twice where a sum runs over all
/// pairs. The sum of d^(−p) is kept relative to the point's own nearest distance, so that it can't overflow.</remarks>
internal sealed class PointPairsJob(ExperimentalDesign design, double exponent) : IReplicateJob<ReplicateRows>
{
    public const int CentredSingle = 0;
    public const int CentredPairs = 1;
    public const int MixtureSingle = 2;
    public const int MixturePairs = 3;
    public const int WrapAroundPairs = 4;
    public const int StarSingle = 5;
    public const int StarPairs = 6;
    public const int Nearest = 7;
    public const int Closeness = 8;

    private const int Width = 9;
    private const int PointsPerBlock = 16;

    public string Stage => "points compared";

    public int Replicates => design.Runs;

    public int BlockSize => PointsPerBlock;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * Width];
        for (int point = range.First; point < range.End; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<double> row = rows.AsSpan((point - range.First) * Width, Width);
            Alone(design.Row(point), row);
            WithOthers(point, row);
        }

        return new ReplicateRows(Width, rows);
    }

    private static void Alone(ReadOnlySpan<double> x, Span<double> row)
    {
        (double centred, double mixture, double star, double centredOwn, double mixtureOwn, double wrapOwn, double starOwn) = (1, 1, 1, 1, 1, 1, 1);
        foreach (double value in x)
        {
            double z = Math.Abs(value - 0.5);
            centred *= 1 + (0.5 * z) - (0.5 * z * z);
            mixture *= (5 / 3.0) - (0.25 * z) - (0.25 * z * z);
            star *= 1 - (value * value);
            centredOwn *= 1 + z;
            mixtureOwn *= 1.875 - (0.5 * z);
            wrapOwn *= 1.5;
            starOwn *= 1 - value;
        }

        (row[CentredSingle], row[MixtureSingle], row[StarSingle]) = (centred, mixture, star);
        (row[CentredPairs], row[MixturePairs], row[WrapAroundPairs], row[StarPairs]) = (centredOwn, mixtureOwn, wrapOwn, starOwn);
    }

    private void WithOthers(int point, Span<double> row)
    {
        ReadOnlySpan<double> x = design.Row(point);
        (double nearest, double closeness) = (double.PositiveInfinity, 0);
        for (int other = point + 1; other < design.Runs; other++)
        {
            double distance = Pair(x, design.Row(other), row);
            if (distance < nearest)
            {
                closeness = (closeness * Math.Pow(distance / nearest, exponent)) + 1;
                nearest = distance;
            }
            else
            {
                closeness += distance == nearest ? 1 : Math.Pow(nearest / distance, exponent);
            }
        }

        (row[Nearest], row[Closeness]) = (nearest, closeness);
    }

    /// <summary>Adds what a pair of points gives, twice, and returns its distance.</summary>
    private static double Pair(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> row)
    {
        (double centred, double mixture, double wrap, double star, double square) = (1, 1, 1, 1, 0);
        for (int input = 0; input < x.Length; input++)
        {
            double gap = Math.Abs(x[input] - y[input]);
            double centres = Math.Abs(x[input] - 0.5) + Math.Abs(y[input] - 0.5);
            centred *= 1 + (0.5 * centres) - (0.5 * gap);
            mixture *= 1.875 - (0.25 * centres) - (0.75 * gap) + (0.5 * gap * gap);
            wrap *= 1.5 - (gap * (1 - gap));
            star *= 1 - Math.Max(x[input], y[input]);
            square += gap * gap;
        }

        row[CentredPairs] += 2 * centred;
        row[MixturePairs] += 2 * mixture;
        row[WrapAroundPairs] += 2 * wrap;
        row[StarPairs] += 2 * star;
        return Math.Sqrt(square);
    }
}
