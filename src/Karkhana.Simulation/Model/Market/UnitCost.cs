namespace Karkhana.Simulation;

/// <summary>What a unit costs to make, and how good it is (framework 5.7).</summary>
/// <remarks>
/// ω = ω0·exp(−λ_K K̄ − η_N N)·(1 + congestion)·(1 − f + f/uptime): with power for a share u of the time the paid
/// hours per unit are 1/u times as many, what goes into it is not more. q = q0 + λ_q K_product.
/// </remarks>
internal static class UnitCost
{
    /// <summary>Gives ω/ω0, which holds no money.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="capability">K̄.</param>
    /// <param name="staticIndex">N.</param>
    /// <param name="congestion">Congestion.</param>
    /// <param name="factors">What a unit at capability zero costs: <see cref="Factors"/>.</param>
    public static double Relative(
        ClusterParameters parameters, double capability, double staticIndex, double congestion, double factors) =>
        (1 + congestion) * factors
        * Math.Exp(-(parameters.CostElasticity * capability) - (parameters.StaticScale * staticIndex));

    /// <summary>Gives 1 − f + f/uptime.</summary>
    public static double Factors(ClusterParameters parameters, double uptime) =>
        (1 - parameters.Market.FixedCostShare) + (parameters.Market.FixedCostShare / uptime);

    public static double Quality(ClusterParameters parameters, double productCapability) =>
        parameters.BaseQuality + (parameters.QualityOfCapability * productCapability);
}
