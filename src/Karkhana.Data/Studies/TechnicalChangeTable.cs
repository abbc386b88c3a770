namespace Karkhana.Data.Studies;

/// <summary>The technical changes of the firms that were watched.</summary>
/// <param name="FirstYear">The first year that was watched.</param>
/// <param name="LastYear">The last year that was watched.</param>
/// <param name="Changes">The changes, in the order of the file.</param>
/// <param name="Synthetic">Whether each row is synthetic; empty when none is.</param>
public sealed record TechnicalChangeTable(int FirstYear, int LastYear, IReadOnlyList<TechnicalChange> Changes, bool[] Synthetic)
{
    /// <summary>Gets the number of changes.</summary>
    public int Count => Changes.Count;

    /// <summary>Keeps the changes of some firms.</summary>
    /// <param name="firms">The positions of the firms in the register.</param>
    /// <returns>The smaller table.</returns>
    public TechnicalChangeTable Of(IReadOnlyCollection<int> firms)
    {
        HashSet<int> wanted = [.. firms];
        int[] kept = [.. Enumerable.Range(0, Count).Where(change => wanted.Contains(Changes[change].Firm))];
        return this with
        {
            Changes = [.. kept.Select(change => Changes[change])],
            Synthetic = Synthetic.Length == 0 ? [] : [.. kept.Select(change => Synthetic[change])],
        };
    }
}
