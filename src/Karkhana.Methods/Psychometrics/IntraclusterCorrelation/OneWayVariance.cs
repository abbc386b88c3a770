using Karkhana.Core.Kernels;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The mean squares between and within groups.</summary>
internal sealed class OneWayVariance
{
    public OneWayVariance(double[] values, CodeList groups)
    {
        double[][] byGroup = [.. Enumerable.Range(0, groups.Codes.Length).Select(
            group => values.Where((_, i) => groups.Positions[i] == group).ToArray())];
        double[] sizes = [.. byGroup.Select(group => (double)group.Length)];
        double mean = Sums.Mean(values);
        (DegreesBetween, DegreesWithin) = (byGroup.Length - 1, values.Length - byGroup.Length);
        MeanSquareWithin = Sums.Sum([.. byGroup.Where(group => group.Length > 1 && Varies(group)).Select(
            group => (group.Length - 1) * Sums.Variance(group))]) / DegreesWithin;
        double between = Varies(values)
            ? Sums.Sum([.. byGroup.Select(group => group.Length * Square(MeanOf(group) - mean))]) / DegreesBetween
            : 0;
        Statistic = between == 0 && MeanSquareWithin == 0 ? double.NaN : between / MeanSquareWithin;
        MeanSizePerValue = Sums.Dot(sizes, sizes) / values.Length;
        MeanSize = (values.Length - MeanSizePerValue) / DegreesBetween;
        BetweenComponent = (between - MeanSquareWithin) / MeanSize;
        UnequalSizes = Varies(sizes);
    }

    public int DegreesBetween { get; }

    public int DegreesWithin { get; }

    public double MeanSquareWithin { get; }

    /// <summary>Gets F; infinite when values vary between groups alone, NaN when they do not vary.</summary>
    public double Statistic { get; }

    /// <summary>Gets n₀, the size that stands for groups of different sizes.</summary>
    public double MeanSize { get; }

    /// <summary>Gets the size of the group of a value, averaged over values.</summary>
    public double MeanSizePerValue { get; }

    public double BetweenComponent { get; }

    public bool UnequalSizes { get; }

    /// <summary>Gives the correlation that belongs to a ratio of mean squares.</summary>
    public double Correlation(double ratio) => double.IsPositiveInfinity(ratio) ? 1 : (ratio - 1) / (ratio + MeanSize - 1);

    // The mean of equal values may differ from them in the last bit, which must not pass for variation.
    private static double MeanOf(double[] values) => Varies(values) ? Sums.Mean(values) : values[0];

    private static bool Varies(double[] values) => Array.Exists(values, value => value != values[0]);

    private static double Square(double value) => value * value;
}
