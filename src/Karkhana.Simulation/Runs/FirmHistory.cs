namespace Karkhana.Simulation;

/// <summary>One firm through a run, to make the mechanism visible.</summary>
/// <param name="Agent">The firm's number.</param>
/// <param name="Moments">The firm from the end of the burn-in, one per quarter; shorter if it left.</param>
public sealed record FirmHistory(int Agent, IReadOnlyList<FirmSnapshot> Moments);
