namespace Karkhana.Learning;

/// <summary>Whether a claim may be made with the data of a study.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Missing">What falls short, with what was found; empty when the claim may be made.</param>
public sealed record ClaimDecision(Claim Claim, IReadOnlyList<(ClaimNeed Need, double Found)> Missing)
{
    /// <summary>Gets a value indicating whether the claim may be made.</summary>
    public bool Allowed => Missing.Count == 0;
}
