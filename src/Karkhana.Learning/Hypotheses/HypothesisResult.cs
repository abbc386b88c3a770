namespace Karkhana.Learning;

/// <summary>A hypothesis and what the data say of it.</summary>
/// <param name="Hypothesis">The hypothesis.</param>
/// <param name="Parts">The estimates; empty when none could be made.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Missing">Why the data do not tell: variables that were not measured, too few firms; null when they were enough.</param>
public sealed record HypothesisResult(Hypothesis Hypothesis, IReadOnlyList<HypothesisPart> Parts, Verdict Verdict, string? Missing)
{
    /// <summary>Gets where the association turns, for a hypothesis of one that bends (H9); null for the others.</summary>
    public TurningPoint? Turning { get; init; }
}
