using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>What a reader of a comparison must know.</summary>
internal static class ComparisonNotes
{
    // Framework 3.6: cluster gaps in value added beyond this are larger than studies with designs find.
    private const double LargestExpectedGap = 0.6;
    private const double FewEffective = 30;

    public static IEnumerable<Note> Of(ClusterComparisonResult result, LearningSample sample, IReadOnlyList<string> measuredRoughly)
    {
        foreach (ComparisonEstimate main in result.Estimates.Where(
            estimate => estimate is { Group: ComparisonGroups.All, Estimator: ComparisonEstimator.AugmentedWeighting }))
        {
            foreach (Note note in OfMain(main, result).Concat(LargeGap(main, result, sample)))
            {
                yield return note;
            }
        }

        if (sample.Weights.Count > 0)
        {
            yield return new Note("weights-in-regressions-only", Severity.Information,
                "Sampling weights enter the plain gap and the regression; matching and weighting are about the firms of the sample.");
        }

        if (measuredRoughly.Count > 0)
        {
            yield return new Note("measured-roughly", Severity.Warning,
                $"Too unreliable in this sample to allow for their error, so taken as observed: {string.Join(", ", measuredRoughly)}.");
        }
    }

    private static IEnumerable<Note> OfMain(ComparisonEstimate main, ClusterComparisonResult result)
    {
        if (main.Gap is null)
        {
            yield return new Note("not-compared", Severity.Warning,
                $"{main.Outcome}: {main.Reason} Nothing is said about clustered and dispersed firms that are alike. Survey more firms of the rarer kind, or fewer covariates that tell the two apart.");
            yield break;
        }

        if (main.Imputed > 0)
        {
            yield return new Note("covariates-imputed", Severity.Information, FormattableString.Invariant(
                $"{main.Outcome}: {main.Imputed} of {main.Clustered + main.Dispersed} firms did not answer every covariate ({string.Join(", ", Completed(main, result))}). What is missing was drawn {result.Options.Equations.Draws} times from what answers of like firms, status and outcome let expect, and the draws were combined. That is right where answers are missing at random given these; listwise leaves the firms out."));
        }

        if (main.Trimmed > 0)
        {
            yield return new Note("trimmed", Severity.Warning, FormattableString.Invariant(
                $"{main.Outcome}: {main.Trimmed:0} of {main.Clustered + main.Dispersed} firms are almost surely clustered or almost surely dispersed by their covariates and were left out; the difference is about the others."));
        }

        if (main.EffectiveDispersed < FewEffective)
        {
            yield return new Note("few-effective-dispersed", Severity.Warning, FormattableString.Invariant(
                $"{main.Outcome}: the comparison rests on {main.EffectiveDispersed:0.0} effective dispersed firms, fewer than {FewEffective}. Read it as weak."));
        }

        string[] apart = [.. result.Balance.Where(row => row.Outcome == main.Outcome && row.Estimator == main.Estimator && !row.IsBalanced && !double.IsNaN(row.After))
            .Select(row => row.Covariate)];
        if (apart.Length > 0)
        {
            yield return new Note("imbalance", Severity.Warning, FormattableString.Invariant(
                $"{main.Outcome}: weighting leaves standardised differences of {ComparisonBalance.Threshold} or more in {string.Join(", ", apart)}; the regression within the estimate adjusts for them only as far as it is right."));
        }

        if (result.Sensitivity.FirstOrDefault(row => row.Outcome == main.Outcome) is { ShowsSorting: true } sensitivity)
        {
            PathInterval moved = sensitivity.MovedByAdjusting;
            yield return new Note("sorting", Severity.Warning, FormattableString.Invariant(
                $"{main.Outcome}: holding the covariates equal moves the gap by {moved.Estimate:0.00} standard deviations ({moved.Low:0.00} to {moved.High:0.00}). Clustered and dispersed firms differ in what they were, and may differ in what was not measured: do not read the plain gap as what the cluster does."));
        }
    }

    private static IReadOnlyList<string> Completed(ComparisonEstimate main, ClusterComparisonResult result) =>
        result.Equations.FirstOrDefault(fit => fit.Equation.Outcome == main.Outcome && fit.Equation.Imputed.Count > 0)?.Equation.Imputed ?? [];

    private static IEnumerable<Note> LargeGap(ComparisonEstimate main, ClusterComparisonResult result, LearningSample sample)
    {
        if (main.Gap is null || main.Outcome != result.Options.LogValueAdded
            || !(sample.Variables.TryGetValue(main.Outcome, out double[]? raw) || sample.Controls.TryGetValue(main.Outcome, out raw)))
        {
            yield break;
        }

        double gap = Math.Exp(main.Estimate * Math.Sqrt(Sums.Variance([.. raw.Where(double.IsFinite)]))) - 1;
        if (gap > LargestExpectedGap)
        {
            yield return new Note("large-value-added-gap", Severity.Warning, FormattableString.Invariant(
                $"Value added of clustered firms is {100 * gap:0} % above that of like dispersed firms, more than {100 * LargestExpectedGap:0} %. Studies find about 30 %: look for errors of units, for outliers and for what was not measured before believing it."));
        }
    }
}
