using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>A number for each pair of industries; the same in either order.</summary>
/// <param name="Industries">The codes in ordinal order.</param>
/// <param name="Values">The numbers, row after row, as many rows as industries.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record IndustryPairResult(
    IReadOnlyList<string> Industries, IReadOnlyList<double> Values, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets how the table calls the number.</summary>
    internal PairQuantity Quantity { get; init; } = new("industry_pairs", "Estimate", "A number for each pair of industries.");

    /// <summary>Gets the number of a pair.</summary>
    /// <param name="first">The position of one industry.</param>
    /// <param name="second">The position of the other.</param>
    public double this[int first, int second] => Values[(first * Industries.Count) + second];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Matrix("estimate", Industries, Industries, Values);

    /// <summary>Gives one row per pair of different industries.</summary>
    /// <returns>The table.</returns>
    public Table ToTable()
    {
        (int First, int Second)[] pairs = [.. Enumerable.Range(0, Industries.Count).SelectMany(
            first => Enumerable.Range(first + 1, Industries.Count - first - 1).Select(second => (first, second)))];
        return Table.Of(
            Quantity.Table,
            Column.Of("industry", pairs.Select(pair => (string?)Industries[pair.First]), "Industry", "Industry code."),
            Column.Of(
                "other_industry", pairs.Select(pair => (string?)Industries[pair.Second]), "Other industry",
                "Code of the other industry."),
            Column.Of(
                "estimate", pairs.Select(pair => this[pair.First, pair.Second]), Quantity.Label, "",
                Quantity.Description, recommended: true));
    }
}
