using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Phase 9: the quarter's accounts, cash, and the size that follows (framework 5.7).</summary>
internal sealed class FinancePhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                Close(run, firms, slot);
            }
        }
    }

    private static void Close(ClusterRun run, FirmColumns firms, int slot)
    {
        QuarterAccounts accounts = FirmFinance.Close(
            run.Parameters, firms.Revenue[slot] + firms.GroupBenefit[slot], firms.ProductionCost[slot], firms.GroupContribution[slot],
            firms.EffortCost[slot], firms.Subsidy[slot]);
        firms.Withdrawal[slot] = accounts.Withdrawal;
        firms.Profit[slot] = accounts.Profit - accounts.Withdrawal;
        firms.Profitability[slot] = accounts.Profitability;
        firms.CashNext[slot] = firms.Cash[slot] + accounts.CashChange;
        firms.LossQuarters[slot] = FirmFinance.NextLossQuarters(firms.CashNext[slot], firms.LossQuarters[slot]);
        firms.WorkersNext[slot] = FirmFinance.NextWorkers(
            run.Parameters, firms.Workers[slot], accounts.Profitability,
            run.Draw.Gaussian(RandomPurpose.GrowthShock, run.Step, firms.Agent[slot]));
        firms.Age[slot]++;
    }
}
