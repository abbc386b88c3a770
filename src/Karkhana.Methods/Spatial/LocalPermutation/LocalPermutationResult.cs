using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>A local statistic with its conditional permutation test, per unit.</summary>
public sealed record LocalPermutationResult : IMeasureResult
{
    /// <summary>Gets the ids of the units.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Gets the statistic.</summary>
    public required LocalStatistic Statistic { get; init; }

    /// <summary>Gets the statistic of each unit; NaN when not defined.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the pseudo p-values; NaN without neighbours.</summary>
    public required IReadOnlyList<double> PValues { get; init; }

    /// <summary>Gets the p-values corrected for the number of units.</summary>
    public required IReadOnlyList<double> QValues { get; init; }

    /// <summary>Gets whether each unit is significant after the correction.</summary>
    public required IReadOnlyList<bool> Significant { get; init; }

    /// <summary>Gets what the test says of each unit.</summary>
    public required IReadOnlyList<LocalClass> Classes { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives the word of a class, as maps and outputs write it.</summary>
    /// <param name="value">The class.</param>
    /// <returns>The word: <c>high-low</c>, the unit first.</returns>
    public static string Word(LocalClass value) => Words.Of(value).Replace('_', '-');

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("unit", Units)
        .Vector("estimate", Estimates)
        .Vector("p_value", PValues)
        .Vector("q_value", QValues)
        .Vector("significant", Significant.Select(significant => significant ? 1 : 0))
        .Vector("class", Classes.Select(value => (string?)Word(value)));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "local_permutation",
        Column.Of("unit", Units, "Unit", "Id of the unit."),
        Column.Of("statistic", Units.Select(_ => (string?)Words.Of(Statistic)), "Statistic", "What was computed."),
        Column.Of("estimate", Estimates, "Estimate", "", "The statistic.", recommended: true),
        Column.Of("p_value", PValues, "p", "", "Pseudo p-value of the unit alone."),
        Column.Of("q_value", QValues, "q", "", "Corrected for the number of units (Benjamini and Hochberg)."),
        Column.Of("significant", Significant, "Significant", "q at most alpha."),
        Column.Of("class", Classes.Select(value => (string?)Word(value)), "Class", "The unit first, then its neighbours."));
}
