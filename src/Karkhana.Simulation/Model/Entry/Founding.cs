namespace Karkhana.Simulation;

/// <summary>A firm that begins: who, where from, near whom, with what.</summary>
/// <param name="Agent">Its number.</param>
/// <param name="Parent">The slot of the firm that its founder leaves; −1 for a newcomer.</param>
/// <param name="Near">The slot of the firm near which it settles.</param>
/// <param name="Capability">The capability it begins with, by function.</param>
internal sealed record Founding(int Agent, int Parent, int Near, double[] Capability);
