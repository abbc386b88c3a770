using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The capability ladder of one firm of the register.</summary>
/// <param name="Firm">The position of the firm in the register.</param>
/// <param name="Ladder">Scores and levels by function.</param>
public sealed record FirmLadder(int Firm, CapabilityLadderResult Ladder);
