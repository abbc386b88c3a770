namespace Karkhana.Data.Studies;

/// <summary>One technical change of a firm.</summary>
/// <param name="Firm">The position of the firm in the register.</param>
/// <param name="Year">The year in which it was first used or sold.</param>
/// <param name="Type">What it changed.</param>
/// <param name="Source">Where it came from, in the words of the study: <c>own</c>, <c>user</c>; empty when not known.</param>
/// <param name="Cost">What it cost, in the currency of the study; NaN when not known.</param>
/// <param name="Novelty">New to whom: 1 the firm, 2 the place, 3 the country, 4 the world; NaN when not scored.</param>
/// <param name="Depth">Technical depth from 1 to 4; NaN when not scored.</param>
public sealed record TechnicalChange(
    int Firm, int Year, TechnicalChangeType Type, string Source, double Cost, double Novelty, double Depth);
