using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Item parameters by conditional maximum likelihood.</summary>
public sealed record ConditionalRaschModelResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the conditional log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets the number of free parameters.</summary>
    public required int Parameters { get; init; }

    /// <summary>Gets the respondents whose score is neither the least nor the greatest.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets the mean threshold of each item.</summary>
    public required IReadOnlyList<double> Location { get; init; }

    /// <summary>Gets the standard errors of the locations.</summary>
    public required IReadOnlyList<double> StandardError { get; init; }

    /// <summary>Gets the thresholds b_jk of each item.</summary>
    public required IReadOnlyList<double[]> Thresholds { get; init; }

    /// <summary>Gets the standard errors of the thresholds.</summary>
    public required IReadOnlyList<double[]> ThresholdStandardErrors { get; init; }

    /// <summary>Gets the number of steps of the item with the most categories.</summary>
    public required int Steps { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("log_likelihood", LogLikelihood)
        .Scalar("parameters", Parameters)
        .Scalar("respondents", Respondents)
        .Vector("item", Items)
        .Vector("location", Location)
        .Vector("std_error", StandardError)
        .Matrix("threshold", Items, ThresholdMatrix.Labels(Steps), ThresholdMatrix.Of(Thresholds, Steps))
        .Matrix("threshold_std_error", Items, ThresholdMatrix.Labels(Steps), ThresholdMatrix.Of(ThresholdStandardErrors, Steps));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "conditional_rasch_model",
        Column.Of("item", Thresholds.SelectMany((steps, item) => steps.Select(_ => Items[item])), "Item", "Item of the scale."),
        Column.Of("step", Thresholds.SelectMany(steps => steps.Select((_, step) => step + 1)), "Step", "", "Step c leads into category c."),
        Column.Of("estimate", Thresholds.SelectMany(steps => steps), "Threshold", "logits", "Where both categories are equally likely.", recommended: true),
        Column.Of("std_error", ThresholdStandardErrors.SelectMany(errors => errors), "Standard error", "logits", "Under the constraint that the mean threshold is 0."));
}
