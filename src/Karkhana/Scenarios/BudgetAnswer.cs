using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What a budget allows.</summary>
/// <param name="Budget">The budget, in the currency of the study.</param>
/// <param name="Choice">The set that is worth most if gains add up.</param>
/// <param name="Runs">That set all at once and in its orders, simulated; empty when it holds fewer than two policies.</param>
/// <param name="Comparison">Their differences from doing nothing; null when nothing was simulated.</param>
public sealed record BudgetAnswer(
    double Budget, PortfolioChoice Choice, IReadOnlyList<ScenarioRun> Runs, PolicyComparisonResult? Comparison);
