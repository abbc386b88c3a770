namespace Karkhana.Simulation;

/// <summary>A published number of the case study.</summary>
/// <param name="Series">What was counted.</param>
/// <param name="Area">Where.</param>
/// <param name="Year">When.</param>
/// <param name="Value">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Basis">What the number covers: a stock, a fiscal year, a lower bound.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Evidence">Whether it was seen in the source or derived from it.</param>
/// <param name="Note">What the reader must know; empty when nothing.</param>
public sealed record HistoricalObservation(
    string Series, string Area, int Year, double Value, string Unit, string Basis, string Source, string Evidence, string Note);
