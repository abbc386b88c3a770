using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>An association under all combinations of choices.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Term">The term of interest.</param>
/// <param name="Dimensions">The choices.</param>
/// <param name="Specifications">One per combination that is not a repetition; the first is the main one.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Provenance">What made it.</param>
public sealed record SpecificationCurveResult(
    string Outcome,
    string Term,
    IReadOnlyList<SpecificationDimension> Dimensions,
    IReadOnlyList<Specification> Specifications,
    SpecificationCurveOptions Options,
    Provenance Provenance) : ITidyResult
{
    /// <summary>Gets the specifications that could be estimated.</summary>
    public IReadOnlyList<Specification> Estimated { get; } = [.. Specifications.Where(specification => specification.IsEstimated)];

    /// <summary>Gets why others could not be estimated, by reason, with their number.</summary>
    public IReadOnlyList<(EstimateRefusal Reason, int Count)> Refused { get; } = [.. Specifications
        .Where(specification => specification.Refusal is not null).CountBy(specification => specification.Refusal!.Value).OrderBy(pair => pair.Key)
        .Select(pair => (pair.Key, pair.Value))];

    /// <summary>Gets the median estimate; NaN when none could be made.</summary>
    public double Median => Estimated.Count == 0 ? double.NaN : Quantiles.Type7([.. Estimated.Select(row => row.Estimate).Order()], 0.5);

    /// <summary>Gets the share of the specifications with the sign of the main one; NaN when that could not be estimated.</summary>
    public double ShareOfSign => Specifications[0] is { IsEstimated: true } main
        ? Share(row => Math.Sign(row.Estimate) == Math.Sign(main.Estimate)) : double.NaN;

    /// <summary>Gets the share that are clearly above zero.</summary>
    public double ShareClearlyPositive => Share(row => row.Estimate > 0 && row.PValue < Options.Risk);

    /// <summary>Gets the share that are clearly below zero.</summary>
    public double ShareClearlyNegative => Share(row => row.Estimate < 0 && row.PValue < Options.Risk);

    /// <summary>Gets the share that agree with the main specification: the same sign and as clear, or as unclear, as it.</summary>
    public double ShareAgreeing => Specifications[0] is { IsEstimated: true } main
        ? Share(row => (row.PValue < Options.Risk) == (main.PValue < Options.Risk)
            && (main.PValue >= Options.Risk || Math.Sign(row.Estimate) == Math.Sign(main.Estimate)))
        : double.NaN;

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [.. Refused.Select(refused => new Note(
        "not-estimated", Severity.Information, FormattableString.Invariant($"{refused.Count} specifications were not estimated: {Words.Spaced(refused.Reason)}.")))];

    /// <summary>Gives by how much the median differs between the choices of each dimension: which choice the finding hangs on.</summary>
    /// <returns>By dimension, the greatest less the least median over its choices, greatest first.</returns>
    public IReadOnlyList<(string Dimension, double Range)> Influence() => [.. Dimensions
        .Select((dimension, i) =>
        {
            double[] medians = [.. dimension.Choices
                .Select(choice => Estimated.Where(row => row.Labels[i] == choice.Label).Select(row => row.Estimate).Order().ToArray())
                .Where(estimates => estimates.Length > 0).Select(estimates => Quantiles.Type7(estimates, 0.5))];
            return (dimension.Name, medians.Length == 0 ? double.NaN : medians.Max() - medians.Min());
        })
        .OrderByDescending(row => row.Item2).ThenBy(row => row.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Table ToTable() => ToTable([.. Dimensions.Select(dimension => dimension.Name)]);

    /// <summary>Gives one row per specification, with a column for each of some questions, so that curves with different questions can stand in
    /// one table.</summary>
    /// <param name="questions">The names of the questions.</param>
    /// <returns>The table <c>specification_curve</c>; "not asked" where this curve does not ask a question.</returns>
    public Table ToTable(IReadOnlyList<string> questions) => Table.Of("specification_curve",
    [
        Column.Of("outcome", Specifications.Select(_ => (string?)Outcome), "Outcome", "What is explained."),
        Column.Of("term", Specifications.Select(_ => (string?)Term), "Term", "The term of interest."),
        .. questions.Select(question => Column.Of(
            $"choice_{question}", Specifications.Select(row => (string?)ChoiceOf(row, question)), $"Choice: {question}", "The choice made.")),
        Column.Of("n", Specifications.Select(row => row.Firms), "Firms", "", "Firms used; 0 where it was not estimated."),
        Column.Of("estimate", Specifications.Select(row => row.Estimate), "Association", "SD", "Standard deviations of the outcome.", recommended: true),
        Column.Of("conf_low", Specifications.Select(row => row.Low), "Low", "SD", "Lower limit, 95 %."),
        Column.Of("conf_high", Specifications.Select(row => row.High), "High", "SD", "Upper limit, 95 %."),
        Column.Of("p_value", Specifications.Select(row => row.PValue), "p", "", "Two-sided p-value."),
        Column.Of("reason", Specifications.Select(row => row.Refusal is { } reason ? Words.Spaced(reason) : ""), "Reason", "Why it was not estimated."),
    ]);

    private string ChoiceOf(Specification specification, string question)
    {
        for (int i = 0; i < Dimensions.Count; i++)
        {
            if (Dimensions[i].Name == question)
            {
                return specification.Labels[i];
            }
        }

        return "not asked";
    }

    private double Share(Func<Specification, bool> counts) =>
        Estimated.Count == 0 ? double.NaN : Estimated.Count(counts) / (double)Estimated.Count;
}
