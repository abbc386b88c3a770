using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Core.Inference;

/// <summary>The test of a whole curve by its greatest studentised deviation from what chance gives.</summary>
/// <param name="PValue">The p-value, two-sided; NaN when no distance gives evidence.</param>
/// <param name="Peak">The position at which the observed curve departs most; 0 when no distance gives
/// evidence.</param>
/// <param name="Deviation">The departure there in standard deviations, with its sign; NaN when no distance gives
/// evidence.</param>
public sealed record GreatestDeviation(double PValue, int Peak, double Deviation)
{
    /// <summary>Compares the greatest studentised deviation of the observed curve with those of the simulated
    /// ones.</summary>
    /// <remarks>
    /// T = max_r |K(r) − mean(r)| / sd(r), mean and sd over the observed and all simulated curves, so that under the
    /// null
    /// all curves are exchangeable and p = (1 + #{T_s ≥ T}) / (S + 1) is exact. A distance at which a curve is not
    /// defined,
    /// or all are equal, gives no evidence. Cost: curves × distances.
    /// Source: Myllymäki, Mrkvička, Grabarnik, Seijo and Hahn 2017, doi:10.1111/rssb.12172, section 4.
    /// </remarks>
    /// <param name="observed">The observed curve.</param>
    /// <param name="simulated">One simulated curve per row.</param>
    /// <returns>The test.</returns>
    public static GreatestDeviation Of(ReadOnlySpan<double> observed, ReplicateRows simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        Require.SameLength(observed.Length, simulated.Width, nameof(simulated));
        int curves = simulated.Count;
        double[] greatest = new double[curves];
        double ownGreatest = 0;
        double deviation = double.NaN;
        int peak = -1;
        double[] column = new double[curves + 1];
        for (int r = 0; r < observed.Length; r++)
        {
            simulated.CopyColumn(r, column.AsSpan(0, curves));
            column[curves] = observed[r];
            double mean = Sums.Mean(column);
            double spread = Math.Sqrt(Sums.Variance(column));
            if (!(spread > 0))
            {
                continue; // not defined for some curve, or the same for all: no evidence at this distance
            }

            for (int s = 0; s < curves; s++)
            {
                greatest[s] = Math.Max(greatest[s], Math.Abs(column[s] - mean) / spread);
            }

            double own = (observed[r] - mean) / spread;
            if (Math.Abs(own) > ownGreatest)
            {
                (ownGreatest, deviation, peak) = (Math.Abs(own), own, r);
            }
        }

        return peak < 0
            ? new GreatestDeviation(double.NaN, 0, double.NaN)
            : new GreatestDeviation(
                PermutationPValue.Of(ownGreatest, greatest, Alternative.Greater), peak, deviation);
    }
}
