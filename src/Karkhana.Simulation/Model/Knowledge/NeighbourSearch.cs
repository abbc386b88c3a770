namespace Karkhana.Simulation;

/// <summary>How far a firm's surroundings go.</summary>
/// <param name="Reach">r_max, km.</param>
/// <param name="Decay">r0, km.</param>
/// <param name="Limit">The greatest number of neighbours of a firm.</param>
internal sealed record NeighbourSearch(double Reach, double Decay, int Limit);
