using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>The scale of a register for Kd: the distances, the bins of the pairs and the coordinates to count
/// with.</summary>
internal sealed class KdPlan
{
    private const int SampledPairs = 200_000;
    private const int FewestBins = 512;
    private const int MostBins = 8192;
    private const double BinsPerBandwidth = 6;
    private const double MostOfDiagonal = 0.6;

    private KdPlan(PointPattern points, IReadOnlyList<double> distances, double typicalSpread, int largest, int least)
    {
        Distances = distances;
        Greatest = distances.Max();
        SmallestBandwidth = 0.9 * typicalSpread * Math.Pow(Pairs(largest), -0.2);
        double wanted = SmallestBandwidth > 0 ? 2 * Greatest * BinsPerBandwidth / SmallestBandwidth : MostBins;
        BinsOfRule = (int)Math.Clamp(Math.Ceiling(wanted), FewestBins, MostBins);
        Width = 2 * Greatest / BinsOfRule;
        Box = Extent(points);
        double diagonal = Math.Sqrt((Box.Width * Box.Width) + (Box.Height * Box.Height));
        // No deviation within [0, 2 max(r)] exceeds max(r), so the bandwidth is at most 0.9 max(r) pairs^(-1/5) when
        // most pairs are that near; when few are, the far end of a wide kernel is cut, for draws and observed alike.
        double reach = Greatest * Math.Max(2, 1 + (0.9 * KdFromBins.Reach * Math.Pow(Pairs(least), -0.2)));
        Bins = Math.Max(BinsOfRule, (int)Math.Min(60_000, Math.Ceiling(Math.Min(reach, diagonal * (1 + 1e-6)) / Width)));
        IsLimited = Bins * Width < MostOfDiagonal * diagonal;
        X = Centred(points.X, Box.Left + (Box.Width / 2));
        Y = Centred(points.Y, Box.Bottom + (Box.Height / 2));
        Places = IsLimited ? PlacesOf(points) : [];
    }

    /// <summary>Gets the distances of the curves, ascending.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>Gets the greatest of them.</summary>
    public double Greatest { get; }

    /// <summary>Gets a guess of the bandwidth of the largest industry.</summary>
    public double SmallestBandwidth { get; }

    /// <summary>Gets the width of a bin.</summary>
    public double Width { get; }

    /// <summary>Gets the number of bins within reach of a kernel.</summary>
    public int Bins { get; }

    /// <summary>Gets the number of bins up to twice the greatest distance, which the bandwidth rule looks at.</summary>
    public int BinsOfRule { get; }

    /// <summary>Gets a value indicating whether many pairs are beyond reach, so that it pays to look for the near
    /// ones.</summary>
    public bool IsLimited { get; }

    /// <summary>Gets the eastings from the middle of the area, in single precision.</summary>
    public float[] X { get; }

    /// <summary>Gets the northings likewise.</summary>
    public float[] Y { get; }

    /// <summary>Gets where each site stands in an order in which neighbours are near; empty unless
    /// <see cref="IsLimited"/>.</summary>
    public int[] Places { get; }

    /// <summary>Gets the bounding box.</summary>
    public (double Left, double Bottom, double Width, double Height) Box { get; }

    /// <summary>Makes the plan; null when all sites of the sample stand on one spot.</summary>
    /// <param name="points">The register.</param>
    /// <param name="sizes">The sizes of the tested industries, ascending.</param>
    /// <param name="options">Distances and seed.</param>
    public static KdPlan? For(PointPattern points, int[] sizes, RegisterScanOptions options)
    {
        double[] sample = Sample(points, options.Seed);
        double[] positive = [.. sample.Where(distance => distance > 0)];
        if (positive.Length == 0)
        {
            return null;
        }

        double[] distances = [.. options.Distances.Order()];
        if (distances.Length > 0)
        {
            Require.Finite(distances, nameof(options.Distances));
            Require.That(distances[0] >= 0, nameof(options.Distances), "must be zero or greater");
            Require.That(distances[^1] > 0, nameof(options.Distances), "must hold a distance greater than zero");
        }
        else
        {
            double median = positive[(positive.Length - 1) / 2];
            distances = [.. Enumerable.Range(0, options.Steps).Select(step => median * step / (options.Steps - 1))];
        }

        double[] near = [.. sample.Where(distance => distance <= 2 * distances[^1])];
        double spread = Math.Sqrt(Sums.Variance(near));
        return new KdPlan(points, distances, spread > 0 ? spread : 0, sizes[^1], sizes[0]);
    }

    /// <summary>Gives the number of pairs of a set.</summary>
    public static double Pairs(int points) => points * (points - 1.0) / 2;

    /// <summary>Gives the distances of all pairs of a small register, of pairs drawn by address of a large one,
    /// ascending.</summary>
    private static double[] Sample(PointPattern points, ulong seed)
    {
        if (Pairs(points.Count) <= SampledPairs)
        {
            double[] all = [.. Enumerable.Range(1, points.Count - 1)
                .SelectMany(i => Enumerable.Range(0, i).Select(j => Distance(points, i, j)))];
            Array.Sort(all);
            return all;
        }

        RandomStream stream = new(seed, RandomPurpose.NestedSites, 0, substream: 1);
        double[] sample = new double[SampledPairs];
        for (int pair = 0; pair < sample.Length; pair++)
        {
            int i = stream.NextInt(points.Count);
            int j = stream.NextInt(points.Count - 1);
            j += j >= i ? 1 : 0;
            sample[pair] = Distance(points, i, j);
        }

        Array.Sort(sample);
        return sample;
    }

    private static double Distance(PointPattern points, int i, int j)
    {
        (double dx, double dy) = (points.X[i] - points.X[j], points.Y[i] - points.Y[j]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static (double Left, double Bottom, double Width, double Height) Extent(PointPattern points)
    {
        (double left, double bottom) = (points.X.Min(), points.Y.Min());
        return (left, bottom, points.X.Max() - left, points.Y.Max() - bottom);
    }

    private static float[] Centred(double[] values, double centre) => Array.ConvertAll(values, value => (float)(value - centre));

    private static int[] PlacesOf(PointPattern points)
    {
        int[] order = HilbertOrder.Of(points.X, points.Y);
        int[] places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}
