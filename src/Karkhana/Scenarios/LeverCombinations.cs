using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>Runs chosen policies together, with the random numbers and draws of parameters that each had alone.</summary>
internal static class LeverCombinations
{
    /// <summary>Refuses policies that the file does not hold, and doing nothing; all of them at once.</summary>
    public static void Check(PolicySimulationOptions options)
    {
        string[] known = [.. options.Policies.Policies.Where(policy => !policy.Intervention.IsBaseline).Select(policy => policy.Intervention.Id)];
        (string Name, string[] Ids)[] unknown =
        [
            .. new[] { (Name: nameof(options.Pairs), Ids: options.Pairs), (Name: nameof(options.Factorial), Ids: options.Factorial) }
                .Select(asked => (asked.Name, asked.Ids.Except(known, StringComparer.Ordinal).ToArray())).Where(asked => asked.Item2.Length > 0),
        ];
        Require.That(
            unknown.Length == 0, string.Join(" and ", unknown.Select(asked => asked.Name)),
            $"must name levers of {options.Policies.FileName} other than doing nothing ({string.Join(", ", known)}); {string.Join(", and ", unknown.Select(asked => $"{(unknown.Length == 1 ? "it" : asked.Name)} named {string.Join(", ", asked.Ids)}"))}");
    }

    /// <summary>Runs the sets that the options ask for.</summary>
    /// <param name="options">Pairs and factorial.</param>
    /// <param name="policies">All policies with what they cost alone, in the order of the file.</param>
    /// <param name="alone">The firms, the draws, and the runs of doing nothing and of each policy alone.</param>
    /// <param name="execution">Workers, progress and store.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The answer; null when nothing was asked.</returns>
    public static CombinationAnswer? Run(
        PolicySimulationOptions options, PricedPolicy[] policies, (ClusterPopulation Population, ParameterDraws Draws, IReadOnlyList<ScenarioRun> Runs) alone,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        PolicyPortfolio[] sets =
        [
            .. Sets(policies, options.Pairs, CombinationDesign.Pairs).Concat(Sets(policies, options.Factorial, CombinationDesign.Factorial))
                .DistinctBy(set => set.Id, StringComparer.Ordinal).OrderBy(set => set.Policies.Count), // stable: within a size that of the file
        ];
        if (sets.Length == 0)
        {
            return null;
        }

        IReadOnlyList<ScenarioRun> runs = ScenarioRuns.Run(
            alone.Population, [.. sets.Where(set => set.Policies.Count > 1).Select(PolicySimulation.ScenarioOf)], alone.Draws.Parameters,
            PolicySimulation.RunOptionsOf(options), execution, cancellationToken);
        HashSet<string> single = [.. sets.Where(set => set.Policies.Count == 1).Select(set => set.Id)];
        ComparedScenarios compared = PolicySimulation.Compared(
            [alone.Runs[0], .. alone.Runs.Skip(1).Where(run => single.Contains(run.Scenario)), .. runs], alone.Draws, options.Replicates);
        return new CombinationAnswer(
            runs, PolicyComparison.Estimate(compared, null, cancellationToken),
            Interactions(options.Pairs, CombinationDesign.Pairs), Interactions(options.Factorial, CombinationDesign.Factorial));

        PolicyInteractionsResult? Interactions(IReadOnlyList<string> ids, CombinationDesign design) => ids.Count == 0
            ? null
            : PolicyInteractions.Estimate(
                compared, [.. InOrder(policies, ids).Select(policy => policy.Policy.Id)], new PolicyInteractionsOptions { Design = design }, cancellationToken);
    }

    private static IEnumerable<PolicyPortfolio> Sets(PricedPolicy[] policies, IReadOnlyList<string> ids, CombinationDesign design) =>
        ids.Count == 0 ? [] : PolicyCombinations.Of([.. InOrder(policies, ids)], design);

    // In the order of the file, whatever the order in which they were named: a set has one name.
    private static IEnumerable<PricedPolicy> InOrder(PricedPolicy[] policies, IReadOnlyList<string> ids) =>
        policies.Where(policy => ids.Contains(policy.Policy.Id, StringComparer.Ordinal));
}
