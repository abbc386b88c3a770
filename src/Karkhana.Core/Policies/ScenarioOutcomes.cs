using Karkhana.Core.Execution;

namespace Karkhana.Core.Policies;

/// <summary>What simulated runs of one scenario gave: a row per replicate, the same replicates for every scenario (common random numbers).</summary>
/// <param name="Scenario">The id: of a policy, a portfolio or a history.</param>
/// <param name="Outcomes">The names of the positions in a row.</param>
/// <param name="Rows">One row per replicate, in the order of replicates.</param>
public sealed record ScenarioOutcomes(string Scenario, IReadOnlyList<string> Outcomes, ReplicateRows Rows)
{
    /// <summary>Gives one outcome over the replicates.</summary>
    /// <param name="outcome">The name.</param>
    /// <returns>One number per replicate.</returns>
    /// <exception cref="ArgumentException">The outcome was not recorded.</exception>
    public double[] Values(string outcome)
    {
        for (int position = 0; position < Outcomes.Count; position++)
        {
            if (Outcomes[position] == outcome)
            {
                return Rows.Column(position);
            }
        }

        throw new ArgumentException($"{Scenario} has no outcome {outcome}; it has {string.Join(", ", Outcomes)}", nameof(outcome));
    }
}
