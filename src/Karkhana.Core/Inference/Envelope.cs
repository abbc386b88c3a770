using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Inference;

/// <summary>A band around curves simulated under a null; every band in the product comes from here.</summary>
/// <param name="Type">How the band was drawn.</param>
/// <param name="Alpha">The risk.</param>
/// <param name="Simulations">The number of simulated curves.</param>
/// <param name="Lower">The lower limit at each distance.</param>
/// <param name="Upper">The upper limit at each distance.</param>
public sealed record Envelope(
    EnvelopeType Type, double Alpha, int Simulations, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    /// <summary>Draws the band.</summary>
    /// <remarks>
    /// Pointwise: quantiles of type 7 at alpha/2 and 1 − alpha/2 at each distance. Global: every curve that is the
    /// least
    /// or the greatest at some distance is dropped (the first one on ties, all distances at once), again and again,
    /// until at most (1 − alpha) S remain; the limits are interpolated between the last two rounds,
    /// lower = min_last + (min_previous − min_last) / S · ((1 − alpha) S − kept), upper likewise.
    /// NaN (not defined at a distance) never counts as extreme. Cost: pointwise O(R S log S); global O(R S) a round.
    /// Source: Duranton &amp; Overman 2005, doi:10.1111/0034-6527.00362; Marcon &amp; Puech 2010,
    /// doi:10.1093/jeg/lbp056.
    /// Agrees with: dbmss 2.11 local quantiles and GlobalEnvelope, relative 1e-9.
    /// </remarks>
    /// <param name="curves">One simulated curve per row.</param>
    /// <param name="alpha">The risk, greater than 0 and less than 1.</param>
    /// <param name="type">How to draw the band.</param>
    /// <returns>The band.</returns>
    public static Envelope Around(ReplicateRows curves, double alpha, EnvelopeType type)
    {
        ArgumentNullException.ThrowIfNull(curves);
        Require.That(curves.Count > 0, nameof(curves), "must have at least one curve; it was empty");
        Require.That(
            alpha is > 0 and < 1, nameof(alpha), FormattableString.Invariant($"must lie in (0, 1); it was {alpha}"));
        return type == EnvelopeType.Pointwise ? Pointwise(curves, alpha) : GlobalIterative(curves, alpha);
    }

    private static Envelope Pointwise(ReplicateRows curves, double alpha)
    {
        double[] lower = new double[curves.Width];
        double[] upper = new double[curves.Width];
        for (int r = 0; r < curves.Width; r++)
        {
            double[] sorted = Defined(curves, r);
            lower[r] = Quantiles.Type7(sorted, alpha / 2);
            upper[r] = Quantiles.Type7(sorted, 1 - (alpha / 2));
        }

        return new Envelope(EnvelopeType.Pointwise, alpha, curves.Count, lower, upper);
    }

    private static double[] Defined(ReplicateRows curves, int r)
    {
        double[] values = new double[curves.Count];
        int defined = 0;
        for (int s = 0; s < curves.Count; s++)
        {
            double value = curves.Row(s)[r];
            if (!double.IsNaN(value))
            {
                values[defined++] = value;
            }
        }

        Array.Resize(ref values, defined);
        Array.Sort(values);
        return values;
    }

    private static Envelope GlobalIterative(ReplicateRows curves, double alpha)
    {
        int total = curves.Count;
        double target = (1 - alpha) * total;
        bool[] kept = new bool[total];
        Array.Fill(kept, true);
        int remaining = total;
        Extremes last = Extremes.Of(curves, kept);
        Extremes previous = last;
        while (remaining > target)
        {
            int dropped = last.Drop(kept);
            if (dropped == 0 || dropped == remaining)
            {
                break; // no curve is defined anywhere, or every curve is extreme somewhere: the band stays where it is
            }

            remaining -= dropped;
            previous = last;
            last = Extremes.Of(curves, kept);
        }

        double share = ReferenceEquals(previous, last) ? 0 : (target - remaining) / total;
        double[] lower = new double[curves.Width];
        double[] upper = new double[curves.Width];
        for (int r = 0; r < curves.Width; r++)
        {
            lower[r] = last.Least[r] + ((previous.Least[r] - last.Least[r]) * share);
            upper[r] = last.Greatest[r] + ((previous.Greatest[r] - last.Greatest[r]) * share);
        }

        return new Envelope(EnvelopeType.GlobalIterative, alpha, total, lower, upper);
    }

    private sealed record Extremes(double[] Least, double[] Greatest, int[] LeastAt, int[] GreatestAt)
    {
        public static Extremes Of(ReplicateRows curves, bool[] kept)
        {
            int width = curves.Width;
            Extremes extremes = new(new double[width], new double[width], new int[width], new int[width]);
            Array.Fill(extremes.Least, double.NaN);
            Array.Fill(extremes.Greatest, double.NaN);
            Array.Fill(extremes.LeastAt, -1);
            Array.Fill(extremes.GreatestAt, -1);
            for (int s = 0; s < kept.Length; s++)
            {
                if (kept[s])
                {
                    extremes.See(s, curves.Row(s));
                }
            }

            return extremes;
        }

        public int Drop(bool[] kept)
        {
            int dropped = 0;
            foreach (int s in LeastAt.Concat(GreatestAt))
            {
                if (s >= 0 && kept[s])
                {
                    kept[s] = false;
                    dropped++;
                }
            }

            return dropped;
        }

        private void See(int s, ReadOnlySpan<double> curve)
        {
            for (int r = 0; r < curve.Length; r++)
            {
                if (double.IsNaN(curve[r]))
                {
                    continue;
                }

                if (LeastAt[r] < 0 || curve[r] < Least[r])
                {
                    (Least[r], LeastAt[r]) = (curve[r], s);
                }

                if (GreatestAt[r] < 0 || curve[r] > Greatest[r])
                {
                    (Greatest[r], GreatestAt[r]) = (curve[r], s);
                }
            }
        }
    }
}
