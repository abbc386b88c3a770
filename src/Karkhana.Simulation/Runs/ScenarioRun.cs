using Karkhana.Core.Execution;
using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>What the replicates of a scenario gave.</summary>
/// <param name="Outcomes">The outcomes by name, a row per replicate.</param>
/// <param name="MeanCapability">Mean capability from the end of the burn-in to the end, a row per replicate.</param>
/// <param name="Histories">Three single firms in the first replicate, fewer if there are not as many.</param>
public sealed record ScenarioRun(ScenarioOutcomes Outcomes, ReplicateRows MeanCapability, IReadOnlyList<FirmHistory> Histories)
{
    /// <summary>Gets the id of the scenario.</summary>
    public string Scenario => Outcomes.Scenario;
}
