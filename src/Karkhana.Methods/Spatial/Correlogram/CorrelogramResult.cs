using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I by order of neighbours.</summary>
/// <param name="Values">I per order from 1; NaN where no unit has neighbours of that order.</param>
/// <param name="Expectations">−1/(n_k − 1) with the units that have neighbours of order k.</param>
/// <param name="Variances">The randomisation variances.</param>
/// <param name="Units">The number of units that have neighbours of the order.</param>
/// <param name="Notes">Islands, and orders without neighbours.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CorrelogramResult(
    IReadOnlyList<double> Values,
    IReadOnlyList<double> Expectations,
    IReadOnlyList<double> Variances,
    IReadOnlyList<int> Units,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    private IEnumerable<int> Orders => Enumerable.Range(1, Values.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("order", Orders).Vector("estimate", Values).Vector("expectation", Expectations).Vector("variance", Variances);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "correlogram",
        Column.Of("order", Orders, "Order", "steps", "Steps between the units."),
        Column.Of("estimate", Values, "Moran's I", "", "I among neighbours of the order.", recommended: true),
        Column.Of("expectation", Expectations, "Expectation", "", "Under randomisation."),
        Column.Of("variance", Variances, "Variance", "", "Under randomisation."),
        Column.Of("n", Units, "Units", "units", "Units that have neighbours of the order."));
}
