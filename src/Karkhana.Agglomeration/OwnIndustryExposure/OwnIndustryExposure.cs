using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>How much activity of a firm's own industry lies near it, decaying with distance.</summary>
public static class OwnIndustryExposure
{
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
        double[] complete = Decayed.WithoutGaps(weights);
        double[] exposures = new double[x.Count];
        List<Neighbour> near = [];
        foreach (IGrouping<string, int> industry in Enumerable.Range(0, x.Count).GroupBy(firm => industries[firm]))
        {
            int[] firms = [.. industry];
            PointLayer own = new(x, y, firms);
            foreach (int firm in firms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                own.Around(x[firm], y[firm], Decayed.Reach(decayKilometres), firm, near);
                exposures[firm] = Decayed.Sum(near, complete, decayKilometres);
            }
        }

        return exposures;
    }
}
