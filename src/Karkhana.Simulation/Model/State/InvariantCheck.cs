using System.Globalization;

namespace Karkhana.Simulation;

/// <summary>What must hold in every quarter (framework A.9).</summary>
internal static class InvariantCheck
{
    private const double Rounding = 1e-12;

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
        for (int tie = 0; tie < run.Ties.Count; tie++)
        {
            Demand(run.Ties.TrustNext[tie] is >= 0 and <= 1, run, run.Ties.From[tie], "trust from 0 to 1", run.Ties.TrustNext[tie]);
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
            double reach = (run.World.Frontier[function] * columns.FrontierFactor[slot]) + columns.FrontierShift[slot];
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
            Demand(double.IsFinite(firms.CashNext[slot]), run, slot, "finite cash", firms.CashNext[slot]);
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
