using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Whether each firm of an industry stands in a cluster of it.</summary>
public static class ClusterStatus
{
    /// <summary>Takes the observed status where the register has one, else the density rule.</summary>
    /// <remarks>
    /// Density rule: a firm is clustered when at least <paramref name="leastFirms"/> firms of its industry, itself
    /// included, lie
    /// within <paramref name="radiusKilometres"/>: the core condition of DBSCAN, without its chaining. Cost: pairs
    /// within the radius.
    /// Source: Ester, Kriegel, Sander and Xu 1996, KDD-96:226-231; defaults of framework 1.4.6.
    /// </remarks>
    /// <param name="firms">The register.</param>
    /// <param name="sample">Positions of the firms of one industry.</param>
    /// <param name="radiusKilometres">The radius, positive; 1.5 unless set.</param>
    /// <param name="leastFirms">The firms needed, at least 2; 8 unless set.</param>
    /// <returns>One status per firm of the sample.</returns>
    public static bool[] Estimate(
        FirmRegister firms, IReadOnlyList<int> sample, double radiusKilometres = 1.5, int leastFirms = 8)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(sample);
        Require.Positive(radiusKilometres);
        Require.Between(leastFirms, 2, int.MaxValue);
        PointIndex index = PointIndex.Of(
            [.. sample.Select(firm => firms.X[firm])], [.. sample.Select(firm => firms.Y[firm])]);
        List<(int Position, double SquaredDistance)> near = [];
        bool[] status = new bool[sample.Count];
        for (int i = 0; i < status.Length; i++)
        {
            bool? observed = firms.Clustered.Length > 0 ? firms.Clustered[sample[i]] : null;
            if (observed is null)
            {
                index.Within(firms.X[sample[i]], firms.Y[sample[i]], radiusKilometres * 1000, near);
            }

            status[i] = observed ?? near.Count >= leastFirms;
        }

        return status;
    }
}
