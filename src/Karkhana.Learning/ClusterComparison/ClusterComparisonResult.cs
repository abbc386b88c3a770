using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Clustered firms beside dispersed ones.</summary>
/// <param name="Estimates">One per outcome, group and estimator.</param>
/// <param name="Balance">One per outcome, estimator and covariate, for all firms.</param>
/// <param name="Sensitivity">One per outcome that could be compared.</param>
/// <param name="Covariates">What firms were made alike in, for the first outcome.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ClusterComparisonResult(
    IReadOnlyList<ComparisonEstimate> Estimates,
    IReadOnlyList<ComparisonBalance> Balance,
    IReadOnlyList<ComparisonSensitivity> Sensitivity,
    IReadOnlyList<string> Covariates,
    ClusterComparisonOptions Options,
    Provenance Provenance) : ITidyResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Gets the unadjusted and the adjusted equation of each outcome over all firms; the draws of the latter are those of every other
    /// estimator.</summary>
    public IReadOnlyList<LearningFit> Equations { get; init; } = [];

    /// <summary>Gets the result in sentences.</summary>
    public string Summary => ComparisonSummary.Of(this);

    /// <summary>Finds a comparison.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="group">The group.</param>
    /// <param name="estimator">The estimator.</param>
    /// <returns>It, or null.</returns>
    public ComparisonEstimate? Find(string outcome, string group, ComparisonEstimator estimator) => Estimates.FirstOrDefault(
        estimate => estimate.Outcome == outcome && estimate.Group == group && estimate.Estimator == estimator);

    /// <summary>Finds the comparison of all firms by the default estimator.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>It, or null when the sample does not have the outcome.</returns>
    public ComparisonEstimate? Main(string outcome) => Find(outcome, ComparisonGroups.All, ComparisonEstimator.AugmentedWeighting);

    /// <summary>Gives the parts of hypothesis H1, for <c>given</c> of <see cref="HypothesisTests.Estimate"/>.</summary>
    /// <returns>One part, under <c>H1</c>; none when the first outcome could not be compared, which then cannot be told.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<HypothesisPart>> ToHypotheses()
    {
        ComparisonEstimate? main = Options.Outcomes.Count == 0 ? null : Main(Options.Outcomes[0]);
        HypothesisPart[] parts = main?.Gap is not { } gap ? [] :
        [
            HypothesisParts.Estimated(
                $"{main.Outcome} ~ clustered (augmented weighting)", Expectation.Positive,
                (gap.Estimates[0], gap.StandardErrors[0], gap.DegreesOfFreedom[0]), main.Clustered + main.Dispersed) with { PValue = main.PValue },
        ];
        return new Dictionary<string, IReadOnlyList<HypothesisPart>> { ["H1"] = parts };
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cluster_comparison",
        Column.Of("outcome", Estimates.Select(row => (string?)row.Outcome), "Outcome", "What is compared."),
        Column.Of("group", Estimates.Select(row => (string?)row.Group), "Firms", "All, a kind of dispersed firms beside all clustered, or a size class."),
        Column.Of("estimator", Estimates.Select(row => (string?)Words.Of(row.Estimator)), "Estimator", "How firms were made comparable."),
        Column.Of("n_clustered", Estimates.Select(row => row.Clustered), "Clustered", "", "Clustered firms that are used."),
        Column.Of("n_dispersed", Estimates.Select(row => row.Dispersed), "Dispersed", "", "Dispersed firms that are used."),
        Column.Of("n_imputed", Estimates.Select(row => row.Imputed), "Completed", "", "Firms among both of which a covariate was not answered and was drawn."),
        Column.Of("estimate", Estimates.Select(row => row.Estimate), "Difference", "SD", "Clustered less dispersed, in standard deviations.", recommended: true),
        Column.Of("std_error", Estimates.Select(row => row.Gap?.StandardErrors[0] ?? double.NaN), "Standard error", "SD", "With measurement error by plausible values."),
        Column.Of("conf_low", Estimates.Select(row => row.Low), "Low", "SD", "Lower limit."),
        Column.Of("conf_high", Estimates.Select(row => row.High), "High", "SD", "Upper limit."),
        Column.Of("p_value", Estimates.Select(row => row.Gap?.PValues[0] ?? double.NaN), "p", "", "Two-sided p-value of the estimate."),
        Column.Of("permutation_p_value", Estimates.Select(row => row.PermutationPValue), "p by permutation", "", "From few places exchanging their status, on the first draw."),
        Column.Of("wild_p_value", Estimates.Select(row => row.WildPValue), "Wild p", "", "Of the two regressions, by the wild cluster bootstrap over fewer than 20 places."),
        Column.Of("adjusted_p_value", Estimates.Select(row => row.AdjustedPValue), "Adjusted p", "", "Corrected over groups, which are looked at after the fact."),
        Column.Of("share_measurement", Estimates.Select(row => row.ShareMeasurement), "Share due to measurement", "share", "Share of the variance that comes from measuring with error and from covariates that were drawn."),
        Column.Of("trimmed", Estimates.Select(row => row.Trimmed), "Left out", "", "Firms without counterparts, mean over the draws."),
        Column.Of("effective_dispersed", Estimates.Select(row => row.EffectiveDispersed), "Effective dispersed", "", "Effective number of dispersed firms; below 30 the comparison is weak."),
        Column.Of("reason", Estimates.Select(row => row.Reason), "Reason", "Why there is no estimate."));

    /// <summary>Gives the balance of the covariates.</summary>
    /// <returns>The table <c>cluster_balance</c>.</returns>
    public Table ToBalance() => Table.Of(
        "cluster_balance",
        Column.Of("outcome", Balance.Select(row => (string?)row.Outcome), "Outcome", "The outcome whose firms these are."),
        Column.Of("estimator", Balance.Select(row => (string?)Words.Of(row.Estimator)), "Estimator", "How firms were made comparable."),
        Column.Of("variable", Balance.Select(row => (string?)row.Covariate), "Covariate", "Covariate, or its square."),
        Column.Of("smd_before", Balance.Select(row => row.Before), "Before", "SD", "Standardised mean difference of all firms."),
        Column.Of("smd_after", Balance.Select(row => row.After), "After", "SD", "The same after matching or weighting.", recommended: true),
        Column.Of("balanced", Balance.Select(row => row.IsBalanced), "Alike", "Whether the difference after is below 0.1."));

    /// <summary>Gives what something not measured would have to be.</summary>
    /// <returns>The table <c>cluster_sensitivity</c>.</returns>
    public Table ToSensitivity() => Table.Of(
        "cluster_sensitivity",
        Column.Of("outcome", Sensitivity.Select(row => (string?)row.Outcome), "Outcome", "What is compared."),
        Column.Of("critical_gamma", Sensitivity.Select(row => row.CriticalGamma), "Γ", "", "Odds ratio by which matched firms would have to differ in their chance of being clustered (Rosenbaum)."),
        Column.Of("delta", Sensitivity.Select(row => row.Delta), "δ", "", "Selection on what was not measured, relative to what was, that would leave no gap (Oster)."),
        Column.Of("e_value", Sensitivity.Select(row => row.EValue), "E-value", "", "Least risk ratio with both status and outcome."),
        Column.Of("e_value_limit", Sensitivity.Select(row => row.EValueLimit), "E-value of the limit", "", "The same for the limit nearest to no difference."),
        Column.Of("moved", Sensitivity.Select(row => row.MovedByAdjusting.Estimate), "Moved by adjusting", "SD", "Plain gap less adjusted gap.", recommended: true),
        Column.Of("moved_low", Sensitivity.Select(row => row.MovedByAdjusting.Low), "Moved, low", "SD", "Lower limit."),
        Column.Of("moved_high", Sensitivity.Select(row => row.MovedByAdjusting.High), "Moved, high", "SD", "Upper limit."),
        Column.Of("sorting", Sensitivity.Select(row => row.ShowsSorting), "Sorting", "Whether adjusting clearly moves the gap."));
}
