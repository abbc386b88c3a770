using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Sums over pairs at each radius.</summary>
/// <param name="Sums">The sums, in the order of the radii as they were given.</param>
/// <param name="References">The weight of the reference points that count at each radius.</param>
/// <param name="Notes">What the reader must know.</param>
internal sealed record PairTotals(double[] Sums, double[] References, IReadOnlyList<Note> Notes)
{
    /// <summary>Gives scale × sum / (references × others) at each radius; NaN where nothing is left to divide by.</summary>
    public double[] Scaled(double scale, double others)
    {
        double[] values = new double[Sums.Length];
        for (int k = 0; k < values.Length; k++)
        {
            double divisor = References[k] * others;
            values[k] = divisor > 0 ? scale * Sums[k] / divisor : double.NaN;
        }

        return values;
    }
}
