using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Inference;

/// <summary>The p-value of a permutation or Monte Carlo test; every such test in the product comes here.</summary>
public static class PermutationPValue
{
    /// <summary>Gives p = (1 + number of simulated values at least as extreme) / (1 + number of simulated
    /// values).</summary>
    /// <remarks>
    /// Never 0, for the observed value is itself one of the possible arrangements. Ties count as extreme. Simulated NaN
    /// (not defined) are left out of both counts. Two-sided is twice the smaller tail, at most 1. Cost: one pass.
    /// Source: Phipson &amp; Smyth 2010, doi:10.2202/1544-6115.1585; Davison &amp; Hinkley 1997, section 4.2.
    /// Agrees with: spdep moran.mc and dbmss envelopes, exactly.
    /// </remarks>
    /// <param name="observed">The observed statistic.</param>
    /// <param name="simulated">The statistic under the null.</param>
    /// <param name="alternative">Which departures count.</param>
    /// <returns>The p-value; NaN when the observed value or all simulated ones are not defined.</returns>
    public static double Of(double observed, ReadOnlySpan<double> simulated, Alternative alternative)
    {
        Require.That(!simulated.IsEmpty, nameof(simulated), "must have at least one value; it was empty");
        int greater = 0;
        int less = 0;
        int defined = 0;
        foreach (double value in simulated)
        {
            greater += value >= observed ? 1 : 0;
            less += value <= observed ? 1 : 0;
            defined += double.IsNaN(value) ? 0 : 1;
        }

        if (double.IsNaN(observed) || defined == 0)
        {
            return double.NaN;
        }

        double upper = (1.0 + greater) / (1.0 + defined);
        double lower = (1.0 + less) / (1.0 + defined);
        return alternative switch
        {
            Alternative.Greater => upper,
            Alternative.Less => lower,
            _ => Math.Min(1, 2 * Math.Min(upper, lower)),
        };
    }

    /// <summary>Gives the p-value at each distance of a curve alone.</summary>
    /// <remarks>As the p-value of one statistic. Cost: one pass over the curves.</remarks>
    /// <param name="observed">The observed curve.</param>
    /// <param name="simulated">One simulated curve per row.</param>
    /// <param name="alternative">Which departures count.</param>
    /// <returns>One p-value per distance.</returns>
    public static double[] OfEach(IReadOnlyList<double> observed, ReplicateRows simulated, Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(simulated);
        Require.SameLength(observed.Count, simulated.Width, nameof(simulated));
        double[] values = new double[observed.Count];
        double[] column = new double[simulated.Count];
        for (int r = 0; r < values.Length; r++)
        {
            simulated.CopyColumn(r, column);
            values[r] = Of(observed[r], column, alternative);
        }

        return values;
    }
}
