namespace Karkhana.Data.Studies;

/// <summary>Who takes part in a programme, and since when; firms without a row never do.</summary>
/// <param name="Entries">One entry per firm that takes part, in the order of the file.</param>
/// <param name="Synthetic">Whether each row is synthetic; empty when none is.</param>
public sealed record ProgrammeTable(IReadOnlyList<ProgrammeEntry> Entries, bool[] Synthetic)
{
    /// <summary>Gets the number of firms that take part.</summary>
    public int Count => Entries.Count;
}
