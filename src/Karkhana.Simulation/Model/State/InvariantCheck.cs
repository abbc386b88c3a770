using System.Globalization;

namespace Karkhana.Simulation;

/// <summary>What must hold in every quarter (framework A.9).</summary>
internal static class InvariantCheck
{
    private const double Rounding = 1e-12;
    private const double CashRounding = 1e-9; // of the sums that went in and out

    /// <summary>Checks a quarter before it becomes the past.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="InvalidOperationException">Something does not hold: a fault of the model's code.</exception>
    public static void Check(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        int alive = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                alive++;
                CheckFirm(run, slot);
            }
        }

        Demand(alive == firms.AliveCount, run, -1, "the count of firms", firms.AliveCount);
        CheckTies(run);
    }

    /// <summary>Checks that the shares of each market, with what no firm serves, make 1.</summary>
    /// <param name="run">The run, its markets just cleared.</param>
    /// <param name="unserved">By product the share that no firm serves.</param>
    /// <exception cref="InvalidOperationException">They do not: a fault of the model's code.</exception>
    public static void CheckShares(ClusterRun run, ReadOnlySpan<double> unserved)
    {
        FirmColumns firms = run.Firms;
        double[] total = unserved.ToArray();
        for (int slot = 0; slot < firms.Count; slot++)
        {
            Demand(firms.MarketShare[slot] is >= 0 and <= 1, run, slot, "a share from 0 to 1", firms.MarketShare[slot]);
            total[firms.Product[slot]] += firms.MarketShare[slot];
        }

        foreach (double sum in total)
        {
            Demand(Math.Abs(sum - 1) <= Rounding * (firms.Count + 1), run, -1, "shares that make 1", sum);
        }
    }

    // A tie joins its ends whoever named it: each sees the other.
    private static void CheckTies(ClusterRun run)
    {
        TieColumns ties = run.Ties;
        int[] seen = new int[ties.Count];
        for (int slot = 0; slot + 1 < ties.First.Length; slot++)
        {
            for (int entry = ties.First[slot]; entry < ties.First[slot + 1]; entry++)
            {
                int tie = ties.Tie[entry];
                int other = ties.From[tie] == slot ? ties.To[tie] : ties.From[tie];
                bool holds = ties.Partner[entry] == other && (ties.From[tie] == slot || ties.To[tie] == slot);
                Demand(holds, run, slot, $"a partner at the other end of tie {tie}", ties.Partner[entry]);
                seen[tie]++;
            }
        }

        for (int tie = 0; tie < ties.Count; tie++)
        {
            Demand(ties.TrustNext[tie] is >= 0 and <= 1, run, ties.From[tie], "trust from 0 to 1", ties.TrustNext[tie]);
            Demand(ties.Changed || ties.From[tie] == ties.To[tie] || seen[tie] == 2, run, ties.From[tie], $"tie {tie} seen from both ends", seen[tie]);
        }
    }

    private static void CheckFirm(ClusterRun run, int slot)
    {
        FirmColumns firms = run.Firms;
        MechanismColumns columns = run.Mechanisms;
        bool entered = firms.EnteredAt[slot] == run.Step; // after capability moved: its columns begin with the next quarter
        for (int function = 0; !entered && function < firms.Functions; function++)
        {
            int position = (slot * firms.Stride) + function;
            double reach = FrontierReach.Of(run.World.Frontier[function], columns.FrontierFactor[slot], columns.FrontierShift[slot]);
            double most = Math.Max(reach, firms.Capability[position]) + Rounding;
            Demand(firms.CapabilityNext[position] >= 0 && firms.CapabilityNext[position] <= most, run, slot, "capability from 0 to the frontier", firms.CapabilityNext[position]);
        }

        if (entered)
        {
            return;
        }

        Demand(columns.AbsorptiveCapacity[slot] is >= 0 and <= 1, run, slot, "absorptive capacity from 0 to 1", columns.AbsorptiveCapacity[slot]);
        Demand(firms.Effort[slot] >= 0 && double.IsFinite(firms.Effort[slot]), run, slot, "finite effort", firms.Effort[slot]);
        Demand(firms.EffortCost[slot] <= (columns.Slack[slot] * (1 + Rounding)) + Rounding, run, slot, "effort within its money", firms.EffortCost[slot]);
        Demand(columns.Pooling[slot] is >= 0 and <= 1, run, slot, "pooling from 0 to 1", columns.Pooling[slot]);
        if (!run.Options.Minimal)
        {
            Demand(firms.WorkersNext[slot] > 0 && double.IsFinite(firms.WorkersNext[slot]), run, slot, "workers above 0", firms.WorkersNext[slot]);
            double made = firms.Revenue[slot] + firms.GroupBenefit[slot] + firms.Subsidy[slot];
            double spent = firms.ProductionCost[slot] + firms.GroupContribution[slot] + firms.EffortCost[slot] + firms.Withdrawal[slot];
            double left = firms.CashNext[slot] - (firms.Cash[slot] + made - spent);
            Demand(Math.Abs(left) <= CashRounding * (1 + Math.Abs(firms.Cash[slot]) + made + spent), run, slot, "cash that moves by the quarter's accounts", left);
        }
    }

    private static void Demand(bool holds, ClusterRun run, int slot, string what, double value)
    {
        if (!holds)
        {
            int agent = slot < 0 ? -1 : run.Firms.Agent[slot];
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Step {run.Step}, firm {agent}: expected {what}, got {value}"));
        }
    }
}
