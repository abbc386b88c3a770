namespace Karkhana.Simulation;

/// <summary>A cell of the matrix of transitions between regimes.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="From">The regime at the end of the burn-in.</param>
/// <param name="To">The regime at the end, or <c>left</c>.</param>
/// <param name="Share">The share of the firms of the first regime, mean over the runs in which it had any.</param>
/// <param name="Runs">Those runs.</param>
public sealed record ScenarioTransition(string Scenario, string From, string To, double Share, int Runs);
