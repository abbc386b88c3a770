using Karkhana.Core.Errors;

namespace Karkhana.Scenarios;

/// <summary>What a scenario study computes beside the policies.</summary>
public sealed record ScenarioStudyOptions
{
    private const int LeastFactReplicates = 10;

    /// <summary>Gets how policies are simulated.</summary>
    public PolicySimulationOptions Policies { get; init; } = new();

    /// <summary>Gets the replicates in which stylised facts are looked for.</summary>
    /// <value>0, not at all, or from 10 to 1,000,000; 20 unless set.</value>
    public int FactReplicates { get; init => field = value == 0 ? 0 : Require.Between(value, LeastFactReplicates, 1_000_000); } = 20;

    /// <summary>Gets the replicates of the world scenarios.</summary>
    /// <value>0, not at all, or from 2 to 100,000; 60 unless set.</value>
    public int WorldReplicates { get; init => field = value == 0 ? 0 : Require.Between(value, 2, 100_000); } = 60;

    /// <summary>Gets a value indicating whether this is the part that goes with a diagnosis: few levers, nothing beside them.</summary>
    /// <value>False unless set.</value>
    public bool IsBrief { get; init; }
}
