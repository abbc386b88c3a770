using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Capability;

/// <summary>Pearson's correlation of two values of the same firms.</summary>
/// <param name="Estimate">The correlation; NaN with fewer than three firms or without variation.</param>
/// <param name="Firms">The firms with both values.</param>
internal readonly record struct FirmCorrelation(double Estimate, int Firms)
{

    /// <summary>Correlates the values of the firms that have both.</summary>
    public static FirmCorrelation Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        int[] both = [.. Enumerable.Range(0, left.Count).Where(i => !double.IsNaN(left[i]) && !double.IsNaN(right[i]))];
        double[] first = Standard.Scores([.. both.Select(i => left[i])]);
        double[] second = Standard.Scores([.. both.Select(i => right[i])]);
        return new FirmCorrelation(both.Length < 3 ? double.NaN : Sums.Dot(first, second) / (both.Length - 1), both.Length);
    }

    /// <summary>Gives Fisher's 95 % limits tanh(atanh r ∓ 1.96/√(n − 3)).</summary>
    public static (double Low, double High) Limits(double correlation, int firms)
    {
        double width = NormalQuantiles.TwoSided95 / Math.Sqrt(firms - 3);
        return (Math.Tanh(Math.Atanh(correlation) - width), Math.Tanh(Math.Atanh(correlation) + width));
    }
}
