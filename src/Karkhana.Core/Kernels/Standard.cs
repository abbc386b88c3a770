namespace Karkhana.Core.Kernels;

/// <summary>Brings values to mean 0 and standard deviation 1.</summary>
public static class Standard
{
    /// <summary>Standardises the values that are known.</summary>
    /// <remarks>Mean and standard deviation (n − 1) by <see cref="Sums"/>. Cost: three passes.</remarks>
    /// <param name="values">The values; NaN is missing.</param>
    /// <returns>One score per value; NaN where missing, and for all when the known ones do not vary.</returns>
    public static double[] Scores(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        double mean = Sums.Mean(known);
        double spread = Math.Sqrt(Sums.Variance(known));
        return spread > 0
            ? [.. values.Select(value => (value - mean) / spread)]
            : [.. values.Select(_ => double.NaN)];
    }
}
