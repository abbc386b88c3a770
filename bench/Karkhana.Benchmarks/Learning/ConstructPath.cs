namespace Karkhana.Benchmarks.Learning;

/// <summary>An arrow that the framework writes between two constructs of the SYNTHETIC cluster (docs/decisions/0012).</summary>
/// <param name="Outcome">What is explained.</param>
/// <param name="Term">By what.</param>
/// <param name="Sign">1 or −1.</param>
/// <param name="Section">Where the framework writes it.</param>
public sealed record ConstructPath(string Outcome, string Term, int Sign, string Section);
