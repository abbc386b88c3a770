using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What a budget allows.</summary>
/// <param name="Budget">The budget, in the currency of the study.</param>
/// <param name="Choice">The set that is worth most if gains add up.</param>
/// <param name="Runs">That set all at once and in orders, simulated; empty when it holds fewer than two policies.</param>
/// <param name="Comparison">Their differences from doing nothing; null when nothing was simulated.</param>
public sealed record BudgetAnswer(
    double Budget, PortfolioChoice Choice, IReadOnlyList<ScenarioRun> Runs, PolicyComparisonResult? Comparison)
{
    /// <summary>The greatest set that is simulated in all its orders; a greater one in the order of what a gain costs.</summary>
    public const int MostForAllOrders = 3;

    /// <summary>Gets the policies whose sets were searched: those with a gain in the model.</summary>
    public required int Considered { get; init; }

    /// <summary>Gets the most policies that a set was allowed to hold; null when there was no limit.</summary>
    public required int? MostPolicies { get; init; }

    /// <summary>Gets a value indicating whether all orders of the set were simulated.</summary>
    public bool HasAllOrders => Choice.Portfolio.Policies.Count <= MostForAllOrders;

    /// <summary>Gets the money that is left after the set at the costs that its policies have alone.</summary>
    public double Left => Budget - Choice.Portfolio.Cost;
}
