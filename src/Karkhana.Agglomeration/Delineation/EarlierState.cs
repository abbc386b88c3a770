namespace Karkhana.Agglomeration;

/// <summary>What is known of the establishments of a register at an earlier date.</summary>
/// <param name="Year">The year.</param>
/// <param name="Employment">The workers of each establishment then, NaN when unknown or not yet founded; empty when no such
/// column is known.</param>
/// <param name="FoundingYears">The founding year of each establishment, NaN when unknown; empty when no such column is
/// known.</param>
public sealed record EarlierState(int Year, IReadOnlyList<double> Employment, IReadOnlyList<double> FoundingYears);
