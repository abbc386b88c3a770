using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Traits of firms, of their peers and of the peers of their peers.</summary>
/// <param name="Firms">The firms.</param>
/// <param name="Names">The traits.</param>
/// <param name="Own">X by trait, then by firm.</param>
/// <param name="OfPeers">GX: the mean, or sum, over peers; 0 for firms without peers.</param>
/// <param name="OfPeersOfPeers">G²X.</param>
/// <param name="Isolates">The firms without peers.</param>
public sealed record PeerInstruments(
    IReadOnlyList<string> Firms,
    IReadOnlyList<string> Names,
    IReadOnlyList<double[]> Own,
    IReadOnlyList<double[]> OfPeers,
    IReadOnlyList<double[]> OfPeersOfPeers,
    IReadOnlyList<bool> Isolates)
{
    /// <summary>Gives one row per firm.</summary>
    /// <returns>The table <c>peer_instruments</c>.</returns>
    public Table ToTable() => Table.Of(
        "peer_instruments",
        [
            Column.Of("firm", Firms, "Firm", "Firm id of the register."),
            .. Names.Select((name, i) => (Column)Column.Of(name, Own[i], name, "", "The firm's own.")),
            .. Names.Select((name, i) => (Column)Column.Of("peers_" + name, OfPeers[i], "Peers: " + name, "", "Over the peers.")),
            .. Names.Select((name, i) => (Column)Column.Of("peers2_" + name, OfPeersOfPeers[i], "Peers of peers: " + name, "", "Over the peers of peers.")),
            Column.Of("isolate", Isolates, "Isolate", "Without peers: peers' values are 0 and need a dummy."),
        ]);
}
