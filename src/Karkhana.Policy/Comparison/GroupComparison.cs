using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Methods.Econometrics;

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

    /// <summary>Compares each outcome that both scenarios recorded by group. A group that is empty in some run has no mean there and
    /// is left out.</summary>
    public static IEnumerable<GroupGain> Groups(ScenarioOutcomes baseline, ScenarioOutcomes policy, RunMoments moments, double level)
    {
        foreach (string name in baseline.Outcomes.Where(policy.Outcomes.Contains))
        {
            (string outcome, string? dimension, string? group) = OutcomeNames.Split(name);
            double[] before = dimension is null ? [] : baseline.Values(name);
            double[] after = dimension is null ? [] : policy.Values(name);
            if (dimension is not null && !NoLevels.Contains(outcome) && before.Concat(after).All(double.IsFinite))
            {
                double[] change = [.. after.Zip(before, (with, without) => with - without)];
                yield return Gain(policy.Scenario, (outcome, dimension, group!), Sums.Mean(before), change, moments, level) with
                {
                    Firms = outcome == OutcomeNames.RegimeShare
                        ? Fewest(policy, OutcomeNames.Firms) // a share of all firms
                        : Fewest(policy, OutcomeNames.Of(OutcomeNames.GroupFirms, dimension, group!)),
                };
            }
        }
    }

    /// <summary>Gives the gains of those that took part and of those that did not, also by their ties to those that did, where
    /// every run has such firms.</summary>
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
            if (reach is not null && gains.All(double.IsFinite))
            {
                yield return Gain(
                    policy.Scenario, (OutcomeNames.CapabilityMean, "reach", dimension is null ? reach : $"{reach}, {dimension} {group}"),
                    double.NaN, gains, moments, level) with
                {
                    Firms = outcome == OutcomeNames.TreatedGain ? Fewest(policy, OutcomeNames.TreatedFirms)
                        : dimension is null ? FewestUntreated(policy)
                        : Fewest(policy, OutcomeNames.Of(OutcomeNames.UntreatedFirms, dimension, group!)),
                };
            }
        }
    }

    private static double Fewest(ScenarioOutcomes policy, string outcome) =>
        policy.Outcomes.Contains(outcome) ? policy.Values(outcome).Min() : double.NaN;

    private static double FewestUntreated(ScenarioOutcomes policy)
    {
        string[] parts = [.. policy.Outcomes.Where(name => OutcomeNames.Split(name).Outcome == OutcomeNames.UntreatedFirms)];
        return parts.Length == 0 ? double.NaN : Enumerable.Range(0, policy.Rows.Count).Min(run => parts.Sum(part => policy.Values(part)[run]));
    }

    private static GroupGain Gain(
        string scenario, (string Outcome, string Dimension, string Group) name, double baseline, double[] change, RunMoments moments, double level)
    {
        CoefficientTable mean = moments.Mean(change, level);
        bool varies = mean.StandardErrors[0] > 0;
        return new GroupGain(
            scenario,
            name.Outcome,
            name.Dimension,
            name.Group,
            baseline,
            mean.Estimates[0],
            varies ? mean.ConfidenceLow[0] : mean.Estimates[0],
            varies ? mean.ConfidenceHigh[0] : mean.Estimates[0],
            ShareOfRuns.Of(change, moments));
    }
}
