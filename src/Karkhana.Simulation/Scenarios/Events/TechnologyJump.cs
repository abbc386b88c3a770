using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>A new process: the frontier lies higher, and the least project that makes sense is larger.</summary>
public sealed record TechnologyJump : ScenarioEvent
{
    /// <summary>Gets the quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets by what the frontier is multiplied.</summary>
    /// <value>Above 0 to 100; 1.3 unless set.</value>
    public double Frontier { get; init => field = Require.Between(value, 1e-6, 100); } = 1.3;

    /// <summary>Gets by what the least effort is multiplied.</summary>
    /// <value>Zero or greater; 3 unless set.</value>
    public double LeastEffort { get; init => field = Require.Between(value, 0, 1000); } = 3;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter != Start)
        {
            return;
        }

        foreach (ref double frontier in run.World.Frontier.AsSpan())
        {
            frontier *= Frontier;
        }

        run.World.LeastEffortFactor *= LeastEffort;
        run.MechanismsChanged = true;
    }
}
