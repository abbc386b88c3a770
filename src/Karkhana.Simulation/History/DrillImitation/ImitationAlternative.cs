namespace Karkhana.Simulation;

/// <summary>Another pair of rates whose median path reaches the same count in the same year.</summary>
/// <param name="BaseRate">The yearly rate at which a firm begins by itself.</param>
/// <param name="Imitation">What each adviser who makes the drill adds to it; infinite when imitation cannot reach the count.</param>
/// <param name="WaitForFirst">The median years from the introduction to the first maker that the base rate implies.</param>
public sealed record ImitationAlternative(double BaseRate, double Imitation, double WaitForFirst);
