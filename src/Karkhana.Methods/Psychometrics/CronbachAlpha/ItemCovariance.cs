using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The covariance matrix of items, and what classical test theory reads from it.</summary>
internal sealed class ItemCovariance
{
    private readonly double[,] _covariance;
    private readonly double[] _rowSums;
    private readonly int _count;

    private ItemCovariance(double[,] covariance)
    {
        _covariance = covariance;
        _count = covariance.GetLength(0);
        _rowSums = [.. Enumerable.Range(0, _count).Select(
            item => Enumerable.Range(0, _count).Aggregate(0.0, (sum, other) => sum + covariance[item, other]))];
    }

    public double this[int item, int other] => _covariance[item, other];

    public static ItemCovariance Of(ItemResponses responses)
    {
        int count = responses.Items.Count;
        double[][] centred = [.. responses.Answers.Select(Centre)];
        double[,] covariance = new double[count, count];
        for (int item = 0; item < count; item++)
        {
            for (int other = 0; other <= item; other++)
            {
                covariance[item, other] = covariance[other, item] = Sums.Dot(centred[item], centred[other]) / (responses.Respondents - 1);
            }
        }

        return new ItemCovariance(covariance);
    }

    /// <summary>Takes a correlation matrix of any kind for the covariances of standardised items.</summary>
    public static ItemCovariance Of(Matrix<double> correlations) => new(correlations.ToArray());

    public double TotalVariance() => Sums.Sum(_rowSums);

    public double Alpha() => AlphaOf(_count, Trace(), TotalVariance());

    public double AlphaWithout(int dropped)
    {
        double total = TotalVariance() - (2 * _rowSums[dropped]) + _covariance[dropped, dropped];
        return _count < 3 ? double.NaN : AlphaOf(_count - 1, Trace() - _covariance[dropped, dropped], total);
    }

    public double AverageCorrelation()
    {
        double sum = 0;
        for (int item = 0; item < _count; item++)
        {
            for (int other = 0; other < item; other++)
            {
                sum += Correlation(item, other);
            }
        }

        return sum / (_count * (_count - 1) / 2.0);
    }

    /// <summary>Gives the correlation matrix, with ones on its diagonal.</summary>
    public Matrix<double> Correlations() => Matrix<double>.Build.Dense(
        _count, _count, (item, other) => item == other ? 1 : Correlation(item, other));

    public double StandardisedAlpha()
    {
        double average = AverageCorrelation();
        return _count * average / (1 + ((_count - 1) * average));
    }

    public double GuttmanLambda6()
    {
        Matrix<double> correlations = Correlations();
        return ItemCorrelations.Inverse(correlations) is { } inverse
            ? 1 - (Sums.Sum([.. inverse.Diagonal().Select(value => 1 / value)]) / Sums.Sum(correlations.ToRowMajorArray()))
            : double.NaN;
    }

    public double ItemTotalCorrelation(int item) => _rowSums[item] / Math.Sqrt(
        _covariance[item, item] * TotalVariance());

    public double ItemRestCorrelation(int item)
    {
        double own = _covariance[item, item];
        double rest = TotalVariance() - (2 * _rowSums[item]) + own;
        return (_rowSums[item] - own) / Math.Sqrt(own * rest);
    }

    /// <summary>Gives the Pearson correlation of two items; NaN when one of them does not vary.</summary>
    public double Correlation(int item, int other) => Math.Clamp(
        _covariance[item, other] / Math.Sqrt(_covariance[item, item] * _covariance[other, other]), -1, 1);

    private static double AlphaOf(
        double items, double trace, double total) => items / (items - 1) * (1 - (trace / total));

    // The mean of equal answers may differ from them in the last bit; their distance from it would pass for variation.
    private static double[] Centre(double[] answers)
    {
        if (Array.TrueForAll(answers, answer => answer == answers[0]))
        {
            return new double[answers.Length];
        }

        double mean = Sums.Mean(answers);
        return [.. answers.Select(answer => answer - mean)];
    }

    private double Trace() => Sums.Sum([.. Enumerable.Range(0, _count).Select(item => _covariance[item, item])]);
}
