using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>Something that happens to a cluster from outside, as data: what, what it is modelled on, from where.</summary>
public sealed record WorldScenario
{
    /// <summary>Gets the id: <c>SC1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the history that it is modelled on, not fitted to; empty when there is none.</summary>
    public required string HistoricalAnalogue { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Gets where its numbers come from: <c>INF</c> for assumptions.</summary>
    public required string Status { get; init; }

    /// <summary>Gets what happens.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Gets the firms from outside that come, with the quarter.</summary>
    public IReadOnlyList<(int Quarter, AnchorFirm Firm)> Anchors { get; init; } = [];

    /// <summary>Gives the scenario as the model runs it.</summary>
    /// <returns>The scenario, under the same id.</returns>
    public ClusterScenario ToScenario() => new()
    {
        Id = Id,
        Events = Events,
        Interventions = [.. Anchors.Select((anchor, number) => new Intervention
        {
            Id = FormattableString.Invariant($"{Id}.{number}"),
            Title = Title,
            Start = anchor.Quarter,
            Anchors = [anchor.Firm],
        })],
    };
}
