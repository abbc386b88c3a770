using Karkhana.Core.Execution;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>The bands of Duranton and Overman around drawn curves, and the band of an industry.</summary>
internal sealed class ScanBands
{
    private readonly double[] _pointwiseLower;
    private readonly double[] _pointwiseUpper;
    private readonly double[] _globalLower;
    private readonly double[] _globalUpper;

    /// <summary>Draws the bands.</summary>
    /// <remarks>
    /// The lower global limit is the k-th smallest drawn value at each distance with the greatest k for which at most a
    /// share alpha of the drawn curves fall below it somewhere; the upper one likewise. Found without search: a curve
    /// falls below limit k when its least rank over all distances is less than k.
    /// </remarks>
    public ScanBands(ReplicateRows drawn, double alpha)
    {
        (int width, int curves) = (drawn.Width, drawn.Count);
        (_pointwiseLower, _pointwiseUpper) = (new double[width], new double[width]);
        (_globalLower, _globalUpper) = (new double[width], new double[width]);
        int[] leastFromBelow = new int[curves];
        int[] leastFromAbove = new int[curves];
        Array.Fill(leastFromBelow, curves);
        Array.Fill(leastFromAbove, curves);
        double[][] sorted = new double[width][];
        for (int r = 0; r < width; r++)
        {
            sorted[r] = Sorted(drawn, r, leastFromBelow, leastFromAbove);
            _pointwiseLower[r] = Quantiles.Type7(sorted[r], alpha);
            _pointwiseUpper[r] = Quantiles.Type7(sorted[r], 1 - alpha);
        }

        int below = GreatestRank(leastFromBelow, alpha);
        int above = GreatestRank(leastFromAbove, alpha);
        for (int r = 0; r < width; r++)
        {
            int defined = sorted[r].Length;
            _globalLower[r] = defined == 0 ? double.NaN : sorted[r][Math.Min(below, defined) - 1];
            _globalUpper[r] = defined == 0 ? double.NaN : sorted[r][defined - Math.Min(above, defined)];
        }
    }

    /// <summary>Puts an observed curve between the bands; where its draws were counted in another way, the bands are
    /// moved by what the two ways give for the observed curve itself.</summary>
    /// <param name="distances">The distances.</param>
    /// <param name="observed">The curve.</param>
    /// <param name="likeDraws">The curve as the draws were computed.</param>
    public ScanCurve Around(IReadOnlyList<double> distances, double[] observed, double[] likeDraws)
    {
        double[] Moved(double[] limits) => ReferenceEquals(observed, likeDraws)
            ? limits
            : [.. limits.Select((limit, r) => limit + (observed[r] - likeDraws[r]))];
        double[] lower = Moved(_globalLower);
        double[] upper = Moved(_globalUpper);
        double[] localisation = [.. observed.Select((value, r) => value > upper[r] ? value - upper[r] : 0)];
        bool localised = localisation.Any(gain => gain > 0);
        return new ScanCurve
        {
            Distances = distances,
            Observed = observed,
            PointwiseLower = Moved(_pointwiseLower),
            PointwiseUpper = Moved(_pointwiseUpper),
            GlobalLower = lower,
            GlobalUpper = upper,
            Localisation = localisation,
            Dispersion = [.. observed.Select((value, r) => !localised && value < lower[r] ? lower[r] - value : 0)],
        };
    }

    /// <summary>Sorts the values at a distance and notes the least rank of each curve from both ends, ties by the
    /// greater rank.</summary>
    private static double[] Sorted(ReplicateRows drawn, int r, int[] leastFromBelow, int[] leastFromAbove)
    {
        double[] values = new double[drawn.Count];
        int[] curves = new int[drawn.Count];
        int defined = 0;
        for (int s = 0; s < drawn.Count; s++)
        {
            double value = drawn.Row(s)[r];
            if (!double.IsNaN(value))
            {
                (values[defined], curves[defined++]) = (value, s);
            }
        }

        Array.Resize(ref values, defined);
        Array.Sort(values, curves, 0, defined);
        for (int first = 0; first < defined;)
        {
            int end = first + 1;
            while (end < defined && values[end] == values[first])
            {
                end++;
            }

            for (int i = first; i < end; i++)
            {
                leastFromBelow[curves[i]] = Math.Min(leastFromBelow[curves[i]], end);
                leastFromAbove[curves[i]] = Math.Min(leastFromAbove[curves[i]], defined - first);
            }

            first = end;
        }

        return values;
    }

    private static int GreatestRank(int[] leastRanks, double alpha)
    {
        int[] sorted = [.. leastRanks.Order()];
        int allowed = (int)Math.Floor(alpha * sorted.Length);
        return allowed < sorted.Length ? sorted[allowed] : sorted[^1]; // the curve after the allowed ones stays inside
    }
}
