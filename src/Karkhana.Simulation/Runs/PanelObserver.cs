using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Concentration;

namespace Karkhana.Simulation;

/// <summary>Phase 12: writes a line after each quarter.</summary>
internal sealed class PanelObserver
{
    private static readonly int Regimes = Enum.GetValues<LearningRegime>().Length;

    private readonly List<QuarterSummary> _quarters = [];

    /// <summary>Gets the lines so far.</summary>
    public IReadOnlyList<QuarterSummary> Quarters => _quarters;

    /// <summary>Writes a line.</summary>
    /// <param name="run">The run after a quarter.</param>
    public void See(ClusterRun run)
    {
        QuarterTotals totals = run.Totals;
        _quarters.Add(new QuarterSummary
        {
            Quarter = run.Quarter,
            All = Summary(run, _ => true),
            Clustered = Summary(run, slot => run.Firms.Clustered[slot]),
            Dispersed = Summary(run, slot => !run.Firms.Clustered[slot]),
            OwnEffort = totals.OwnEffort,
            Interactive = totals.Interactive,
            Passive = totals.Passive,
            Mobile = totals.Mobile,
            Outside = totals.Outside,
            Asked = totals.Asked,
            Contributors = totals.Contributors,
            GroupsSucceeded = totals.GroupsSucceeded,
            GroupsFailed = totals.GroupsFailed,
            Entries = totals.Entries,
            Exits = totals.Exits,
            PolicyCost = run.Interventions.Sum(state => state.Ledger.Cost),
            Treated = Enumerable.Range(0, run.Firms.Count).Count(slot => run.Interventions.Any(state => state.Treated(slot))),
        });
    }

    private static GroupSummary Summary(ClusterRun run, Func<int, bool> belongs)
    {
        FirmColumns firms = run.Firms;
        int[] slots = [.. Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot] && belongs(slot))];
        double[] capability = [.. slots.Select(firms.MeanCapability)];
        double[] shares = new double[Regimes];
        foreach (int slot in slots)
        {
            shares[(int)firms.Regime[slot]] += 1.0 / slots.Length;
        }

        return new GroupSummary(
            slots.Length, Sums.Mean(capability), Math.Sqrt(Sums.Variance(capability)), GiniIndex.Of(capability),
            Sums.Mean([.. slots.Select(slot => firms.Effort[slot])]), Sums.Mean([.. slots.Select(slot => firms.Cash[slot])]), shares);
    }
}
