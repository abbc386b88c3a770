using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Options judged over scenarios by several criteria.</summary>
public sealed record RobustChoiceResult : IMeasureResult
{
    /// <summary>Gets the options.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Gets the criteria.</summary>
    public required IReadOnlyList<RobustnessCriterion> Criteria { get; init; }

    /// <summary>Gets the values by option, then by criterion.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Gets the lower limits of the values; NaN without a bootstrap.</summary>
    public required IReadOnlyList<double> Low { get; init; }

    /// <summary>Gets the upper limits of the values.</summary>
    public required IReadOnlyList<double> High { get; init; }

    /// <summary>Gets the ranks by option, then by criterion, from 1 for the best; equals share the mean of their ranks.</summary>
    public required IReadOnlyList<double> Ranks { get; init; }

    /// <summary>Gets by option, then by criterion, the share of bootstrap samples in which the option is the best; NaN without a
    /// bootstrap.</summary>
    public required IReadOnlyList<double> BestShares { get; init; }

    /// <summary>Gets the limits of the share of scenarios that meet the threshold (Wilson); NaN without draws or threshold.</summary>
    public required IReadOnlyList<(double Low, double High)> Satisficing { get; init; }

    /// <summary>Gets the best option by each criterion, the first of equal ones; null where no value is defined.</summary>
    public required IReadOnlyList<string?> Choices { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private string[] Words => [.. Criteria.Select(criterion => Core.Tables.Words.Of(criterion))];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("option", Options)
        .Matrix("value", Options, Words, Values)
        .Matrix("value_low", Options, Words, Low)
        .Matrix("value_high", Options, Words, High)
        .Matrix("rank", Options, Words, Ranks)
        .Matrix("best_share", Options, Words, BestShares)
        .Vector("satisficing_low", Satisficing.Select(limits => limits.Low))
        .Vector("satisficing_high", Satisficing.Select(limits => limits.High))
        .Vector("criterion", Words)
        .Vector("choice", Choices)
        .Vector("choice_share", Criteria.Select((_, criterion) => ShareOf(criterion)));

    /// <inheritdoc/>
    public Table ToTable()
    {
        int[] cells = [.. Enumerable.Range(0, Values.Count)];
        return Table.Of(
            "robust_choice",
            Column.Of("option", cells.Select(cell => Options[cell / Criteria.Count]), "Option", "Option."),
            Column.Of("criterion", cells.Select(cell => Words[cell % Criteria.Count]), "Criterion", "By what the option is judged."),
            Column.Of("estimate", Values, "Value", "", "Value of the criterion."),
            Column.Of("conf_low", Low, "From", "", "Lower limit over bootstrap samples of scenarios."),
            Column.Of("conf_high", High, "To", "", "Upper limit over bootstrap samples of scenarios."),
            Column.Of("rank", Ranks, "Rank", "", "1 for the best."),
            Column.Of("best_share", BestShares, "Best in", "share", "Share of bootstrap samples in which the option is the best.", recommended: true));
    }

    private double ShareOf(int criterion)
    {
        int option = Options.ToList().IndexOf(Choices[criterion] ?? "");
        return option < 0 ? double.NaN : BestShares[(option * Criteria.Count) + criterion];
    }
}
