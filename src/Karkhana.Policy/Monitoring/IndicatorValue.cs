namespace Karkhana.Policy;

/// <summary>What an indicator was.</summary>
/// <param name="Id">The id of the indicator.</param>
/// <param name="Version">The version of the definition by which it was worked out.</param>
/// <param name="Estimate">The value.</param>
/// <param name="Low">The lower limit; NaN when a value has none.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Firms">The firms behind it.</param>
public sealed record IndicatorValue(string Id, int Version, double Estimate, double Low, double High, int Firms);
