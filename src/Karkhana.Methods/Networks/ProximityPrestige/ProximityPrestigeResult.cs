using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Domain and proximity prestige.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Domain">The number of others that reach each node.</param>
/// <param name="Proximity">0 to 1: the share that reach it over their mean distance.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ProximityPrestigeResult(
    IReadOnlyList<string> Nodes, IReadOnlyList<double> Domain, IReadOnlyList<double> Proximity, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Vector("domain", Domain)
        .Vector("proximity", Proximity);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "proximity_prestige",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("domain", Domain, "Domain", "", "Others that reach the node."),
        Column.Of("proximity", Proximity, "Proximity prestige", "", "Share that reach the node over their mean distance.", recommended: true));
}
