namespace Karkhana.Core.Exchange;

/// <summary>Directed ties between firms of the register, by position; one kind or many.</summary>
/// <param name="FirmIds">The firms, in the order of the register.</param>
/// <param name="From">The giving firm of each tie, as a position in <paramref name="FirmIds"/>.</param>
/// <param name="To">The receiving firm of each tie.</param>
/// <param name="Kinds">The kind of each tie: <c>advice</c>, <c>subcontract</c>.</param>
/// <param name="Values">The value of each tie; 1 when the study gives none.</param>
public sealed record TieTable(
    IReadOnlyList<string> FirmIds,
    IReadOnlyList<int> From,
    IReadOnlyList<int> To,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<double> Values)
{
    /// <summary>Gets the number of ties.</summary>
    public int Count => From.Count;

    /// <summary>Keeps the ties of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The smaller table.</returns>
    public TieTable OfKind(string kind)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(tie => Kinds[tie] == kind)];
        return new TieTable(
            FirmIds,
            [.. kept.Select(tie => From[tie])],
            [.. kept.Select(tie => To[tie])],
            [.. kept.Select(tie => Kinds[tie])],
            [.. kept.Select(tie => Values[tie])]);
    }

    /// <summary>Gives each pair of firms that has a tie, once, whatever its kind; ties of value 0 are none.</summary>
    /// <returns>Giver and receiver.</returns>
    public HashSet<(int From, int To)> Pairs() =>
        [.. Enumerable.Range(0, Count).Where(tie => Values[tie] > 0).Select(tie => (From[tie], To[tie]))];
}
