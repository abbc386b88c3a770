namespace Karkhana.CollectiveEfficiency;

/// <summary>A firm of the roster that did not answer.</summary>
/// <param name="Firm">The firm, as a position in the register.</param>
/// <param name="NamedBy">How many respondents report a tie with it.</param>
public sealed record MissingFirm(int Firm, int NamedBy);
