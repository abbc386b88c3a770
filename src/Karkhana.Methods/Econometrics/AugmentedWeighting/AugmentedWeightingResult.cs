using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Augmented differences between treated and untreated units.</summary>
public sealed record AugmentedWeightingResult : IMeasureResult
{
    /// <summary>Gets the differences <c>att</c> and <c>ate</c>.</summary>
    public required CoefficientTable Differences { get; init; }

    /// <summary>Gets their p-values by permutation; NaN when clusters were not permuted.</summary>
    public required IReadOnlyList<double> PermutationPValues { get; init; }

    /// <summary>Gets the cross-fitted probability of treatment of each row used.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Gets the part of each row used, from 0: models that did not see it give its probability and expected outcomes.</summary>
    public required IReadOnlyList<int> Parts { get; init; }

    /// <summary>Gets the number of units left out for their probability.</summary>
    public required int Trimmed { get; init; }

    /// <summary>Gets the effective number of untreated units.</summary>
    public required double EffectiveSampleSize { get; init; }

    /// <summary>Gets the balance of the covariates and their squares.</summary>
    public required BalanceTable Balance { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0, before trimming.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("estimand", Differences.Terms)
        .Vector("estimate", Differences.Estimates)
        .Vector("std_error", Differences.StandardErrors)
        .Vector("p_value", Differences.PValues)
        .Vector("conf_low", Differences.ConfidenceLow)
        .Vector("conf_high", Differences.ConfidenceHigh)
        .Vector("permutation_p_value", PermutationPValues)
        .Scalar("trimmed", Trimmed)
        .Scalar("effective_sample_size", EffectiveSampleSize)
        .Vector("variable", Balance.Variables)
        .Vector("smd_before", Balance.Before)
        .Vector("smd_after", Balance.After);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "augmented_weighting",
        Column.Of("estimand", Differences.Terms, "Difference", "For the treated (att) or for all units (ate)."),
        Column.Of("estimate", Differences.Estimates, "Estimate", "", "Difference of the outcome.", recommended: true),
        Column.Of("std_error", Differences.StandardErrors, "Standard error", "", "From the contributions of the units, by cluster."),
        Column.Of("p_value", Differences.PValues, "p", "", "Two-sided p-value."),
        Column.Of("conf_low", Differences.ConfidenceLow, "Low", "", "Lower confidence limit."),
        Column.Of("conf_high", Differences.ConfidenceHigh, "High", "", "Upper confidence limit."),
        Column.Of("permutation_p_value", PermutationPValues, "p by permutation", "", "From permuting the treatment of clusters."));
}
