namespace Karkhana.Learning;

/// <summary>What is observed of one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Firms">The firms used.</param>
/// <param name="Outcome">The mean of the outcome among them, in standard deviations over all firms.</param>
/// <param name="Terms">The mean of each term among them, likewise.</param>
public sealed record PlaceMean(string Place, int Firms, double Outcome, IReadOnlyList<double> Terms);
