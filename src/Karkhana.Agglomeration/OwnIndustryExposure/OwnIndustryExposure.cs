using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Agglomeration;

/// <summary>How much activity of a firm's own industry lies near it, decaying with distance.</summary>
public static class OwnIndustryExposure
{
    // e^(−40) ≈ 4e-18: what lies farther cannot change a double that holds one worker.
    private const double ReachInDecays = 40;

    /// <summary>Computes the exposure of each firm.</summary>
    /// <remarks>
    /// A_i = Σ_{j ≠ i, s(j) = s(i)} w_j exp(−d_ij/δ): the firm itself is left out. Distances are planar, on the study's
    /// projection.
    /// Cost: per industry the pairs closer than 40 δ. Source: framework 1.4.1; Graham 2009,
    /// doi:10.1111/j.1435-5957.2008.00166.x
    /// for the decay. Agrees with: the worked example of the framework to its digits.
    /// </remarks>
    /// <param name="x">Eastings in metres.</param>
    /// <param name="y">Northings in metres.</param>
    /// <param name="industries">Industry of each firm.</param>
    /// <param name="weights">Workers of each firm, zero or greater; NaN counts as the median of those known.</param>
    /// <param name="decayKilometres">δ in kilometres, positive.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>One exposure per firm, in the unit of the weights.</returns>
    public static double[] Estimate(
        IReadOnlyList<double> x,
        IReadOnlyList<double> y,
        IReadOnlyList<string> industries,
        IReadOnlyList<double> weights,
        double decayKilometres = 2,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(industries);
        ArgumentNullException.ThrowIfNull(weights);
        Require.Positive(decayKilometres);
        Require.SameLength(x.Count, y.Count, nameof(y));
        Require.SameLength(x.Count, industries.Count, nameof(industries));
        Require.SameLength(x.Count, weights.Count, nameof(weights));
        Require.That(weights.All(weight => !(weight < 0)), nameof(weights), "must be zero or greater");
        double decay = decayKilometres * 1000;
        double[] complete = WithoutGaps(weights);
        double[] exposures = new double[x.Count];
        foreach (IGrouping<string, int> industry in Enumerable.Range(0, x.Count).GroupBy(firm => industries[firm]))
        {
            int[] firms = [.. industry];
            PointIndex index = PointIndex.Of([.. firms.Select(firm => x[firm])], [.. firms.Select(firm => y[firm])]);
            List<(int Position, double SquaredDistance)> near = [];
            for (int own = 0; own < firms.Length; own++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                index.Within(x[firms[own]], y[firms[own]], ReachInDecays * decay, near);
                exposures[firms[own]] = Sum(near, own, firms, complete, decay);
            }
        }

        return exposures;
    }

    /// <summary>Puts the median of the known weights in place of the missing ones; 1 when none is known.</summary>
    internal static double[] WithoutGaps(IReadOnlyList<double> weights)
    {
        double[] known = [.. weights.Where(weight => !double.IsNaN(weight)).Order()];
        double middle = known.Length == 0 ? 1 : Core.Inference.Quantiles.Type7(known, 0.5);
        return [.. weights.Select(weight => double.IsNaN(weight) ? middle : weight)];
    }

    private static double Sum(
        List<(int Position, double SquaredDistance)> near, int own, int[] firms, double[] weights, double decay)
    {
        near.Sort((left, right) => left.Position.CompareTo(right.Position));
        double sum = 0;
        foreach ((int position, double squared) in near)
        {
            sum += position == own ? 0 : weights[firms[position]] * Math.Exp(-Math.Sqrt(squared) / decay);
        }

        return sum;
    }
}
