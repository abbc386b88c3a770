namespace Karkhana.Simulation;

/// <summary>Phase 2: every few quarters, who lies near whom, how that moves exposures, and what exposures do to mechanisms.</summary>
internal sealed class ExposurePhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        if (run.Step > 0 && run.Step % run.Options.ExposureEvery == 0)
        {
            Recompute(run);
        }
    }

    /// <summary>Looks at neighbours, ties and exposures again.</summary>
    /// <param name="run">The run.</param>
    public static void Recompute(ClusterRun run)
    {
        run.UpdateNeighbours();
        run.Mechanisms.EnsureCapacity(run.Firms.Capacity);
        ExposureRules now = ExposureRules.Of(run, run.RulesAtStart);
        run.RulesAtStart ??= now;
        Span<double> index = stackalloc double[ChannelStart.Channels];
        for (int slot = 0; slot < run.Firms.Count; slot++)
        {
            if (run.Firms.Alive[slot])
            {
                Write(run, slot, now, index);
            }
        }

        run.MechanismsChanged = true;
    }

    private static void Write(ClusterRun run, int slot, ExposureRules now, Span<double> index)
    {
        ClusterStart start = run.Start;
        int source = run.Firms.ExposureSource[slot];
        start.Indices.Start(source).CopyTo(index);
        int advantages = start.Population.Advantages.Count;
        double rivalry = start.Advantages.Rivalry < 0 ? 0 : start.Indices.Exposures[(source * advantages) + start.Advantages.Rivalry];
        double multilateral =
            start.Advantages.Multilateral < 0 ? 0 : start.Indices.Exposures[(source * advantages) + start.Advantages.Multilateral];
        double congestion = 0;
        foreach ((int advantage, int rule) in start.RulePairs)
        {
            double change = now.Values[(slot * ExposureRules.Rules) + rule]
                - run.RulesAtStart!.Values[(source * ExposureRules.Rules) + rule];
            double before = start.Indices.Exposures[(source * advantages) + advantage];
            double exposure = Math.Clamp(before + change, 0, 1);
            ReadOnlySpan<double> weight = start.Indices.Weight(advantage);
            for (int channel = 0; channel < index.Length; channel++)
            {
                index[channel] += weight[channel] * (exposure - before);
            }

            rivalry = advantage == start.Advantages.Rivalry ? exposure : rivalry;
            multilateral = advantage == start.Advantages.Multilateral ? exposure : multilateral;
            congestion = advantage == start.Advantages.Congestion
                ? Math.Min(0, run.Parameters.CostScale * weight[ChannelStart.Cost] * exposure) : congestion;
        }

        run.Mechanisms.LeastCongestion[slot] = Math.Exp(congestion) - 1;
        Write(run, slot, index, (rivalry, multilateral, now.SameProductDensity[slot]));
    }

    private static void Write(
        ClusterRun run, int slot, Span<double> index, (double Rivalry, double Multilateral, double SameProduct) exposure)
    {
        ClusterParameters parameters = run.Parameters;
        MechanismColumns columns = run.Mechanisms;
        columns.StaticIndex[slot] = index[ChannelStart.Static];
        columns.SpilloverFactor[slot] = 1 + index[ChannelStart.Spillover];
        columns.StartLogCost[slot] = Math.Log(parameters.BaseCost) - (parameters.CostScale * index[ChannelStart.Cost]);
        columns.StartLogSlack[slot] =
            Math.Log(parameters.SlackAtTenWorkers) + (parameters.ResourceScale * index[ChannelStart.Resources]);
        columns.StartLogIncentive[slot] = Math.Log(parameters.BaseIncentive)
            + (parameters.IncentiveScale * index[ChannelStart.Incentive])
            + (parameters.RivalrySlope * exposure.Rivalry)
            - (parameters.RivalryTurn * exposure.Rivalry * exposure.Rivalry)
            + run.Firms.IncentiveDeviation[slot];
        columns.StartLogEffectiveness[slot] =
            Math.Log(parameters.BaseEffectiveness) + (parameters.EffectivenessScale * index[ChannelStart.Effectiveness]);
        columns.StartPooling[slot] = parameters.PoolingLimit * exposure.Multilateral;
        columns.Copying[slot] = 1 - Math.Exp(-parameters.CopyingSpeed * exposure.SameProduct);
    }
}
