using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Adds up products of weights of pairs of points on the earth by narrow bins of distance.</summary>
/// <remarks>
/// The formula of <see cref="GreatCircle"/> with sines and cosines of halves of the angles made once a point, which moves
/// a distance by about a nanometre. Pairs beyond the last bin are told by S alone, since 4 S is their squared chord. Cost:
/// all pairs; the order of addition is that of the rows, in blocks of fixed size. Memory linear.
/// </remarks>
internal sealed class SpherePairs
{
    private const double HalfTheGlobe = 20_040;
    private const double Farther = 1.001; // the formula does not keep the triangle inequality exactly
    private readonly Halves _rows;
    private readonly Halves _neighbours;
    private readonly bool _same;
    private readonly double _perKilometre;
    private readonly int _bins;
    private readonly double _limit;

    public SpherePairs(PairSet.Side rows, PairSet.Side neighbours, double width, int bins)
    {
        _same = ReferenceEquals(rows, neighbours);
        _rows = new Halves(rows);
        _neighbours = _same ? _rows : new Halves(neighbours);
        _perKilometre = 1 / width;
        _bins = bins;
        _limit = SphereIndex.Limit(bins * width) / 4;
    }

    /// <summary>Gives a distance that no pair exceeds.</summary>
    public static double Diameter(PairSet pairs)
    {
        double farthest = 0;
        for (int side = 0; side < (pairs.Same ? 1 : 2); side++)
        {
            PairSet.Side points = side == 0 ? pairs.Rows : pairs.Neighbours;
            for (int i = 0; i < points.Count; i++)
            {
                farthest = Math.Max(farthest, GreatCircle.Kilometres(points.X[i], points.Y[i], pairs.Rows.X[0], pairs.Rows.Y[0]));
            }
        }

        return Math.Min(2 * Farther * farthest, HalfTheGlobe);
    }

    /// <summary>Adds up the products, one sum per bin; greater distances are left out.</summary>
    public double[] Sum(
        double[] rowWeights, double[] neighbourWeights, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        ReplicateEngine.Local.Execute(new Job(this, rowWeights, neighbourWeights), execution, cancellationToken).Values;

    private void Add(int row, double weight, double[] weights, double[] sums)
    {
        (double sinLat, double cosLat) = (_rows.SinLat[row], _rows.CosLat[row]);
        (double sinLon, double cosLon) = (_rows.SinLon[row], _rows.CosLon[row]);
        for (int j = _same ? row + 1 : 0; j < weights.Length; j++)
        {
            (double sine, double cosine) = (_neighbours.SinLat[j], _neighbours.CosLat[j]);
            double sinG = (sinLat * cosine) - (cosLat * sine);
            double cosF = (cosLat * cosine) - (sinLat * sine);
            double sinL = (sinLon * _neighbours.CosLon[j]) - (cosLon * _neighbours.SinLon[j]);
            (double g2, double cf2, double l2) = (sinG * sinG, cosF * cosF, sinL * sinL);
            double s = (g2 * (1 - l2)) + (cf2 * l2);
            if (s > _limit)
            {
                continue;
            }

            double sinF = (sinLat * cosine) + (cosLat * sine);
            double cosG = (cosLat * cosine) + (sinLat * sine);
            double cosL = (cosLon * _neighbours.CosLon[j]) + (sinLon * _neighbours.SinLon[j]);
            (double f2, double cg2) = (sinF * sinF, cosG * cosG);
            double c = (cg2 * cosL * cosL) + (f2 * l2);
            double distance = s < GreatCircle.Coincident ? 0 : GreatCircle.Along(s, c, (f2, cf2), (g2, cg2));
            int bin = (int)(distance * _perKilometre);
            if (bin < _bins)
            {
                sums[bin] += weight * weights[j];
            }
        }
    }

    private sealed class Job(SpherePairs pairs, double[] rowWeights, double[] neighbourWeights) : IReplicateJob<ReplicateSums>
    {
        public string Stage => "comparing pairs of points";

        public int Replicates => rowWeights.Length;

        // A block must outweigh the merging of its sums, and there must be enough blocks to share.
        public int BlockSize => Math.Max(64, (rowWeights.Length + 63) / 64);

        public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] sums = new double[pairs._bins];
            for (int row = range.First; row < range.End; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pairs.Add(row, rowWeights[row], neighbourWeights, sums);
            }

            return new ReplicateSums(sums);
        }
    }

    /// <summary>Sines and cosines of half the angles.</summary>
    private sealed class Halves
    {
        public Halves(PairSet.Side points)
        {
            (SinLat, CosLat) = Of(points.Y);
            (SinLon, CosLon) = Of(points.X);
        }

        public double[] SinLat { get; }

        public double[] CosLat { get; }

        public double[] SinLon { get; }

        public double[] CosLon { get; }

        private static (double[] Sines, double[] Cosines) Of(double[] degrees)
        {
            double[] sines = new double[degrees.Length];
            double[] cosines = new double[degrees.Length];
            for (int i = 0; i < degrees.Length; i++)
            {
                (sines[i], cosines[i]) = Math.SinCos(degrees[i] / 2 * GreatCircle.RadiansPerDegree);
            }

            return (sines, cosines);
        }
    }
}
