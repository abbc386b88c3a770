using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Statistics of a two-mode network.</summary>
/// <param name="Density">The share of possible ties that are there; NaN without ties.</param>
public sealed record TwoModeResult(double Density) : IMeasureResult
{
    /// <summary>Gets the ids of actors and then of events.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Gets the degree of each over the size of the other mode.</summary>
    public required IReadOnlyList<double> DegreeCentrality { get; init; }

    /// <summary>Gets the ids of the actors.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>Gets how far those who share an event with an actor share its other events too.</summary>
    public required IReadOnlyList<double> Clustering { get; init; }

    /// <summary>Gets the share of paths of three ties that close to a four-cycle; NaN without such a path.</summary>
    public required double RobinsAlexander { get; init; }

    /// <summary>Gets the network of actors, row after row, 0 on the diagonal.</summary>
    public required IReadOnlyList<double> Projection { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("density", Density).Vector("node", Nodes).Vector("degree_centrality", DegreeCentrality)
        .Vector("actor", Actors).Vector("clustering", Clustering).Scalar("robins_alexander", RobinsAlexander)
        .Matrix("projection", Actors, Actors, Projection);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "two_mode",
        Column.Of("actor", Actors, "Actor", "Id of the actor."),
        Column.Of("degree_centrality", DegreeCentrality.Take(Actors.Count), "Degree centrality", "share", "Share of events that the actor belongs to.", recommended: true),
        Column.Of("clustering", Clustering, "Clustering", "", "How far those who share an event share the others too."));
}
