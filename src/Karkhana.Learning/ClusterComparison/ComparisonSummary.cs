using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>A comparison in sentences that the data can carry.</summary>
internal static class ComparisonSummary
{
    public static string Of(ClusterComparisonResult result)
    {
        List<string> sentences = [];
        foreach (string outcome in result.Estimates.Select(estimate => estimate.Outcome).Distinct())
        {
            sentences.AddRange(Of(result, outcome));
        }

        return sentences.Count == 0
            ? "No outcome was measured on both clustered and dispersed firms: we cannot tell how they differ."
            : string.Join(' ', sentences);
    }

    private static IEnumerable<string> Of(ClusterComparisonResult result, string outcome)
    {
        ComparisonEstimate main = result.Main(outcome)!;
        return main.Gap is null
            ? [$"{outcome}: we cannot tell how clustered firms differ from like dispersed ones. {main.Reason}"]
            : [Difference(result, main), .. FewPlaces(main), Others(result, main), .. Unmeasured(result, main)];
    }

    private static string Difference(ClusterComparisonResult result, ComparisonEstimate main)
    {
        string verdict = !main.IsClear ? "We cannot tell a difference"
            : main.Low > 0 ? "Being clustered is associated with a higher value" : "Being clustered is associated with a lower value";
        double plain = result.Find(main.Outcome, ComparisonGroups.All, ComparisonEstimator.Unadjusted)!.Estimate;
        return FormattableString.Invariant(
            $"{main.Outcome}: {verdict} after adjusting for {string.Join(", ", result.Covariates)}: {main.Estimate:0.00} standard deviations ({main.Low:0.00} to {main.High:0.00}; {main.Clustered} clustered and {main.Dispersed} dispersed firms, {main.EffectiveDispersed:0} effective); the plain gap is {plain:0.00}.");
    }

    private static IEnumerable<string> FewPlaces(ComparisonEstimate main) =>
        main.IsClear || !main.LeavesOutZero ? [] : [FormattableString.Invariant(
            $"The interval leaves out 0, but there are few places: had they exchanged their status, a difference of this size would have come up with p = {main.PermutationPValue:0.00}.")];

    private static string Others(ClusterComparisonResult result, ComparisonEstimate main)
    {
        ComparisonEstimate[] others = [.. result.Estimates.Where(estimate => estimate is { Group: ComparisonGroups.All, Gap: not null }
            && estimate.Outcome == main.Outcome && estimate.Estimator is not (ComparisonEstimator.Unadjusted or ComparisonEstimator.AugmentedWeighting))];
        string[] opposed = [.. others.Where(other => other.Estimate * main.Estimate < 0).Select(other => Words.Spaced(other.Estimator))];
        return opposed.Length > 0 ? $"The sign is the opposite by {string.Join(", ", opposed)}."
            : others.Length == 1 ? "The one other way to adjust that could be used gives the same sign."
            : FormattableString.Invariant($"All {others.Length} other ways to adjust that could be used give the same sign.");
    }

    private static IEnumerable<string> Unmeasured(ClusterComparisonResult result, ComparisonEstimate main) =>
        main.IsClear && result.Sensitivity.FirstOrDefault(row => row.Outcome == main.Outcome) is { } sensitivity
            ? [FormattableString.Invariant(
                $"Something not measured could account for it if it were associated with both status and outcome by risk ratios of {sensitivity.EValue:0.00} ({sensitivity.EValueLimit:0.00} for the limit).")]
            : [];
}
