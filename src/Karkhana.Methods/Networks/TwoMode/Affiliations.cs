using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Which actors belong to which events.</summary>
public sealed class Affiliations
{
    private readonly CompressedRows _events;
    private readonly CompressedRows _actors;

    private Affiliations(string[] actors, string[] events, CompressedRows rows)
    {
        (Actors, Events, _events) = (actors, events, rows);
        _actors = rows.Reversed();
    }

    /// <summary>Gets the ids of the actors in ordinal order.</summary>
    public IReadOnlyList<string> Actors { get; }

    /// <summary>Gets the ids of the events in ordinal order.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>Gets the number of ties; a repeated one counts once.</summary>
    public int TieCount => _events.Targets.Length;

    /// <summary>Makes affiliations of pairs.</summary>
    /// <param name="actor">The actor of each tie.</param>
    /// <param name="event">The event of each tie.</param>
    /// <returns>The affiliations.</returns>
    /// <exception cref="ArgumentException">An id names an actor and an event.</exception>
    public static Affiliations Of(IReadOnlyList<string> actor, IReadOnlyList<string> @event)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(@event);
        Require.SameLength(actor.Count, @event.Count, nameof(@event));
        string[] actors = [.. actor.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] events = [.. @event.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string? both = actors.Intersect(events, StringComparer.Ordinal).FirstOrDefault();
        Require.That(both is null, "affiliation", $"must not name an actor and an event alike; {both} is both");
        int[] from = [.. actor.Select(id => Array.BinarySearch(actors, id, StringComparer.Ordinal))];
        int[] to = [.. @event.Select(id => Array.BinarySearch(events, id, StringComparer.Ordinal))];
        double[] ones = new double[from.Length];
        Array.Fill(ones, 1);

        // Actors and events share the numbers of the rows: as many as the larger mode needs.
        CompressedRows rows = CompressedRows.Of(Math.Max(actors.Length, events.Length), from, to, ones);
        return new Affiliations(actors, events, rows);
    }

    internal static Affiliations Read(MeasureRequest request)
    {
        BoundTable table = request.Table("affiliation");
        return Of(table.Texts("actor"), table.Texts("event"));
    }

    internal ReadOnlySpan<int> EventsOf(int actor) => _events.Targets.AsSpan(_events.Starts[actor].._events.Starts[actor + 1]);

    internal ReadOnlySpan<int> ActorsOf(int @event) => _actors.Targets.AsSpan(_actors.Starts[@event].._actors.Starts[@event + 1]);
}
