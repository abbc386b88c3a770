using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Whether a network lets peer effects be told from effects of the peers' own traits.</summary>
public sealed record PeerStructureResult : ITidyResult
{
    /// <summary>Gets the number of firms.</summary>
    public required int Firms { get; init; }

    /// <summary>Gets the number of firms without peers; they are left out of the ranks and need a dummy.</summary>
    public required int Isolates { get; init; }

    /// <summary>Gets the rank of {I, G, G²}; 3 is needed.</summary>
    public required int Rank { get; init; }

    /// <summary>Gets the rank of {I, G, G², G³}; 4 is needed with fixed effects of networks.</summary>
    public required int RankWithFixedEffects { get; init; }

    /// <summary>Gets a value indicating whether the rank condition holds.</summary>
    public bool RankConditionHolds => Rank == 3;

    /// <summary>Gets a value indicating whether it holds with fixed effects of networks.</summary>
    public bool RankConditionHoldsWithFixedEffects => RankWithFixedEffects == 4;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per model.</summary>
    /// <returns>The table <c>peer_structure</c>.</returns>
    public Table ToTable() => Table.Of(
        "peer_structure",
        Column.Of("model", ["peer effects", "peer effects with fixed effects"], "Model", "What is to be estimated."),
        Column.Of("rank", [Rank, RankWithFixedEffects], "Rank", "", "Rank of I, G, G² (and G³)."),
        Column.Of("needed", [3, 4], "Needed", "", "The rank that the model needs."),
        Column.Of("holds", [RankConditionHolds, RankConditionHoldsWithFixedEffects], "Holds", "Whether the network allows the model."),
        Column.Of("n", [Firms - Isolates, Firms - Isolates], "Firms", "", "Firms with at least one peer."),
        Column.Of("isolates", [Isolates, Isolates], "Isolates", "", "Firms without peers."));
}
