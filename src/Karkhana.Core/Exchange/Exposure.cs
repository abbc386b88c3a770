namespace Karkhana.Core.Exchange;

/// <summary>The exposure of each firm to one advantage.</summary>
/// <param name="AdvantageId">The id of the advantage: <c>EE01</c>.</param>
/// <param name="Values">One value in [0, 1] per firm; NaN when no source showed it.</param>
/// <param name="StandardErrors">One per firm; NaN when not known.</param>
/// <param name="Sources">Which sources entered: <c>register</c>, <c>register+survey</c>.</param>
public sealed record Exposure(
    string AdvantageId, IReadOnlyList<double> Values, IReadOnlyList<double> StandardErrors, string Sources);
