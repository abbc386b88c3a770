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
        if (main.Gap is null)
        {
            yield return $"{outcome}: we cannot tell how clustered firms differ from like dispersed ones. {main.Reason}";
            yield break;
        }

        bool clear = (main.Low > 0 || main.High < 0) && main.PValue <= 1 - result.Options.Equations.Level;
        string verdict = !clear ? "We cannot tell a difference" : main.Low > 0 ? "Being clustered is associated with a higher value" : "Being clustered is associated with a lower value";
        yield return FormattableString.Invariant(
            $"{outcome}: {verdict} after adjusting for {string.Join(", ", result.Covariates)}: {main.Estimate:0.00} standard deviations ({main.Low:0.00} to {main.High:0.00}; {main.Clustered} clustered and {main.Dispersed} dispersed firms, {main.EffectiveDispersed:0} effective); the plain gap is {result.Find(outcome, ComparisonGroups.All, ComparisonEstimator.Unadjusted)!.Estimate:0.00}.");
        if (!clear && (main.Low > 0 || main.High < 0))
        {
            yield return FormattableString.Invariant(
                $"The interval leaves out 0, but there are few places: had they exchanged their status, a difference of this size would have come up with p = {main.PermutationPValue:0.00}.");
        }

        ComparisonEstimate[] others = [.. result.Estimates.Where(estimate => estimate is { Group: ComparisonGroups.All, Gap: not null }
            && estimate.Outcome == outcome && estimate.Estimator is not (ComparisonEstimator.Unadjusted or ComparisonEstimator.AugmentedWeighting))];
        string[] opposed = [.. others.Where(other => other.Estimate * main.Estimate < 0).Select(other => Words.Spaced(other.Estimator))];
        yield return others.Length == 0 ? "No other estimator could be used."
            : opposed.Length == 0 ? FormattableString.Invariant($"All {others.Length} other ways to adjust give the same sign.")
            : $"The sign is the opposite by {string.Join(", ", opposed)}.";
        if (result.Sensitivity.FirstOrDefault(row => row.Outcome == outcome) is { } sensitivity && clear)
        {
            yield return FormattableString.Invariant(
                $"Something not measured could account for it if it were associated with both status and outcome by risk ratios of {sensitivity.EValue:0.00} ({sensitivity.EValueLimit:0.00} for the limit).");
        }
    }
}
