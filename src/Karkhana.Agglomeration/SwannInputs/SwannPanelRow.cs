namespace Karkhana.Agglomeration;

/// <summary>The row of one firm and year in the growth model.</summary>
/// <param name="Firm">Its position in the register.</param>
/// <param name="Year">The year.</param>
/// <param name="Workers">Its workers in that year, above 0.</param>
/// <param name="Own">Workers of other firms of its industry in its place, in the year of the panel before.</param>
/// <param name="Other">Workers of firms of other industries in its place, in the year of the panel before.</param>
public sealed record SwannPanelRow(int Firm, int Year, double Workers, double Own, double Other);
