namespace Karkhana.Benchmarks.Learning;

/// <summary>A slope on a single advantage that was planted in a SYNTHETIC cluster and is not zero.</summary>
/// <param name="Kind">Which of the framework's equations it stands in.</param>
/// <param name="Outcome">What is explained.</param>
/// <param name="Term">By what.</param>
/// <param name="Sign">1 or −1.</param>
public sealed record PlantedCell(PlantedKind Kind, string Outcome, string Term, int Sign);
