using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;

namespace Karkhana.Simulation;

/// <summary>Phase 5: each firm solves the effort problem (framework 3.3) and its regime is kept.</summary>
/// <remarks>
/// One effort serves all functions: it closes the share θ e^β of each function's gap, so that the gap of the problem is the mean
/// over functions, each discounted by its <see cref="LocalEffort"/> if own effort is local. The rule is <see cref="EffortProblem.Decide"/>, as for single firms. Cost: one logarithm and at most two
/// exponentials a firm.
/// </remarks>
internal sealed class EffortPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        MechanismColumns columns = run.Mechanisms;
        int count = firms.Count;
        EffortCurve curve = new(run.Parameters.Curvature, run.Options.LumpyRule);
        ReadOnlySpan<double> logIncentive = columns.LogIncentive.AsSpan(0, count);
        ReadOnlySpan<double> logEffectiveness = columns.LogEffectiveness.AsSpan(0, count);
        ReadOnlySpan<double> logCost = columns.LogCost.AsSpan(0, count);
        ReadOnlySpan<double> cost = columns.Cost.AsSpan(0, count);
        ReadOnlySpan<double> slack = columns.Slack.AsSpan(0, count);
        ReadOnlySpan<double> logSlack = columns.LogSlack.AsSpan(0, count);
        ReadOnlySpan<double> least = columns.LeastEffort.AsSpan(0, count);
        ReadOnlySpan<double> logLeast = columns.LogLeastEffort.AsSpan(0, count);
        ReadOnlySpan<bool> alive = firms.Alive.AsSpan(0, count);
        Span<double> effort = firms.Effort.AsSpan(0, count);
        Span<double> power = firms.EffortPower.AsSpan(0, count);
        Span<double> effortCost = firms.EffortCost.AsSpan(0, count);
        Span<double> subsidy = firms.Subsidy.AsSpan(0, count);
        ReadOnlySpan<double> own = columns.OwnSlack.AsSpan(0, count);
        Span<LearningRegime> regime = firms.Regime.AsSpan(0, count);
        for (int slot = 0; slot < count; slot++)
        {
            if (!alive[slot])
            {
                continue;
            }

            double value = logIncentive[slot] + logEffectiveness[slot] + Math.Log(MeanGap(run, slot)) - logCost[slot];
            EffortLimits limits = new(least[slot], logLeast[slot], slack[slot] / cost[slot], logSlack[slot] - logCost[slot]);
            EffortDecision decision = EffortProblem.Decide(curve, value, limits);
            effort[slot] = decision.Effort;
            regime[slot] = decision.Regime;
            power[slot] = decision.Effort == 0 ? 0 : Math.Exp(logEffectiveness[slot] + (curve.Curvature * decision.LogEffort));
            effortCost[slot] = cost[slot] * decision.Effort;
            subsidy[slot] = Math.Max(0, effortCost[slot] - own[slot]); // a firm spends its own money first
        }
    }

    private static double MeanGap(ClusterRun run, int slot)
    {
        FirmColumns firms = run.Firms;
        double[] frontier = run.World.Frontier;
        double factor = run.Mechanisms.FrontierFactor[slot];
        double shift = run.Mechanisms.FrontierShift[slot];
        ReadOnlySpan<double> capability = firms.Capability.AsSpan(slot * firms.Stride, firms.Functions);
        double locality = run.Parameters.EffortLocality;
        double best = locality > 0 ? LocalEffort.BestOf(capability) : 0;
        double sum = 0;
        for (int function = 0; function < capability.Length; function++)
        {
            double gap = Math.Max(0, FrontierReach.Of(frontier[function], factor, shift) - capability[function]);
            sum += locality > 0 ? gap * LocalEffort.Share(locality, best, capability[function]) : gap;
        }

        return sum / capability.Length;
    }
}
