namespace Karkhana.Data.Ties;

/// <summary>Parties outside the register that firms have ties with.</summary>
/// <param name="Ids">The ids, each once and none of a firm.</param>
/// <param name="Types">What each is: <c>buyer</c>, <c>university</c>; empty where the study does not say.</param>
/// <param name="Localities">Where each is; null where the study does not say.</param>
public sealed record PartyTable(
    IReadOnlyList<string> Ids, IReadOnlyList<string> Types, IReadOnlyList<Locality?> Localities)
{
    /// <summary>Gets a study without parties.</summary>
    public static PartyTable None { get; } = new([], [], []);

    /// <summary>Gets the number of parties.</summary>
    public int Count => Ids.Count;
}
