using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Compares simulated policies with doing nothing.</summary>
public static class PolicyComparison
{
    private const int FewReplicates = 200;

    /// <summary>Compares.</summary>
    /// <remarks>
    /// Gain: mean over replicates of the outcome with the policy less that with nothing done, the same random numbers in both. The outcome is
    /// the mean capability of the firms that were there when policies start, each that left with what it had then; beside it the
    /// change of the mean over all firms, which a firm that is brought or a weak one that leaves moves too.
    /// It is taken in the last quarter, which favours policies that start late or last: what started early has had longer to fade,
    /// while costs of all quarters count. The same difference as a mean over all quarters stands beside it.
    /// Limits by Student's t over independent units: parameter draws where draws have several runs, else runs; with repeated
    /// draws the variance between runs is split into parameters and seeds by the one-way analysis of variance. Units of gain: firms with
    /// nothing done × gain ÷ standard deviation between firms with nothing done. Cost per 0.1 standard deviations in a firm:
    /// mean cost ÷ units × 0.1, with Fieller's limits for the ratio of means; not defined when the interval of the gain holds
    /// 0, nor when no firm took part in any run, which is told apart. Next-cheapest: the policy of the next lower mean cost, doing nothing below the cheapest. A tie is not better.
    /// Cost: policies × outcomes × replicates.
    /// Source: framework 4.2 and 4.4; Law 2015, Simulation Modeling and Analysis, section 11.2 (common random numbers);
    /// Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x. Agrees with: the worked example of framework 4.4.
    /// </remarks>
    /// <param name="scenarios">The runs.</param>
    /// <param name="options">Outcome and level.</param>
    /// <param name="cancellationToken">Looked at between policies.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The scenarios do not have the same replicates, or miss an outcome.</exception>
    public static PolicyComparisonResult Estimate(
        ComparedScenarios scenarios, PolicyComparisonOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        scenarios.Check();
        options ??= new PolicyComparisonOptions();
        RunMoments moments = new(scenarios.ParameterDraws, scenarios.Replicates);
        RunValues values = new(scenarios, options);
        IReadOnlyList<PairedDifference> paired = Paired(scenarios, values, moments, options.Level, cancellationToken);
        List<PolicyEffect> effects = [];
        foreach (ScenarioOutcomes policy in scenarios.Policies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            effects.Add(Effect(policy, values, moments, (paired[effects.Count], options.Level)));
        }

        return new PolicyComparisonResult
        {
            Baseline = scenarios.Baseline.Scenario,
            Effects = effects,
            Spread = values.Spread,
            Groups = [.. scenarios.Policies.SelectMany(policy => GroupComparison.Groups(scenarios.Baseline, policy, moments, options.Level))],
            Spillovers = [.. scenarios.Policies.SelectMany(policy => GroupComparison.Spillovers(policy, moments, options.Level))],
            Notes = [.. Notes(moments, effects), .. DiedOut(scenarios)],
            Provenance = new Provenance(
                "policy.comparison",
                FormattableString.Invariant($"outcome = {options.Outcome}, replicates = {moments.Runs}, parameter draws = {moments.Draws}, level = {options.Level}"),
                "Framework 4.2, 4.4"),
        };
    }

    // What the comparison of many options with one adds: limits for all together, corrected p-values, what pairing saves.
    private static IReadOnlyList<PairedDifference> Paired(
        ComparedScenarios scenarios, RunValues values, RunMoments moments, double level, CancellationToken cancellationToken)
    {
        ScenarioOutcomes[] all = [scenarios.Baseline, .. scenarios.Policies];
        OptionOutcomes units = new(
            [.. all.Select(scenario => scenario.Scenario)],
            [.. Enumerable.Range(1, moments.Units).Select(unit => FormattableString.Invariant($"unit {unit}"))],
            [.. all.Select(scenario => moments.UnitMeans(values.Level(scenario)))]);
        return PairedComparison.Estimate(
            units, new PairedComparisonOptions { Baseline = scenarios.Baseline.Scenario, Level = level, Resamples = 0 }, cancellationToken: cancellationToken).Differences;
    }

    private static PolicyEffect Effect(ScenarioOutcomes policy, RunValues values, RunMoments moments, (PairedDifference Paired, double Level) with)
    {
        (PairedDifference paired, double level) = with;
        double[] gain = values.Gain(policy);
        CoefficientTable mean = moments.Mean(gain, level);
        CoefficientTable overRun = moments.Mean(values.GainOverRun(policy), level);
        double[] cost = RunValues.Cost(policy);
        CoefficientTable spent = moments.Mean(cost, level);
        double[] units = values.Units(gain);
        double[] reached = RunValues.Reached(policy);
        RatioOfEstimates ratio = new(
            Sums.Mean(cost), Sums.Mean(units), moments.Covariance(cost, cost), moments.Covariance(cost, units),
            moments.Covariance(units, units), moments.Units - 1);
        ScenarioOutcomes next = values.NextCheapest(policy);
        (double runLow, double runHigh) = Percentiles(gain, level);
        CostPerGain priced = CostPerGain.Of(ratio, mean.ConfidenceLow[0], mean.ConfidenceHigh[0], level);
        bool reachesNobody = reached.All(firms => firms == 0) && gain.All(change => change == 0);
        return new PolicyEffect
        {
            Scenario = policy.Scenario,
            Gain = mean.Estimates[0],
            TotalChange = Sums.Mean(values.Change(policy, OutcomeNames.CapabilityMeanOfAll)),
            GainOverRun = overRun.Estimates[0],
            GainOverRunLow = overRun.ConfidenceLow[0],
            GainOverRunHigh = overRun.ConfidenceHigh[0],
            StandardError = mean.StandardErrors[0],
            Low = mean.ConfidenceLow[0],
            High = mean.ConfidenceHigh[0],
            StandardizedGain = mean.Estimates[0] / values.Spread,
            TotalGain = Sums.Mean(values.Total(gain)),
            FirmsReached = Sums.Mean(reached),
            SimultaneousLow = paired.Simultaneous.Low,
            SimultaneousHigh = paired.Simultaneous.High,
            AdjustedPValue = paired.AdjustedPValue,
            VarianceRatio = paired.VarianceRatio,
            RunLow = runLow,
            RunHigh = runHigh,
            ParameterShare = moments.ShareOfParameters(gain),
            BetterThanNothing = ShareOfRuns.Of(gain, moments),
            NextCheapest = next.Scenario,
            BetterThanNextCheapest = ShareOfRuns.Of(values.Difference(policy, next), moments),
            CostLow = Math.Max(0, spent.ConfidenceLow[0]),
            CostHigh = spent.ConfidenceHigh[0],
            CostPerGain = reachesNobody ? priced.WithoutFirms() : priced,
            GainPerMoney = ratio.Numerator > 0 ? Sums.Mean(values.Total(gain)) / ratio.Numerator : double.NaN,
            EffortPerMoney = ratio.Numerator > 0 ? Sums.Mean(values.Total(values.Change(policy, OutcomeNames.Effort))) / ratio.Numerator : double.NaN,
            FirmDays = RunValues.MeanOf(policy, OutcomeNames.FirmDays),
            NotDelivered = RunValues.MeanOf(policy, OutcomeNames.NotDelivered),
        };
    }

    private static (double Low, double High) Percentiles(double[] values, double level)
    {
        double[] sorted = [.. values.Order()];
        return (Quantiles.Type7(sorted, (1 - level) / 2), Quantiles.Type7(sorted, (1 + level) / 2));
    }

    private static IEnumerable<Note> Notes(RunMoments moments, List<PolicyEffect> effects)
    {
        if (moments.Runs < FewReplicates)
        {
            yield return new Note("few-replicates", Severity.Warning, FormattableString.Invariant(
                $"{moments.Runs} replicates; framework 4.2 asks for at least {FewReplicates}. Read the intervals as provisional."));
        }

        if (moments.Draws <= 1)
        {
            yield return new Note("fixed-parameters", Severity.Warning,
                "All runs have the same parameters: the intervals carry the chance within the model and nothing of what is not known about its parameters.");
        }
        else if (!moments.AreRepeated)
        {
            yield return new Note("one-run-per-draw", Severity.Information,
                "Each parameter draw has one run: intervals carry parameters and seeds together, and the two cannot be told apart.");
        }

        string[] nobody = [.. effects.Where(effect => effect.CostPerGain.State == CostPerGainState.NobodyReached).Select(effect => effect.Scenario)];
        if (nobody.Length > 0)
        {
            yield return new Note("nobody-reached", Severity.Warning,
                $"No firm took part in {string.Join(", ", nobody)} in any run: that says nothing of what it would change.");
        }

        string[] none = [.. effects.Where(effect => effect.CostPerGain.State == CostPerGainState.NoGainFound).Select(effect => effect.Scenario)];
        if (none.Length > 0)
        {
            yield return new Note("no-gain-found", Severity.Information,
                $"No gain was found in the model for {string.Join(", ", none)}: the interval holds 0, and a cost per gain is not defined.");
        }
    }

    private static IEnumerable<Note> DiedOut(ComparedScenarios scenarios)
    {
        (string Id, int Runs)[] died =
        [
            .. scenarios.Policies.Prepend(scenarios.Baseline).Where(scenario => scenario.Outcomes.Contains(OutcomeNames.Firms))
                .Select(scenario => (scenario.Scenario, scenario.Values(OutcomeNames.Firms).Count(firms => firms == 0))).Where(one => one.Item2 > 0),
        ];
        if (died.Length > 0)
        {
            string each = string.Join(", ", died.Select(one => FormattableString.Invariant($"{one.Id} {one.Runs} of {scenarios.Replicates}")));
            yield return new Note("died-out", Severity.Warning,
                $"In the model no firm was left at the end in some runs: {each}. Firms that left count with the capability that they had when they left.");
        }
    }
}
