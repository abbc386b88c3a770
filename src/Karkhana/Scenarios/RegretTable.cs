using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Scenarios;

/// <summary>Policies judged over parameter draws, one row each.</summary>
internal static class RegretTable
{
    public static Table Of(RobustChoiceResult robustness)
    {
        int[] options = [.. Enumerable.Range(0, robustness.Options.Count).OrderBy(option => robustness.Ranks[At(robustness, option, RobustnessCriterion.RegretQuantile)]).ThenBy(option => option)];
        IEnumerable<double> Values(IReadOnlyList<double> values, RobustnessCriterion criterion) => options.Select(option => values[At(robustness, option, criterion)]);
        return Table.Of(
            "policy_regret",
            Column.Of("policy", options.Select(option => (string?)robustness.Options[option]), "Policy", "Id of the policy; doing nothing among them."),
            Column.Of("mean_gain", Values(robustness.Values, RobustnessCriterion.Laplace), "Mean gain", "SD", "Mean gain over parameter draws, in standard deviations of capability between firms."),
            Column.Of("worst_gain", Values(robustness.Values, RobustnessCriterion.Maximin), "Worst gain", "SD", "Gain in the worst draw."),
            Column.Of("regret", Values(robustness.Values, RobustnessCriterion.RegretQuantile), "Regret, 90 %", "SD", "What is lost against the best policy of the draw, in nine of ten draws at most; costs do not enter.", recommended: true),
            Column.Of("conf_low", Values(robustness.Low, RobustnessCriterion.RegretQuantile), "Low", "SD", "Lower limit over bootstrap samples of draws."),
            Column.Of("conf_high", Values(robustness.High, RobustnessCriterion.RegretQuantile), "High", "SD", "Upper limit."),
            Column.Of("worst_regret", Values(robustness.Values, RobustnessCriterion.WorstRegret), "Greatest regret", "SD", "In the draw in which it is greatest."),
            Column.Of("satisficing", Values(robustness.Values, RobustnessCriterion.Satisficing), "Gains 0.1 SD in", "share", "Share of the draws in which the gain is at least 0.1 standard deviations."),
            Column.Of("satisficing_low", options.Select(option => robustness.Satisficing[option].Low), "From", "share", "Lower limit (Wilson)."),
            Column.Of("satisficing_high", options.Select(option => robustness.Satisficing[option].High), "To", "share", "Upper limit."),
            Column.Of("best_share", Values(robustness.BestShares, RobustnessCriterion.RegretQuantile), "Least regret in", "share", "Share of bootstrap samples in which its regret is the least."));
    }

    /// <summary>Gives the share of the draws of parameters in which a policy gains 0.1 standard deviations or more.</summary>
    public static double ShareReachingStep(RobustChoiceResult robustness, string policy) =>
        robustness.Values[At(robustness, robustness.Options.ToList().IndexOf(policy), RobustnessCriterion.Satisficing)];

    private static int At(RobustChoiceResult robustness, int option, RobustnessCriterion criterion) =>
        (option * robustness.Criteria.Count) + robustness.Criteria.ToList().IndexOf(criterion);
}
