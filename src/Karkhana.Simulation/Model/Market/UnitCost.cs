namespace Karkhana.Simulation;

/// <summary>What a unit costs to make, and how good it is (framework 5.7).</summary>
/// <remarks>
/// ω = ω0·exp(−λ_K K̄ − η_N N)·(1 + congestion)·(1 − f + f/uptime): with power for a share u of the time the paid hours per
/// unit are 1/u times as many, what goes into it is not more. q = q0 + λ_q K_product.
/// </remarks>
internal static class UnitCost
{
    /// <summary>Gives ln(ω/ω0), which holds no money.</summary>
    public static double LnRelative(
        ClusterParameters parameters, double capability, double staticIndex, double congestion, double uptime)
    {
        double fixedShare = parameters.Market.FixedCostShare;
        double relative = (1 + congestion) * (1 - fixedShare + (fixedShare / uptime));
        return Math.Log(relative) - (parameters.CostElasticity * capability) - (parameters.StaticScale * staticIndex);
    }

    public static double Quality(ClusterParameters parameters, double productCapability) =>
        parameters.BaseQuality + (parameters.QualityOfCapability * productCapability);
}
