namespace Karkhana.Simulation;

/// <summary>Phase 7: K(t+1) = (1 − δ) K + θ e^β × locality × (Φ − K) + what others bring, between 0 and the frontier within reach.</summary>
/// <remarks>Locality is that of <see cref="LocalEffort"/>, 1 unless own effort is local. A firm whose reach recedes (a policy ends) keeps what it has: the bound is then what remains of its own capability.</remarks>
internal sealed class CapabilityPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        (int stride, int functions, int count) = (firms.Stride, firms.Functions, firms.Count);
        double kept = 1 - run.Parameters.Depreciation;
        ReadOnlySpan<double> frontier = run.World.Frontier;
        ReadOnlySpan<double> factor = run.Mechanisms.FrontierFactor.AsSpan(0, count);
        ReadOnlySpan<double> shift = run.Mechanisms.FrontierShift.AsSpan(0, count);
        ReadOnlySpan<double> power = firms.EffortPower.AsSpan(0, count);
        ReadOnlySpan<bool> alive = firms.Alive.AsSpan(0, count);
        (double[] now, double[] inflow, double[] next) = (firms.Capability, firms.Inflow, firms.CapabilityNext);
        double locality = run.Parameters.EffortLocality;
        double own = 0;
        for (int slot = 0; slot < count; slot++)
        {
            double best = locality > 0 ? LocalEffort.BestOf(now.AsSpan(slot * stride, functions)) : 0;
            for (int function = 0; alive[slot] && function < functions; function++)
            {
                int position = (slot * stride) + function;
                double reach = FrontierReach.Of(frontier[function], factor[slot], shift[slot]);
                double gained = power[slot] * Math.Max(0, reach - now[position]);
                gained = locality > 0 ? gained * LocalEffort.Share(locality, best, now[position]) : gained;
                double remains = kept * now[position];
                own += gained;
                next[position] = Math.Max(0, Math.Min(remains + gained + inflow[position], Math.Max(reach, remains)));
            }
        }

        run.Totals.OwnEffort = own / functions;
    }
}
