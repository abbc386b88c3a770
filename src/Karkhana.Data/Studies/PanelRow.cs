namespace Karkhana.Data.Studies;

/// <summary>The workers of an establishment in a year.</summary>
/// <param name="Firm">The position of the establishment in the register.</param>
/// <param name="Year">The year.</param>
/// <param name="Workers">Its workers; NaN when not known.</param>
public sealed record PanelRow(int Firm, int Year, double Workers);
