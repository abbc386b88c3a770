using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>The test of a whole curve by its greatest studentised deviation.</summary>
/// <param name="PValue">The p-value; NaN when no distance gives evidence.</param>
/// <param name="Peak">The position of the strongest deviation; 0 when there is none.</param>
/// <param name="Deviation">That deviation in standard deviations; NaN when there is none.</param>
internal readonly record struct CurveTest(double PValue, int Peak, double Deviation)
{
    /// <summary>Compares the greatest studentised deviation of the observed curve with those of the simulated
    /// ones.</summary>
    public static CurveTest Of(ReadOnlySpan<double> observed, ReplicateRows simulated)
    {
        int curves = simulated.Count;
        double[] greatest = new double[curves];
        double ownGreatest = 0;
        double deviation = double.NaN;
        int peak = -1;
        double[] column = new double[curves + 1];
        for (int r = 0; r < observed.Length; r++)
        {
            for (int s = 0; s < curves; s++)
            {
                column[s] = simulated.Row(s)[r];
            }

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
            ? new CurveTest(double.NaN, 0, double.NaN)
            : new CurveTest(PermutationPValue.Of(ownGreatest, greatest, Alternative.Greater), peak, deviation);
    }
}
