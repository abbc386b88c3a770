using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How roles persist between two waves.</summary>
/// <param name="Persistence">The firms with the same role, of those in both waves.</param>
/// <param name="Kappa">Agreement of the roles beyond chance; NaN when all firms have one role.</param>
/// <param name="Transitions">How many firms went from one role to another; those without a firm are not
/// listed.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RoleChangeResult(
    CountedShare Persistence,
    double Kappa,
    IReadOnlyDictionary<(KnowledgeRole From, KnowledgeRole To), int> Transitions,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : ITidyResult
{
    /// <summary>Gives persistence and kappa.</summary>
    /// <returns>The table <c>role_change</c>.</returns>
    public Table ToTable() => Table.Of(
        "role_change",
        Column.Of("term", ["persistence", "kappa"], "Quantity", "Name of the quantity."),
        Column.Of("n", [Persistence.Total, Persistence.Total], "Firms", "", "Firms in both waves."),
        Column.Of("estimate", [Persistence.Share, Kappa], "Value", "", "The value.", recommended: true),
        Column.Of("conf_low", [Persistence.Low, double.NaN], "Lower limit", "share", "Lower limit of Wilson's interval."),
        Column.Of("conf_high", [Persistence.High, double.NaN], "Upper limit", "share", "Upper limit of Wilson's interval."));

    /// <summary>Gives one row per pair of roles that occurs.</summary>
    /// <returns>The table <c>role_transitions</c>.</returns>
    public Table ToTransitions()
    {
        (KnowledgeRole From, KnowledgeRole To)[] moves = [.. Transitions.Keys.Order()];
        return Table.Of(
            "role_transitions",
            Column.Of("from", moves.Select(move => (string?)Words.Of(move.From)), "From", "Role in the first wave."),
            Column.Of("to", moves.Select(move => (string?)Words.Of(move.To)), "To", "Role in the second wave."),
            Column.Of("n", moves.Select(move => Transitions[move]), "Firms", "", "Firms with this change."));
    }
}
