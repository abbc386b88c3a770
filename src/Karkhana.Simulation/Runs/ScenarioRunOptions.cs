using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Simulation;

/// <summary>How scenarios are run.</summary>
public sealed record ScenarioRunOptions
{
    /// <summary>Gets the replicates.</summary>
    /// <value>From 1 to 1,000,000; 200 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 1, 1_000_000); } = 200;

    /// <summary>Gets how many replicates, one after another, share their random numbers and their draw of measured values: the runs of a design in
    /// which only parameters are to differ.</summary>
    /// <value>From 1 to 1,000,000; 1 unless set.</value>
    public int SharedBy { get; init => field = Require.Between(value, 1, 1_000_000); } = 1;

    /// <summary>Gets how the model runs.</summary>
    public SimulationOptions Simulation { get; init; } = new();

    /// <summary>Gets where replicates run; the threads of this process unless set.</summary>
    public IReplicateExecutor? Executor { get; init; }
}
