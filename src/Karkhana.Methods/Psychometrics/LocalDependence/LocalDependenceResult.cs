using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Local dependence of all pairs of items.</summary>
public sealed record LocalDependenceResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the pairs: first with second, first with third, …, second with third, ….</summary>
    public required IReadOnlyList<ItemPair> Pairs { get; init; }

    /// <summary>Gets the mean of Q3 over the pairs that have one.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the greatest Q3 less the mean: Q3* of Christensen, Makransky and Horton.</summary>
    public double Greatest => Pairs.Select(pair => pair.Adjusted).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("q3", Items, Items, Square(pair => pair.Q3, 1))
        .Matrix("adjusted_q3", Items, Items, Square(pair => pair.Adjusted, double.NaN))
        .Matrix("ld_chi_square", Items, Items, Square(pair => pair.Statistic, double.NaN))
        .Matrix("standardised_ld_chi_square", Items, Items, Square(pair => pair.StandardisedStatistic, double.NaN))
        .Scalar("mean_q3", Mean)
        .Scalar("greatest_adjusted_q3", Greatest)
        .Vector("flagged_first", Flagged().Select(pair => pair.First))
        .Vector("flagged_second", Flagged().Select(pair => pair.Second));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "local_dependence",
        Column.Of("first", Pairs.Select(pair => pair.First), "Item", "First item of the pair."),
        Column.Of("second", Pairs.Select(pair => pair.Second), "With", "Second item of the pair."),
        Column.Of("q3", Pairs.Select(pair => pair.Q3), "Q3", "", "Correlation of the residuals."),
        Column.Of("adjusted_q3", Pairs.Select(pair => pair.Adjusted), "Q3 adjusted", "", "Q3 less the mean of all pairs.", recommended: true),
        Column.Of("ld_chi_square", Pairs.Select(pair => pair.Statistic), "LD-X²", "", "Table of the pair against the model."),
        Column.Of("df", Pairs.Select(pair => pair.Degrees), "df", "", "Degrees of freedom of LD-X²."),
        Column.Of(
            "standardised_ld_chi_square", Pairs.Select(pair => pair.StandardisedStatistic), "LD-X² standardised", "",
            "(LD-X² − df)/√(2 df)."),
        Column.Of("flagged", Pairs.Select(pair => pair.Flagged), "Flagged", "Whether the pair should be looked at."));

    private IEnumerable<ItemPair> Flagged() => Pairs.Where(pair => pair.Flagged);

    private double[] Square(Func<ItemPair, double> value, double diagonal)
    {
        double[] square = [.. Enumerable.Repeat(diagonal, Items.Count * Items.Count)];
        int place = 0;
        for (int first = 0; first < Items.Count; first++)
        {
            for (int second = first + 1; second < Items.Count; second++, place++)
            {
                square[(first * Items.Count) + second] = square[(second * Items.Count) + first] = value(Pairs[place]);
            }
        }

        return square;
    }
}
