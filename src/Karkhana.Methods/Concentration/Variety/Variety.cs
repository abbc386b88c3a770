using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How varied the industries of each region are, between and within groups of related ones.</summary>
public static class Variety
{
    internal const string Source = "Frenken, Van Oort & Verburg 2007, doi:10.1080/00343400601120296";

    /// <summary>Computes total, related and unrelated variety of each region.</summary>
    /// <remarks>
    /// With p_i the share of industry i in the region and P_g that of group g: total −Σ p_i log p_i; unrelated
    /// −Σ P_g log P_g; related Σ_g P_g H_g with H_g = −Σ_{i in g} (p_i/P_g) log(p_i/P_g). Total = related + unrelated.
    /// 0 log 0 = 0; a region without activity has NaN. The grouping is the assumption: industries of one group are
    /// taken as related, those of two groups as unrelated. Missing values are refused. Cost: one pass over regions ×
    /// industries.
    /// Source: Frenken, Van Oort and Verburg 2007, doi:10.1080/00343400601120296, equations 1 to 4.
    /// Agrees with: nothing to compare yet; the identity holds to 1e-12.
    /// </remarks>
    /// <param name="input">Activity by region and industry, and the group of each industry.</param>
    /// <param name="options">The base of the logarithm.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The three entropies per region, in ordinal order of the codes.</returns>
    public static VarietyResult Estimate(
        GroupedActivity input,
        VarietyOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new VarietyOptions();
        ActivityTable activity = input.Activity;
        CodeList groups = CodeList.Of(input.Groups);
        double[] total = new double[activity.Regions.Count];
        double[] related = new double[total.Length];
        double[] unrelated = new double[total.Length];
        double divisor = options.LogBase.Divisor();
        for (int r = 0; r < total.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] shares = ShareStatistics.Shares(activity.Row(r));
            double[] groupShares = new double[groups.Codes.Length];
            for (int i = 0; i < shares.Length; i++)
            {
                groupShares[groups.Positions[i]] += shares[i];
            }

            total[r] = ShareStatistics.Entropy(shares) / divisor;
            unrelated[r] = ShareStatistics.Entropy(groupShares) / divisor;
            related[r] = Within(shares, groups.Positions, groupShares) / divisor;
        }

        return new VarietyResult(
            activity.Regions, total, related, unrelated, new Provenance(
                "concentration.variety", $"log_base = {options.LogBase}", Source))
        {
            LogBase = options.LogBase,
            Notes = UnitNotes.Empty(
                "region", activity.Regions, activity.RegionTotals, "Their variety is not defined."),
        };
    }

    /// <summary>Gives Σ_g P_g H_g, which is −Σ_i p_i ln(p_i / P_g).</summary>
    private static double Within(double[] shares, int[] groupOf, double[] groupShares)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum -= shares[i] == 0 ? 0 : shares[i] * Math.Log(shares[i] / groupShares[groupOf[i]]);
        }

        return sum;
    }
}
