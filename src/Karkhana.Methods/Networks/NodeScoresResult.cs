using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>One number per node.</summary>
/// <param name="Label">What the number is called.</param>
/// <param name="Nodes">The ids.</param>
/// <param name="Estimate">The number of each node; NaN where it is not defined.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record NodeScoresResult(
    string Label, IReadOnlyList<string> Nodes, IReadOnlyList<double> Estimate, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Vector("node", Nodes).Vector("estimate", Estimate);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        Provenance.Method[(Provenance.Method.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', '_'),
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("estimate", Estimate, Label, "", $"{Label} of the node.", recommended: true));

    internal static OutputSpec[] Outputs(string meaning) =>
        [new OutputSpec("node", OutputShape.Vector, "ids"), new OutputSpec("estimate", OutputShape.Vector, meaning)];
}
