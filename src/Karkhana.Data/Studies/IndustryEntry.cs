namespace Karkhana.Data.Studies;

/// <summary>What the study says of an industry.</summary>
/// <param name="Industry">The industry as the register writes it.</param>
/// <param name="Group">The product group or parent code; the industry itself when the study gives none.</param>
/// <param name="Role">What it is to the focal industry.</param>
/// <param name="Stage">The stage of production of a process specialist; the industry itself when the study gives none,
/// and empty for other roles.</param>
public sealed record IndustryEntry(string Industry, string Group, IndustryRole Role, string Stage);
