namespace Karkhana.Core.Kernels;

/// <summary>Whether two variables put units into the same order.</summary>
public static class RankCorrelation
{
    /// <summary>Gives Spearman's correlation: Pearson's of the ranks, ties sharing the mean of theirs.</summary>
    /// <remarks>
    /// Pairs with a missing value are left out; ranks are those of the others. Cost: n log n.
    /// Source: Spearman 1904, doi:10.2307/1412159. Agrees with: R cor(method = "spearman"), relative 1e-12.
    /// </remarks>
    /// <param name="left">One value per unit; NaN is missing.</param>
    /// <param name="right">The other value, as many.</param>
    /// <returns>From −1 to 1; NaN with fewer than two pairs or when one side does not vary.</returns>
    public static double Spearman(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Errors.Require.SameLength(left.Count, right.Count, nameof(right));
        int[] known = [.. Enumerable.Range(0, left.Count).Where(i => !double.IsNaN(left[i]) && !double.IsNaN(right[i]))];
        double[] x = Centred(Ranks.Of([.. known.Select(i => left[i])]));
        double[] y = Centred(Ranks.Of([.. known.Select(i => right[i])]));
        return Sums.Dot(x, y) / Math.Sqrt(Sums.Dot(x, x) * Sums.Dot(y, y));
    }

    private static double[] Centred(double[] ranks)
    {
        double mean = Sums.Mean(ranks);
        return [.. ranks.Select(rank => rank - mean)];
    }
}
