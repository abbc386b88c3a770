namespace Karkhana.Data.Studies;

/// <summary>The workers of the establishments of the register in several years.</summary>
/// <param name="Rows">One row per establishment and year, in the order of the file.</param>
/// <param name="Synthetic">Whether each row is synthetic; empty when none is.</param>
public sealed record EmploymentPanel(IReadOnlyList<PanelRow> Rows, bool[] Synthetic)
{
    /// <summary>Gets the number of rows.</summary>
    public int Count => Rows.Count;

    /// <summary>Gets the years, in order.</summary>
    public IReadOnlyList<int> Years => [.. Rows.Select(row => row.Year).Distinct().Order()];
}
