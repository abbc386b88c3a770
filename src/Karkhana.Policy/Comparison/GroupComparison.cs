using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Who gains: the paired differences of groups of firms.</summary>
internal static class GroupComparison
{
    // Told against nothing done already, the same in all scenarios, or told by tables of their own.
    private static readonly string[] NoLevels =
    [
        OutcomeNames.TreatedGain, OutcomeNames.UntreatedGain, OutcomeNames.RegimeShareAtStart, OutcomeNames.UntreatedFirms,
        OutcomeNames.GroupFirms, OutcomeNames.RegimeTransition,
    ];

    /// <summary>The least share of the runs, and the least number of them, in which there must be such firms.</summary>
    private const double LeastShare = 0.1;
    private const int LeastRuns = 2;

    /// <summary>Compares each outcome that both scenarios recorded by group, over the runs in which the group has firms in both.</summary>
    public static IEnumerable<GroupGain> Groups(ScenarioOutcomes baseline, ScenarioOutcomes policy, RunMoments moments, double level)
    {
        foreach (string name in baseline.Outcomes.Where(policy.Outcomes.Contains))
        {
            (string outcome, string? dimension, string? group) = OutcomeNames.Split(name);
            double[] before = dimension is null ? [] : baseline.Values(name);
            double[] after = dimension is null ? [] : policy.Values(name);
            int[] runs = dimension is null || NoLevels.Contains(outcome)
                ? [] : [.. Enumerable.Range(0, before.Length).Where(run => double.IsFinite(before[run]) && double.IsFinite(after[run]))];
            if (AreEnough(runs, before.Length))
            {
                double[] change = [.. runs.Select(run => after[run] - before[run])];
                yield return Gain(
                    policy.Scenario, (outcome, dimension!, group!), Sums.Mean([.. runs.Select(run => before[run])]), change, moments.Among(runs), level) with
                {
                    Firms = outcome == OutcomeNames.RegimeShare
                        ? Mean(policy, OutcomeNames.Firms, runs) // a share of all firms
                        : Mean(policy, OutcomeNames.Of(OutcomeNames.GroupFirms, dimension!, group!), runs),
                };
            }
        }
    }

    /// <summary>Gives the gains of those that took part and of those that did not, also by their ties to those that did, over the runs
    /// that have such firms.</summary>
    public static IEnumerable<GroupGain> Spillovers(ScenarioOutcomes policy, RunMoments moments, double level)
    {
        foreach (string name in policy.Outcomes)
        {
            (string outcome, string? dimension, string? group) = OutcomeNames.Split(name);
            string? reach = outcome switch
            {
                OutcomeNames.TreatedGain => "took part",
                OutcomeNames.UntreatedGain => "did not take part",
                _ => null,
            };
            double[] gains = reach is null ? [] : policy.Values(name);
            int[] runs = [.. Enumerable.Range(0, gains.Length).Where(run => double.IsFinite(gains[run]))];
            if (reach is not null && AreEnough(runs, gains.Length))
            {
                yield return Gain(
                    policy.Scenario, (OutcomeNames.CapabilityMean, "reach", dimension is null ? reach : $"{reach}, {dimension} {group}"),
                    double.NaN, [.. runs.Select(run => gains[run])], moments.Among(runs), level) with
                {
                    Firms = outcome == OutcomeNames.TreatedGain ? Mean(policy, OutcomeNames.TreatedFirms, runs)
                        : dimension is null ? MeanUntreated(policy, runs)
                        : Mean(policy, OutcomeNames.Of(OutcomeNames.UntreatedFirms, dimension, group!), runs),
                };
            }
        }
    }

    private static bool AreEnough(int[] runs, int all) => runs.Length >= Math.Max(LeastRuns, LeastShare * all);

    private static double Mean(ScenarioOutcomes policy, string outcome, int[] runs) => policy.Outcomes.Contains(outcome)
        ? Math.Round(Sums.Mean([.. runs.Select(run => policy.Values(outcome)[run])]))
        : double.NaN;

    private static double MeanUntreated(ScenarioOutcomes policy, int[] runs)
    {
        double[][] parts = [.. policy.Outcomes.Where(name => OutcomeNames.Split(name).Outcome == OutcomeNames.UntreatedFirms).Select(policy.Values)];
        return parts.Length == 0 ? double.NaN : Math.Round(Sums.Mean([.. runs.Select(run => parts.Sum(part => part[run]))]));
    }

    private static GroupGain Gain(
        string scenario, (string Outcome, string Dimension, string Group) name, double baseline, double[] change, RunMoments moments, double level)
    {
        CoefficientTable mean = moments.Mean(change, level);
        return new GroupGain(
            scenario,
            name.Outcome,
            name.Dimension,
            name.Group,
            baseline,
            mean.Estimates[0],
            mean.ConfidenceLow[0],
            mean.ConfidenceHigh[0],
            ShareOfRuns.Of(change, moments));
    }
}
