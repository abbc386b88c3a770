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
            OutcomeNames.CapabilityMean, OutcomeNames.CapabilitySpread, OutcomeNames.CapabilityGini,
            OutcomeNames.CapabilitySpreadAtStart, OutcomeNames.Firms, OutcomeNames.Survival, OutcomeNames.Effort, OutcomeNames.CapabilityOverRun,
            OutcomeNames.Cost, OutcomeNames.TreatedFirms, OutcomeNames.TreatedGain, OutcomeNames.UntreatedGain,
            OutcomeNames.Of(OutcomeNames.UntreatedGain, "ties", "treated"), OutcomeNames.Of(OutcomeNames.UntreatedGain, "ties", "none"),
            OutcomeNames.Of(OutcomeNames.UntreatedFirms, "ties", "treated"), OutcomeNames.Of(OutcomeNames.UntreatedFirms, "ties", "none"),
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
            [.. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot])], [.. run.Firms.Regime.AsSpan(0, run.Firms.Count)]);
    }

    /// <summary>Writes the outcomes of a scenario at its end.</summary>
    /// <param name="run">The run.</param>
    /// <param name="start">What was seen at the end of the burn-in.</param>
    /// <param name="overRun">The means over quarters of mean effort and mean capability.</param>
    /// <param name="baseline">Mean capability by slot with nothing done; NaN for firms that left.</param>
    /// <param name="row">Receives one number per name.</param>
    public void Write(ClusterRun run, OutcomeStart start, (double Effort, double Capability) overRun, double[] baseline, Span<double> row)
    {
        FirmColumns firms = run.Firms;
        double[] capability = Alive(run, firms.MeanCapability);
        int position = 0;
        row[position++] = Sums.Mean(capability);
        row[position++] = Math.Sqrt(Sums.Variance(capability));
        row[position++] = GiniIndex.Of(capability);
        row[position++] = start.CapabilitySpread;
        row[position++] = firms.AliveCount;
        row[position++] = start.Alive.Length == 0 ? double.NaN : start.Alive.Count(slot => firms.Alive[slot]) / (double)start.Alive.Length;
        row[position++] = overRun.Effort;
        row[position++] = overRun.Capability;
        row[position++] = run.Interventions.Sum(state => state.Ledger.Cost);
        position = WriteGains(run, start, baseline, row, position);
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

        position = WriteGroups(firms, start, firms.MeanCapability, row, position);
        if (!_minimal)
        {
            row[position++] = Sums.Mean(Alive(run, Performance));
            position = WriteGroups(firms, start, Performance, row, position);
        }

        RegimeTransitions.Write(run, start, row[position..]);
        if (!_minimal)
        {
            TieOutcomes.Write(run, row[(position + RegimeTransitions.Names.Count)..]);
        }

        double Performance(int slot) => (firms.Revenue[slot] - firms.ProductionCost[slot]) / firms.Workers[slot];
    }

    /// <summary>Gives mean capability by slot; NaN for firms that left.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One number per slot.</returns>
    public static double[] CapabilityBySlot(ClusterRun run) =>
        [.. Enumerable.Range(0, run.Firms.Count).Select(slot => run.Firms.Alive[slot] ? run.Firms.MeanCapability(slot) : double.NaN)];

    private static int WriteGains(ClusterRun run, OutcomeStart start, double[] baseline, Span<double> row, int position)
    {
        List<double>[] gains = [[], [], [], []];
        int treatedFirms = 0;
        foreach (int slot in start.Alive)
        {
            bool treated = run.Interventions.Any(state => state.Treated(slot));
            treatedFirms += treated ? 1 : 0;
            double gain = run.Firms.Alive[slot] ? run.Firms.MeanCapability(slot) - baseline[slot] : double.NaN;
            if (double.IsNaN(gain))
            {
                continue; // left in one of the two
            }

            gains[treated ? 0 : 1].Add(gain);
            if (!treated)
            {
                gains[TiedToTreated(run, slot) ? 2 : 3].Add(gain);
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

    private static bool TiedToTreated(ClusterRun run, int slot)
    {
        TieColumns ties = run.Ties;
        for (int entry = ties.First[slot]; entry < ties.First[slot + 1]; entry++)
        {
            int partner = ties.Partner[entry];
            if (run.Interventions.Any(state => state.Treated(partner)))
            {
                return true;
            }
        }

        return false;
    }

    private static int WriteGroups(FirmColumns firms, OutcomeStart start, Func<int, double> value, Span<double> row, int position)
    {
        foreach (int[] members in start.Groups)
        {
            row[position++] = Sums.Mean([.. members.Where(slot => firms.Alive[slot]).Select(value)]);
        }

        return position;
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
