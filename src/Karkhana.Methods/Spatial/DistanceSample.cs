namespace Karkhana.Methods.Spatial;

/// <summary>Distances of pairs in ascending order: each pair for itself, or the middles of narrow bins with their
/// counts.</summary>
internal sealed class DistanceSample
{
    // Beyond this many bandwidths a pair adds less than 2.6e-18 of the peak of the kernel.
    internal const double Near = 9;
    private const double FarthestShare = 2.6e-18;
    private const double Farthest = 40; // exp(−800) is 0 in double precision
    private const double Negligible = 1e-14;
    private readonly double[] _distances;
    private readonly double[]? _counts;
    private readonly double[]? _weights;

    /// <summary>Initialises a sample.</summary>
    /// <param name="distances">The distances, ascending.</param>
    /// <param name="counts">How many pairs each stands for; null for one.</param>
    /// <param name="weights">The weight of each; null for the counts.</param>
    public DistanceSample(double[] distances, double[]? counts, double[]? weights)
    {
        _distances = distances;
        _counts = counts;
        _weights = weights ?? counts;
    }

    /// <summary>Gets the weight of all pairs, those outside the sample too.</summary>
    public required double TotalWeight { get; init; }

    /// <summary>Gets the width of the bins; 0 when each distance is exact.</summary>
    public double BinWidth { get; init; }

    /// <summary>Gets the distances, ascending.</summary>
    public ReadOnlySpan<double> Distances => _distances;

    /// <summary>Gives how many pairs an entry stands for.</summary>
    public double CountOf(int entry) => _counts is null ? 1 : _counts[entry];

    /// <summary>Gives the density of the distances at a distance.</summary>
    /// <param name="r">The distance.</param>
    /// <param name="bandwidth">The bandwidth, greater than zero.</param>
    /// <returns>The density.</returns>
    public double Density(double r, double bandwidth)
    {
        // Taking the middle of a bin spreads distances by a variance of BinWidth² / 12: Sheppard's correction.
        double narrowed = (bandwidth * bandwidth) - (BinWidth * BinWidth / 12);
        double h = narrowed > 0 ? Math.Sqrt(narrowed) : bandwidth;
        double sum = Around(r, h, Near) + Around(-r, h, Near);
        if (sum < TotalWeight * FarthestShare / Negligible)
        {
            sum = Around(r, h, Farthest) + Around(-r, h, Farthest); // little lies near: what lies far may matter
        }

        return sum / (h * TotalWeight * Math.Sqrt(2 * Math.PI));
    }

    private double Around(double centre, double h, double bandwidths)
    {
        int first = FirstAtLeast(centre - (bandwidths * h));
        double last = centre + (bandwidths * h);
        double sum = 0;
        for (int i = first; i < _distances.Length && _distances[i] <= last; i++)
        {
            double u = (centre - _distances[i]) / h;
            double kernel = Math.Exp(-0.5 * u * u);
            sum += _weights is null ? kernel : kernel * _weights[i];
        }

        return sum;
    }

    private int FirstAtLeast(double value)
    {
        int low = 0;
        int high = _distances.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_distances[middle] < value)
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
