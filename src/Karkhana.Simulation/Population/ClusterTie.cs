namespace Karkhana.Simulation;

/// <summary>A tie at the start.</summary>
/// <param name="From">The position of the firm that names it.</param>
/// <param name="To">The position of the other firm; the same firm for a link that leads outside.</param>
/// <param name="Kind">What passes along it.</param>
/// <param name="Trust">τ from 0 to 1.</param>
public readonly record struct ClusterTie(int From, int To, ClusterTieKind Kind, double Trust);
