namespace Karkhana.Simulation;

/// <summary>Something that happens to the world of a scenario and is no policy: a boom, a power crisis, a closure of ties.</summary>
/// <remarks>Events act in the first phase of each quarter after the burn-in, in the order in which the scenario lists them.</remarks>
public abstract record ScenarioEvent
{
    private protected ScenarioEvent()
    {
    }

    /// <summary>Acts, if it is time.</summary>
    /// <param name="run">The run; <see cref="ClusterRun.Quarter"/> is 0 in the first quarter after the burn-in.</param>
    internal abstract void Apply(ClusterRun run);
}
