namespace Karkhana.Data.Studies;

/// <summary>A firm that takes part in a programme.</summary>
/// <param name="Firm">The place of the firm in the register.</param>
/// <param name="Start">The first year in which it takes part.</param>
public sealed record ProgrammeEntry(int Firm, int Start);
