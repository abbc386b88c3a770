namespace Karkhana.Capability;

/// <summary>Two items that two ladders put into opposite orders.</summary>
/// <param name="Function">The function of the first ladder that both items belong to.</param>
/// <param name="Lower">The item that is lower on the first ladder, and higher on the second.</param>
/// <param name="Higher">The item that is higher on the first ladder, and lower on the second.</param>
public sealed record LadderReversal(string Function, string Lower, string Higher);
