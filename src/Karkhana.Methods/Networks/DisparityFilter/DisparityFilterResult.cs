using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The ties of a network with their p-values.</summary>
/// <param name="From">The sender of each tie.</param>
/// <param name="To">The receiver of each tie.</param>
/// <param name="Weight">The value of each tie.</param>
/// <param name="PValue">The chance of as strong a tie.</param>
/// <param name="Kept">The number of ties below the level.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record DisparityFilterResult(
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    IReadOnlyList<double> Weight,
    IReadOnlyList<double> PValue,
    int Kept,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("from", From).Vector("to", To).Vector("weight", Weight).Vector("p_value", PValue).Scalar("kept", Kept);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "disparity_filter",
        Column.Of("from", From, "From", "Id of the sender."),
        Column.Of("to", To, "To", "Id of the receiver."),
        Column.Of("weight", Weight, "Value", "", "Value of the tie."),
        Column.Of("p_value", PValue, "p", "", "Chance of as strong a tie if the node spread its strength at random.", recommended: true));
}
