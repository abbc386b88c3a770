namespace Karkhana.Simulation;

/// <summary>Cost of production, accounts and growth of a firm (framework 5.7).</summary>
internal static class FirmFinance
{
    /// <summary>Gives ω·((1 − f)·Q + f·max(Q, L)): wages are paid for all workers, and for more when more is made than they can.</summary>
    public static double Production(ClusterParameters parameters, double unitCost, double quantity, double workers)
    {
        double fixedShare = parameters.Market.FixedCostShare;
        return unitCost * (((1 - fixedShare) * quantity) + (fixedShare * Math.Max(quantity, workers)));
    }

    /// <summary>Closes a quarter: of a profit the owner takes a share, a loss stays with the firm.</summary>
    public static QuarterAccounts Close(
        ClusterParameters parameters, double revenue, double production, double contribution, double effort, double subsidy)
    {
        QuarterAccounts before = new(revenue, production, contribution, effort, subsidy, 0);
        return before with { Withdrawal = parameters.Market.OwnerShare * Math.Max(0, before.Profit) };
    }

    /// <summary>Gives L·exp(g·profitability + σε), at least 1: Gibrat's law when g = 0 (T11).</summary>
    public static double NextWorkers(ClusterParameters parameters, double workers, double profitability, double shock) =>
        Math.Max(1, workers * Math.Exp((parameters.GrowthOfProfit * profitability) + (parameters.GrowthSpread * shock)));

    /// <summary>Counts quarters without cash on end.</summary>
    public static int NextLossQuarters(double cash, int lossQuarters) => cash < 0 ? lossQuarters + 1 : 0;
}
