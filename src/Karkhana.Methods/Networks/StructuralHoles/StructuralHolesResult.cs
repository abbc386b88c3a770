using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Burt's measures of each node.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Constraint">Summed over contacts; NaN for isolates.</param>
/// <param name="EffectiveSize">Contacts less their redundancy; NaN for isolates.</param>
/// <param name="Efficiency">Effective size over number of contacts; NaN for isolates.</param>
/// <param name="Hierarchy">0 when every contact constrains alike; NaN with fewer than two contacts.</param>
/// <param name="Degree">The number of contacts.</param>
/// <param name="Notes">Isolates.</param>
/// <param name="Provenance">What made it.</param>
public sealed record StructuralHolesResult(
    IReadOnlyList<string> Nodes,
    IReadOnlyList<double> Constraint,
    IReadOnlyList<double> EffectiveSize,
    IReadOnlyList<double> Efficiency,
    IReadOnlyList<double> Hierarchy,
    IReadOnlyList<int> Degree,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes).Vector("constraint", Constraint).Vector("effective_size", EffectiveSize)
        .Vector("efficiency", Efficiency).Vector("hierarchy", Hierarchy).Vector("degree", Degree);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "structural_holes",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("constraint", Constraint, "Constraint", "", "High when contacts are tied to each other.", recommended: true),
        Column.Of("effective_size", EffectiveSize, "Effective size", "contacts", "Contacts less their redundancy."),
        Column.Of("efficiency", Efficiency, "Efficiency", "share", "Effective size over number of contacts."),
        Column.Of("hierarchy", Hierarchy, "Hierarchy", "", "Concentration of the constraint on one contact."),
        Column.Of("degree", Degree, "Contacts", "contacts", "Nodes with a tie either way."));
}
