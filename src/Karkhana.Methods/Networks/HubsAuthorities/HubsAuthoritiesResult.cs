using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Hub and authority scores.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Hub">High for those who send ties to good authorities; the largest is 1.</param>
/// <param name="Authority">High for those who receive ties from good hubs; the largest is 1.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record HubsAuthoritiesResult(
    IReadOnlyList<string> Nodes, IReadOnlyList<double> Hub, IReadOnlyList<double> Authority, IReadOnlyList<Note> Notes, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Vector("hub", Hub)
        .Vector("authority", Authority);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "hubs_authorities",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("hub", Hub, "Hub", "", "Sends ties to good authorities.", recommended: true),
        Column.Of("authority", Authority, "Authority", "", "Receives ties from good hubs.", recommended: true));
}
