using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Compares clustered with dispersed firms that are alike in what was measured.</summary>
public static class ClusterComparison
{
    internal const string Source =
        "framework 3.5 (M0), A.3; Robins, Rotnitzky & Zhao 1994, doi:10.1080/01621459.1994.10476818; Chernozhukov et al. 2018, doi:10.1111/ectj.12097; Mislevy 1991, doi:10.1007/BF02294457; Hainmueller 2012, doi:10.1093/pan/mpr025; Stuart 2010, doi:10.1214/09-STS313; Rosenbaum 2002, doi:10.1007/978-1-4757-3692-2; Oster 2019, doi:10.1080/07350015.2016.1227711; VanderWeele & Ding 2017, doi:10.7326/M16-2607";

    private static readonly ComparisonEstimator[] ForGroups =
        [ComparisonEstimator.Unadjusted, ComparisonEstimator.Regression, ComparisonEstimator.AugmentedWeighting];

    /// <summary>Compares.</summary>
    /// <remarks>
    /// Estimand: the mean difference in the outcome between clustered firms and dispersed firms like them, in standard deviations. Covariates: absorptive
    /// capacity and the controls of the sample. For all firms by six estimators, for each kind of dispersed firms and each size class by three;
    /// the default is cross-fitted augmented weighting (places never split; firms dealt by themselves where one kind stands in a single place). Scores that are measured with error enter as
    /// plausible values given status and covariates, the same draws for all estimators; draws are combined by Rubin's rules. Covariates that a firm did not
    /// answer are drawn in the same way (<see cref="MissingCovariates"/>), which assumes that they are missing at random given outcome, status and the other covariates. Balance of covariates and squares before and after;
    /// trimming; effective number of dispersed firms. Sensitivity: Rosenbaum's Γ on the matched pairs and Oster's δ (medians over the draws), E-value of the
    /// default. Sorting is told where the interval of plain gap less regression gap leaves out 0 (bootstrap over places, then firms).
    /// Assumes that nothing left out drives both place and outcome, and that firms do not change each other's outcome. An association, not an effect.
    /// Sampling weights enter the first two estimators only. Cost: outcomes × draws × (bootstrap samples + 20) small fits, and once permutations × 15.
    /// Source: framework 3.5 (M0) and A.3; Robins, Rotnitzky and Zhao 1994, doi:10.1080/01621459.1994.10476818; Chernozhukov et al. 2018,
    /// doi:10.1111/ectj.12097; Rubin 1987, doi:10.1002/9780470316696; Mislevy 1991, doi:10.1007/BF02294457. Agrees with: the planted difference of simulated firms, within its interval.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="options">Outcomes, classes, trimming, draws.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>The comparisons; what could not be compared is there with its reason.</returns>
    public static ClusterComparisonResult Estimate(
        LearningSample sample,
        ClusterComparisonOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new ClusterComparisonOptions();
        Require.That(
            sample.Settings.Count == 0 || sample.Settings.Count == sample.Firms.Count, nameof(sample.Settings),
            FormattableString.Invariant($"must be empty or one per firm; there were {sample.Settings.Count} for {sample.Firms.Count} firms"));
        List<(string Name, double[] Mask)> groups = ComparisonGroups.Of(sample, options);
        LearningVariables variables = new(sample with
        {
            Variables = sample.Variables.Concat(groups.Select(group => KeyValuePair.Create(group.Name, group.Mask))).ToDictionary(),
        });
        List<OutcomeComparison> outcomes = [];
        foreach (string outcome in options.Outcomes.Where(variables.HasValues))
        {
            OutcomeComparison comparison = new(variables, outcome, options, execution, cancellationToken);
            comparison.CompareAll(Enum.GetValues<ComparisonEstimator>());
            foreach ((string name, _) in groups)
            {
                comparison.Compare(name, ForGroups);
            }

            outcomes.Add(comparison);
        }

        return Result(sample, variables, outcomes, options);
    }

    private static ClusterComparisonResult Result(
        LearningSample sample, LearningVariables variables, List<OutcomeComparison> outcomes, ClusterComparisonOptions options)
    {
        ComparisonEstimate[] estimates = Corrected([.. outcomes.SelectMany(outcome => outcome.Estimates)]);
        ClusterComparisonResult result = new(
            estimates,
            [.. outcomes.SelectMany(outcome => outcome.Balance)],
            [.. outcomes.Select(outcome => outcome.Sensitivity).OfType<ComparisonSensitivity>()],
            outcomes.FirstOrDefault()?.Covariates ?? [],
            options,
            new Provenance(
                "learning.cluster-comparison",
                FormattableString.Invariant(
                    $"outcomes = [{string.Join(", ", options.Outcomes)}], missing_covariates = {Words.Of(options.MissingCovariates)}, trim = {options.Trim}, caliper = {options.Caliper}, draws = {options.Equations.Draws}, bootstrap_samples = {options.BootstrapSamples}, permutations = {options.Permutations}"),
                Source,
                sample.Seed));
        return result with { Equations = [.. outcomes.SelectMany(outcome => outcome.Equations)], Notes = [.. ComparisonNotes.Of(result, sample, [.. variables.MeasuredRoughly]), .. outcomes.SelectMany(outcome => outcome.Notes)] };
    }

    private static ComparisonEstimate[] Corrected(ComparisonEstimate[] estimates)
    {
        int[] places = [.. Enumerable.Range(0, estimates.Length).Where(place =>
            estimates[place] is { Gap: not null, Group: not ComparisonGroups.All, Estimator: ComparisonEstimator.AugmentedWeighting })];
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. places.Select(place => estimates[place].PValue)]);
        for (int i = 0; i < places.Length; i++)
        {
            estimates[places[i]] = estimates[places[i]] with { AdjustedPValue = adjusted[i] };
        }

        return estimates;
    }
}
