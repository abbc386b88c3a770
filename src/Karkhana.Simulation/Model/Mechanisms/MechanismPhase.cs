using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>Phase 3: what each firm faces in this quarter (framework 5.5), after policies and events.</summary>
/// <remarks>
/// In minimal mode nothing feeds back on mechanisms, so that they are computed again only when a policy or an event moves them. In
/// the full model a firm's own money for effort is what size and exposures suggest and a share of last quarter's profit, at most
/// its cash; what a policy adds is spent last.
/// </remarks>
internal sealed class MechanismPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        if (run.Options.Minimal && !run.MechanismsChanged)
        {
            return;
        }

        run.Mechanisms.EnsureCapacity(run.Firms.Capacity);
        bool[] alive = run.Firms.Alive;
        for (int slot = 0; slot < run.Firms.Count; slot++)
        {
            if (alive[slot])
            {
                Surroundings(run, slot);
                Effort(run, slot);
                Slack(run, slot);
                Knowledge(run, slot);
            }
        }

        run.MechanismsChanged = false;
    }

    private static void Surroundings(ClusterRun run, int slot)
    {
        (MechanismColumns columns, MechanismShifts shifts) = (run.Mechanisms, run.Shifts);
        columns.AbsorptiveCapacity[slot] =
            Math.Clamp(shifts.Moved(DoseTarget.AbsorptiveCapacity, slot, columns.StartAbsorptiveCapacity[slot]), 0, 1);
        columns.Congestion[slot] = Math.Max(-0.9, shifts.Moved(DoseTarget.Congestion, slot, 0));
        columns.Uptime[slot] = Math.Clamp(shifts.Moved(DoseTarget.Uptime, slot, run.World.Uptime), 1e-6, 1);
        columns.DemandFactor[slot] = Math.Max(0, shifts.Moved(DoseTarget.Demand, slot, 1));
        double frontier = shifts.Log(DoseTarget.Frontier, slot);
        columns.FrontierFactor[slot] = frontier == 0 ? 1 : Math.Exp(frontier);
        columns.FrontierShift[slot] = shifts.Level(DoseTarget.Frontier, slot);
        columns.TrustShift[slot] = shifts.Moved(DoseTarget.Trust, slot, 0);
        columns.JoinShift[slot] = shifts.Moved(DoseTarget.JoinProbability, slot, 0);
    }

    private static void Effort(ClusterRun run, int slot)
    {
        (MechanismColumns columns, MechanismShifts shifts) = (run.Mechanisms, run.Shifts);
        ClusterParameters parameters = run.Parameters;
        double congestion = columns.Congestion[slot];
        double cost = columns.StartLogCost[slot] + (congestion == 0 ? 0 : Math.Log(1 + congestion));
        columns.SetLogCost(slot, Math.Max(-700, shifts.MovedLog(DoseTarget.UnitCost, slot, cost)));
        double barrier = shifts.Moved(DoseTarget.AdoptionBarrier, slot, 0);
        double effectiveness = columns.StartLogEffectiveness[slot]
            + (parameters.AbsorptionScale * (columns.AbsorptiveCapacity[slot] - run.MeanAbsorptiveCapacity)) - barrier;
        columns.LogEffectiveness[slot] = shifts.MovedLog(DoseTarget.Effectiveness, slot, effectiveness);
        double leakage = Math.Max(0, shifts.Moved(DoseTarget.Leakage, slot, parameters.LeakageStrength));
        columns.LogIncentive[slot] = shifts.MovedLog(
            DoseTarget.Incentive, slot, columns.StartLogIncentive[slot] - (leakage * columns.Copying[slot]));
        double group = run.Firms.GroupEnd[slot] > run.Step ? run.Firms.GroupPooling[slot] : 0;
        double pooling = Math.Clamp(
            shifts.Moved(DoseTarget.Pooling, slot, columns.StartPooling[slot] + group), 0, parameters.PoolingLimit);
        columns.Pooling[slot] = pooling;
        columns.SetLeastEffort(slot, Math.Max(0, shifts.Moved(
            DoseTarget.LeastEffort, slot, parameters.LeastScale * run.World.LeastEffortFactor * (1 - pooling))));
    }

    private static void Slack(ClusterRun run, int slot)
    {
        MechanismColumns columns = run.Mechanisms;
        FirmColumns firms = run.Firms;
        double uptime = columns.Uptime[slot];
        double own = Math.Exp(columns.StartLogSlack[slot]
            + (run.Parameters.SlackSizeElasticity * Math.Log(firms.Workers[slot] / 10))
            + (uptime == 1 ? 0 : Math.Log(uptime)));
        if (!run.Options.Minimal)
        {
            own += run.Parameters.SlackProfitFeedback * Math.Max(0, firms.Profit[slot]);
            own = Math.Min(own, Math.Max(0, firms.Cash[slot]));
        }

        columns.OwnSlack[slot] = own;
        columns.Slack[slot] = Math.Max(0, run.Shifts.Moved(DoseTarget.Slack, slot, own));
        columns.LogSlack[slot] = Math.Log(columns.Slack[slot]);
    }

    private static void Knowledge(ClusterRun run, int slot)
    {
        (MechanismColumns columns, MechanismShifts shifts) = (run.Mechanisms, run.Shifts);
        ClusterParameters parameters = run.Parameters;
        double absorption =
            parameters.InflowWithoutAbsorption + (parameters.InflowWithAbsorption * columns.AbsorptiveCapacity[slot]);
        columns.PassiveRate[slot] = Math.Clamp(parameters.PassiveRate * absorption * columns.SpilloverFactor[slot], 0, 1);
        columns.InteractiveRate[slot] =
            Math.Clamp(shifts.Moved(DoseTarget.InteractiveInflow, slot, parameters.InteractiveRate), 0, 1);
        ReadOnlySpan<int> outside = run.Ties.Outside;
        double link = slot < outside.Length && outside[slot] > 0 ? parameters.OutsideRate : 0;
        columns.OutsideRate[slot] = Math.Clamp(shifts.Moved(DoseTarget.OutsideInflow, slot, link), 0, 1);
        columns.Mobility[slot] = Math.Clamp(shifts.Moved(DoseTarget.WorkerMobility, slot, parameters.WorkerMobility), 0, 1);
    }
}
