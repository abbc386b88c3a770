namespace Karkhana.Methods.Econometrics;

/// <summary>Fieller's confidence set of a ratio.</summary>
/// <param name="Low">The lower limit; −∞ when the data bound it nowhere below.</param>
/// <param name="High">The upper limit; +∞ when the data bound it nowhere above.</param>
/// <param name="IsBounded">Whether the set is an interval. When it is not, the denominator cannot be told from 0 and the
/// set is all numbers, or all outside an interval; both count as unbounded on both sides here.</param>
public readonly record struct ConfidenceSet(double Low, double High, bool IsBounded);
