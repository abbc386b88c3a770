using Karkhana.Methods.Spatial;

namespace Karkhana.Methods.Experiments;

/// <summary>Sums over base points from which all Sobol indices follow, and the indices.</summary>
/// <remarks>
/// Every estimator is a function of a few sums of products, so that leaving out a base point or drawing base points anew costs no pass over the
/// others. Differences between blocks are squared as such: the total index of an inert input is exactly 0. Values are taken from their grand mean,
/// and the shift c of an estimator (0 − mean for values as they are) comes in when the indices are formed.
/// </remarks>
internal sealed class SobolKernel
{
    // A variance below this share of the mean square is what rounding leaves of none.
    private const double Rounding = 1e-13;

    // Sums that all inputs share.
    private const int SumA = 0;
    private const int SumB = 1;
    private const int SquareA = 2;
    private const int SquareB = 3;
    private const int ProductAB = 4;
    private const int SumAll = 5;
    private const int Shared = 6;

    // Sums of each input, with M for A with that input from B and D = A − M.
    private const int Gap = 0;
    private const int GapSquare = 1;
    private const int OtherGapSquare = 2;
    private const int GapTimesA = 3;
    private const int GapTimesB = 4;
    private const int SumM = 5;
    private const int SquareM = 6;
    private const int ProductAM = 7;
    private const int ProductBM = 8;
    private const int SumReversed = 9;
    private const int PerInput = 10;

    private readonly double[] _a;
    private readonly double[] _b;
    private readonly double[][] _m;
    private readonly double[][] _reversed;
    private readonly double _grandMean;
    private readonly SobolIndexOptions _options;

    public SobolKernel(SobolEvaluations evaluations, SobolIndexOptions options)
    {
        _options = options;
        double[][] blocks = [evaluations.A, evaluations.B, .. evaluations.MixedA, .. evaluations.MixedB];
        double[] all = [.. blocks.SelectMany(block => block)];
        double[] centred = Deviations.Of(all).Z;
        _grandMean = all[0] - centred[0];
        double[][] parts = [.. blocks.Select((_, block) => centred[(block * evaluations.BaseCount)..((block + 1) * evaluations.BaseCount)])];
        (_a, _b) = (parts[0], parts[1]);
        _m = parts[2..(2 + evaluations.Inputs)];
        _reversed = parts[(2 + evaluations.Inputs)..];
    }

    /// <summary>Gets the number of inputs.</summary>
    public int Inputs => _m.Length;

    /// <summary>Gets how many numbers the indices are: first orders, totals, and pairs row after row.</summary>
    public int Width => (2 * Inputs) + Pairs;

    private int Pairs => _reversed.Length * (_reversed.Length - 1) / 2;

    private int SumCount => Shared + (PerInput * Inputs) + Pairs;

    /// <summary>Gives the indices when each base point comes so often.</summary>
    public double[] Indices(int[] counts)
    {
        double[] sums = new double[SumCount];
        double[] own = new double[SumCount];
        int drawn = 0;
        for (int point = 0; point < counts.Length; point++)
        {
            if (counts[point] > 0)
            {
                drawn += counts[point];
                Contribution(point, own);
                for (int place = 0; place < sums.Length; place++)
                {
                    sums[place] += counts[point] * own[place];
                }
            }
        }

        return IndicesOf(sums, drawn);
    }

    /// <summary>Gives errors and limits from leaving out one base point at a time.</summary>
    public BootstrapIntervals LeaveOneOut(double[] indices, double level, CancellationToken cancellationToken)
    {
        double[] sums = new double[SumCount];
        double[] own = new double[SumCount];
        for (int point = 0; point < _a.Length; point++)
        {
            Contribution(point, own);
            Add(sums, own, 1);
        }

        Jackknife jackknife = new(indices);
        double[] rest = new double[SumCount];
        for (int point = 0; point < _a.Length; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sums.CopyTo(rest, 0);
            Contribution(point, own);
            Add(rest, own, -1);
            jackknife.Add(IndicesOf(rest, _a.Length - 1));
        }

        return jackknife.Intervals(level);
    }

    private static void Add(double[] sums, double[] own, double sign)
    {
        for (int place = 0; place < sums.Length; place++)
        {
            sums[place] += sign * own[place];
        }
    }

    /// <summary>Writes what one base point adds to the sums.</summary>
    private void Contribution(int point, double[] own)
    {
        (double a, double b) = (_a[point], _b[point]);
        (own[SumA], own[SumB], own[SquareA], own[SquareB], own[ProductAB], own[SumAll]) = (a, b, a * a, b * b, a * b, a + b);
        for (int input = 0; input < _m.Length; input++)
        {
            double m = _m[input][point];
            double gap = a - m;
            Span<double> part = own.AsSpan(Shared + (PerInput * input), PerInput);
            (part[Gap], part[GapSquare], part[OtherGapSquare]) = (gap, gap * gap, (b - m) * (b - m));
            (part[GapTimesA], part[GapTimesB]) = (gap * a, gap * b);
            (part[SumM], part[SquareM], part[ProductAM], part[ProductBM]) = (m, m * m, a * m, b * m);
            part[SumReversed] = _reversed.Length > 0 ? _reversed[input][point] : 0;
            own[SumAll] += m + part[SumReversed];
        }

        int pair = Shared + (PerInput * Inputs);
        for (int input = 0; input < _reversed.Length; input++)
        {
            for (int other = input + 1; other < _reversed.Length; other++)
            {
                own[pair++] = _reversed[input][point] * _m[other][point];
            }
        }
    }

    private double[] IndicesOf(double[] sums, int points)
    {
        double[] indices = new double[Width];
        double variance = Variance(sums, points);
        if (!(variance > Rounding * (sums[SquareA] + sums[SquareB]) / points))
        {
            Array.Fill(indices, double.NaN);
            return indices;
        }

        double shift = _options.Centred ? sums[SumAll] / ((double)points * (2 + _m.Length + _reversed.Length)) : -_grandMean;
        for (int input = 0; input < Inputs; input++)
        {
            ReadOnlySpan<double> part = sums.AsSpan(Shared + (PerInput * input), PerInput);
            indices[input] = FirstOrder(sums, part, points, (variance, shift));
            indices[Inputs + input] = Total(sums, part, points, (variance, shift));
        }

        SecondOrder(sums, points, (variance, shift), indices);
        return indices;
    }

    private double Variance(double[] sums, int points)
    {
        if (_options.Variance == SobolVariance.Sample)
        {
            return (sums[SquareA] - (sums[SumA] * sums[SumA] / points)) / (points - 1);
        }

        double mean = (sums[SumA] + sums[SumB]) / (2.0 * points);
        return ((sums[SquareA] + sums[SquareB]) / (2.0 * points)) - (mean * mean);
    }

    private double FirstOrder(double[] sums, ReadOnlySpan<double> part, int points, (double Variance, double Shift) scale) => _options.Estimator switch
    {
        SobolEstimator.Jansen => 1 - (part[OtherGapSquare] / SquareDivisor(points) / scale.Variance),
        SobolEstimator.Martinez => Correlation(part[ProductBM], (sums[SumB], part[SumM]), (sums[SquareB], part[SquareM]), points),
        _ => ((scale.Shift * part[Gap]) - part[GapTimesB]) / ProductDivisor(points) / scale.Variance,
    };

    private double Total(double[] sums, ReadOnlySpan<double> part, int points, (double Variance, double Shift) scale)
    {
        switch (_options.Estimator)
        {
            case SobolEstimator.Homma:
                double product = ((part[ProductAM] - (scale.Shift * (sums[SumA] + part[SumM]))) / points) + (scale.Shift * scale.Shift);
                double mean = (sums[SumA] / points) - scale.Shift;
                return 1 - ((product - (mean * mean)) / scale.Variance);
            case SobolEstimator.Saltelli2007:
                return (part[GapTimesA] - (scale.Shift * part[Gap])) / ProductDivisor(points) / scale.Variance;
            case SobolEstimator.Martinez:
                return 1 - Correlation(part[ProductAM], (sums[SumA], part[SumM]), (sums[SquareA], part[SquareM]), points);
            default:
                return part[GapSquare] / SquareDivisor(points) / scale.Variance;
        }
    }

    private void SecondOrder(double[] sums, int points, (double Variance, double Shift) scale, double[] indices)
    {
        int pair = Shared + (PerInput * Inputs);
        int place = 2 * Inputs;
        for (int input = 0; input < _reversed.Length; input++)
        {
            double reversed = sums[Shared + (PerInput * input) + SumReversed];
            for (int other = input + 1; other < _reversed.Length; other++)
            {
                double mixed = sums[Shared + (PerInput * other) + SumM];
                double products = sums[pair++] - sums[ProductAB] - (scale.Shift * (reversed + mixed - sums[SumA] - sums[SumB]));
                indices[place++] = (products / points / scale.Variance) - indices[input] - indices[other];
            }
        }
    }

    private double ProductDivisor(int points) => _options.Variance == SobolVariance.Sample ? points - 1 : points;

    private double SquareDivisor(int points) => _options.Variance == SobolVariance.Sample ? (2.0 * points) - 1 : 2.0 * points;

    private static double Correlation(double product, (double Left, double Right) sums, (double Left, double Right) squares, int points)
    {
        double left = squares.Left - (sums.Left * sums.Left / points);
        double right = squares.Right - (sums.Right * sums.Right / points);
        return left > Rounding * squares.Left && right > Rounding * squares.Right
            ? Math.Clamp((product - (sums.Left * sums.Right / points)) / Math.Sqrt(left * right), -1, 1)
            : double.NaN;
    }
}
