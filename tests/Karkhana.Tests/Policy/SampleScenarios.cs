using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Core.Randomness;
using Karkhana.Policy;

namespace Karkhana.Tests.Policy;

/// <summary>Scenarios that no model ran: rows made up for tests.</summary>
internal static class SampleScenarios
{
    private static readonly string[] Names =
        [OutcomeNames.CapabilityMean, OutcomeNames.CapabilitySpread, OutcomeNames.Firms, OutcomeNames.Cost];

    /// <summary>Gives a scenario with capability run by run, and the same spread, firms and cost in all runs.</summary>
    public static ScenarioOutcomes Of(string id, double[] capability, double cost, double firms = 60, double spread = 0.11) => new(
        id, Names, new ReplicateRows(Names.Length, [.. capability.SelectMany(value => (double[])[value, spread, firms, cost])]));

    /// <summary>Adds outcomes to a scenario.</summary>
    public static ScenarioOutcomes With(this ScenarioOutcomes scenario, params (string Name, double[] Values)[] more) => new(
        scenario.Scenario,
        [.. scenario.Outcomes, .. more.Select(one => one.Name)],
        new ReplicateRows(
            scenario.Outcomes.Count + more.Length,
            [.. Enumerable.Range(0, scenario.Rows.Count).SelectMany(row => (double[])[.. scenario.Rows.Row(row), .. more.Select(one => one.Values[row])])]));

    /// <summary>Gives numbers around a mean.</summary>
    public static double[] Around(double mean, double spread, int count, ulong seed)
    {
        RandomStream stream = new(seed, RandomPurpose.ParameterDraw, 0, 0);
        return [.. Enumerable.Range(0, count).Select(_ => mean + (spread * stream.NextGaussian()))];
    }

    /// <summary>Adds numbers one by one.</summary>
    public static double[] Plus(this double[] left, double[] right) => [.. left.Zip(right, (first, second) => first + second)];

    public static ComparedScenarios Compare(ScenarioOutcomes baseline, params ScenarioOutcomes[] policies) =>
        new() { Baseline = baseline, Policies = policies };
}
