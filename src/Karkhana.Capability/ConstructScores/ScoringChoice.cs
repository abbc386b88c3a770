namespace Karkhana.Capability;

/// <summary>Which model scored a construct, and why.</summary>
/// <param name="Firms">The firms that answered enough to be scored.</param>
/// <param name="Recommended">What the sample-size ladder says.</param>
/// <param name="Used">What was used.</param>
/// <param name="Reason">Why.</param>
public sealed record ScoringChoice(int Firms, ScoringModel Recommended, ScoringModel Used, ScoringReason Reason);
