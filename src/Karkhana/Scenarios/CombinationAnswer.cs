using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What chosen policies give when they are run together (framework 5.12, SC10).</summary>
/// <param name="Runs">The runs of the sets of two and more, the smaller ones first.</param>
/// <param name="Comparison">The differences of all sets from doing nothing, each policy alone first.</param>
/// <param name="Pairs">The interactions of the pairs; null when they were not asked for.</param>
/// <param name="Factorial">Main effects and interactions of the full factorial; null when it was not asked for.</param>
public sealed record CombinationAnswer(
    IReadOnlyList<ScenarioRun> Runs, PolicyComparisonResult Comparison, PolicyInteractionsResult? Pairs, PolicyInteractionsResult? Factorial)
{
    /// <summary>Gets the designs that were asked for: pairs first.</summary>
    public IReadOnlyList<PolicyInteractionsResult> Designs => [.. new[] { Pairs, Factorial }.OfType<PolicyInteractionsResult>()];
}
