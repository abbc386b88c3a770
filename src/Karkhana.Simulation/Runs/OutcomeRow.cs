using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Methods.Concentration;

namespace Karkhana.Simulation;

/// <summary>What a run records of a scenario: the outcomes by name and the path of mean capability.</summary>
internal sealed class OutcomeRow
{
    private static readonly LearningRegime[] Regimes = Enum.GetValues<LearningRegime>();

    private readonly StartGroups _groups;
    private readonly bool _minimal;

    public OutcomeRow(ClusterStart start)
    {
        _groups = new StartGroups(start);
        _minimal = start.Minimal;
        Names =
        [
            OutcomeNames.CapabilityMean, OutcomeNames.CapabilityMeanOfAll, OutcomeNames.CapabilitySpread, OutcomeNames.CapabilityGini,
            OutcomeNames.CapabilitySpreadAtStart, OutcomeNames.Firms, OutcomeNames.FirmsAtStart, OutcomeNames.Survival, OutcomeNames.Effort, OutcomeNames.CapabilityOverRun,
            OutcomeNames.Cost, OutcomeNames.EligibleFirms, OutcomeNames.TreatedFirms, OutcomeNames.TreatedGain, OutcomeNames.UntreatedGain,
            OutcomeNames.Of(OutcomeNames.UntreatedGain, "ties", "treated"), OutcomeNames.Of(OutcomeNames.UntreatedGain, "ties", "none"),
            OutcomeNames.Of(OutcomeNames.UntreatedFirms, "ties", "treated"), OutcomeNames.Of(OutcomeNames.UntreatedFirms, "ties", "none"),
            OutcomeNames.FirmDays, OutcomeNames.NotDelivered,
            .. Regimes.Select(regime => OutcomeNames.Of(OutcomeNames.RegimeShareAtStart, "regime", Words.Of(regime))),
            .. Regimes.Select(regime => OutcomeNames.Of(OutcomeNames.RegimeShare, "regime", Words.Of(regime))),
            .. Enumerable.Range(0, _groups.Count).Select(group => _groups.Name(OutcomeNames.GroupFirms, group)),
            .. Enumerable.Range(0, _groups.Count).Select(group => _groups.Name(OutcomeNames.CapabilityMean, group)),
            .. _minimal ? [] : new[] { OutcomeNames.Performance },
            .. _minimal ? [] : Enumerable.Range(0, _groups.Count).Select(group => _groups.Name(OutcomeNames.Performance, group)),
            .. RegimeTransitions.Names,
            .. _minimal ? [] : TieOutcomes.Names,
        ];
    }

    /// <summary>Gets the names of the outcomes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Sees the run at the end of the burn-in.</summary>
    /// <param name="run">The run.</param>
    /// <returns>What the scenarios of the replicate are told against.</returns>
    public OutcomeStart See(ClusterRun run)
    {
        double[] capability = Alive(run, run.Firms.MeanCapability);
        return new OutcomeStart(
            _groups.Members(run), Math.Sqrt(Sums.Variance(capability)), RegimeShares(run),
            [.. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot])], [.. run.Firms.Regime.AsSpan(0, run.Firms.Count)],
            [.. run.Ties.First], [.. run.Ties.Partner]);
    }

    /// <summary>Writes the outcomes of a scenario at its end.</summary>
    /// <param name="run">The run.</param>
    /// <param name="start">What was seen at the end of the burn-in.</param>
    /// <param name="overRun">The means over quarters of mean effort and mean capability.</param>
    /// <param name="baseline">Capability by slot with nothing done; of firms that left, when they left.</param>
    /// <param name="row">Receives one number per name.</param>
    public void Write(ClusterRun run, OutcomeStart start, (double Effort, double Capability) overRun, double[] baseline, Span<double> row)
    {
        FirmColumns firms = run.Firms;
        double[] capability = Alive(run, firms.MeanCapability);
        int position = 0;
        row[position++] = MeanOf(firms, start.Alive);
        row[position++] = capability.Length == 0 ? 0 : Sums.Mean(capability);
        row[position++] = Math.Sqrt(Sums.Variance(capability));
        row[position++] = capability.Length == 0 ? double.NaN : GiniIndex.Of(capability);
        row[position++] = start.CapabilitySpread;
        row[position++] = firms.AliveCount;
        row[position++] = start.Alive.Length;
        row[position++] = start.Alive.Length == 0 ? double.NaN : start.Alive.Count(slot => firms.Alive[slot]) / (double)start.Alive.Length;
        row[position++] = overRun.Effort;
        row[position++] = overRun.Capability;
        row[position++] = run.Interventions.Sum(state => state.Ledger.Cost);
        row[position++] = run.Interventions.Sum(state => state.Eligible);
        position = WriteGains(run, start, baseline, row, position);
        row[position++] = run.Interventions.Sum(state => state.Ledger.FirmDays);
        row[position++] = run.Interventions.Sum(state => state.Ledger.NotDelivered);
        foreach (double share in start.RegimeShares)
        {
            row[position++] = share;
        }

        foreach (double share in RegimeShares(run))
        {
            row[position++] = share;
        }

        foreach (int[] members in start.Groups)
        {
            row[position++] = members.Length;
        }

        foreach (int[] members in start.Groups)
        {
            row[position++] = Sums.Mean([.. members.Select(firms.LastCapability)]);
        }

        if (!_minimal)
        {
            row[position++] = Sums.Mean(Alive(run, Performance));
            foreach (int[] members in start.Groups)
            {
                row[position++] = Sums.Mean([.. members.Where(slot => firms.Alive[slot]).Select(Performance)]);
            }
        }

        RegimeTransitions.Write(run, start, row[position..]);
        if (!_minimal)
        {
            TieOutcomes.Write(run, row[(position + RegimeTransitions.Names.Count)..]);
        }

        double Performance(int slot) => (firms.Revenue[slot] - firms.ProductionCost[slot]) / firms.Workers[slot];
    }

    /// <summary>Gives capability by slot; of firms that left, when they left.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One number per slot.</returns>
    public static double[] CapabilityBySlot(ClusterRun run) => [.. Enumerable.Range(0, run.Firms.Count).Select(run.Firms.LastCapability)];

    /// <summary>Gives the mean capability of some firms; of those that left, when they left; 0 without any.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="slots">Their slots.</param>
    /// <returns>The mean.</returns>
    public static double MeanOf(FirmColumns firms, int[] slots)
    {
        double sum = 0;
        foreach (int slot in slots)
        {
            sum += firms.LastCapability(slot);
        }

        return slots.Length == 0 ? 0 : sum / slots.Length;
    }

    private static int WriteGains(ClusterRun run, OutcomeStart start, double[] baseline, Span<double> row, int position)
    {
        List<double>[] gains = [[], [], [], []];
        int treatedFirms = 0;
        foreach (int slot in start.Alive)
        {
            bool treated = run.Interventions.Any(state => state.Treated(slot));
            treatedFirms += treated ? 1 : 0;
            double gain = run.Firms.LastCapability(slot) - baseline[slot];
            gains[treated ? 0 : 1].Add(gain);
            if (!treated)
            {
                gains[TiedToTreated(run, start, slot) ? 2 : 3].Add(gain);
            }
        }

        row[position++] = treatedFirms;
        foreach (List<double> group in gains)
        {
            row[position++] = Sums.Mean([.. group]);
        }

        row[position++] = gains[2].Count;
        row[position++] = gains[3].Count;
        return position;
    }

    private static bool TiedToTreated(ClusterRun run, OutcomeStart start, int slot)
    {
        foreach (int partner in start.PartnersOf(slot))
        {
            if (run.Interventions.Any(state => state.Treated(partner)))
            {
                return true;
            }
        }

        return false;
    }

    private static double[] Alive(ClusterRun run, Func<int, double> value) =>
        [.. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot]).Select(value)];

    private static double[] RegimeShares(ClusterRun run)
    {
        double[] shares = new double[Regimes.Length];
        for (int slot = 0; slot < run.Firms.Count; slot++)
        {
            if (run.Firms.Alive[slot])
            {
                shares[(int)run.Firms.Regime[slot]] += 1.0 / run.Firms.AliveCount;
            }
        }

        return shares;
    }
}
