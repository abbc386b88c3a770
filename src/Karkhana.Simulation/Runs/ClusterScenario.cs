using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>What differs from doing nothing after the burn-in: policies, events, parameters.</summary>
public sealed record ClusterScenario
{
    /// <summary>Gets the id: of a policy, a portfolio or a history.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the policies.</summary>
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];

    /// <summary>Gets what happens in the world.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Gets how the parameters change when the burn-in is over; null for not at all.</summary>
    /// <remarks>Geographic decay and reach change with the next look at neighbours; what is drawn at the start does not change.</remarks>
    public Func<ClusterParameters, ClusterParameters>? Parameters { get; init; }

    /// <summary>Gets the scenario in which nothing is done.</summary>
    public static ClusterScenario Baseline { get; } = new() { Id = "baseline" };

    /// <summary>Gets a value indicating whether nothing differs.</summary>
    public bool IsBaseline => Events.Count == 0 && Parameters is null && Interventions.All(policy => policy.IsBaseline);

    /// <summary>Makes the scenario of one policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The scenario, with the policy's id.</returns>
    public static ClusterScenario Of(Intervention policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new ClusterScenario { Id = policy.Id, Interventions = [policy] };
    }
}
