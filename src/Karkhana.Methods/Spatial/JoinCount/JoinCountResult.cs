using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Join counts of all pairs of colours.</summary>
/// <param name="Rows">Same colours first, then different ones, then the total of different ones.</param>
/// <param name="Notes">Islands, and why a number is not defined.</param>
/// <param name="Provenance">What made it.</param>
public sealed record JoinCountResult(IReadOnlyList<JoinCountRow> Rows, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("colour", Rows.Select(row => row.Colour))
        .Vector("estimate", Rows.Select(row => row.Estimate))
        .Vector("expectation", Rows.Select(row => row.Expectation))
        .Vector("variance", Rows.Select(row => row.Variance))
        .Vector("z", Rows.Select(row => row.Z))
        .Vector("p_value", Rows.Select(row => row.PValue));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "join_count",
        Column.Of("colour", Rows.Select(row => row.Colour), "Colours", "The pair of colours, or all different ones."),
        Column.Of("estimate", Rows.Select(row => row.Estimate), "Joins", "", "Join count.", recommended: true),
        Column.Of("expectation", Rows.Select(row => row.Expectation), "Expectation", "", "When the colours are shuffled."),
        Column.Of("variance", Rows.Select(row => row.Variance), "Variance", "", "When the colours are shuffled."),
        Column.Of("z", Rows.Select(row => row.Z), "z", "", "Standard score."),
        Column.Of("p_value", Rows.Select(row => row.PValue), "p", "", "One-sided: more joins of one colour than expected."));
}
