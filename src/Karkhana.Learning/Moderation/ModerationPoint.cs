namespace Karkhana.Learning;

/// <summary>The direct association of an advantage with capability at one value of absorptive capacity.</summary>
/// <param name="Advantage">The id of the advantage.</param>
/// <param name="Value">The value of the moderator, in standard deviations from its mean.</param>
/// <param name="Association">The association, effort held equal, with its limits.</param>
/// <param name="InRegion">Whether it differs from 0.</param>
public sealed record ModerationPoint(string Advantage, double Value, PathInterval Association, bool InRegion);
