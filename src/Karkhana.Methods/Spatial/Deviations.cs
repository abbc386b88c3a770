using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Values as deviations from their mean, with the moments that the local statistics need.</summary>
/// <param name="Z">The deviations; all exactly 0 when the values are the same.</param>
/// <param name="SumOfSquares">Σ z².</param>
internal sealed record Deviations(double[] Z, double SumOfSquares)
{
    /// <summary>Gets a value indicating whether the values do not vary.</summary>
    public bool AreZero => !(SumOfSquares > 0);

    /// <summary>Gets Σ z²/n.</summary>
    public double Variance => SumOfSquares / Z.Length;

    /// <summary>Subtracts the mean.</summary>
    public static Deviations Of(double[] values)
    {
        double[] z = new double[values.Length];
        if (Array.TrueForAll(values, value => value == values[0]))
        {
            return new Deviations(z, 0); // the rounded mean of equal values may differ from them
        }

        double mean = Sums.Mean(values);
        for (int unit = 0; unit < z.Length; unit++)
        {
            z[unit] = values[unit] - mean;
        }

        return new Deviations(z, Sums.Dot(z, z));
    }

    /// <summary>Gives the values with mean 0 and sample standard deviation 1.</summary>
    public double[] Scores()
    {
        double spread = Math.Sqrt(SumOfSquares / (Z.Length - 1));
        return [.. Z.Select(z => z / spread)];
    }
}
