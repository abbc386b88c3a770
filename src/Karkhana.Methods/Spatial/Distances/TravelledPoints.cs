using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Points, and where given the distances between them that a user brings.</summary>
/// <param name="Points">The points.</param>
/// <param name="Travel">The distances; null for those of the coordinates.</param>
public sealed record TravelledPoints(PointPattern Points, TravelLinks? Travel = null)
{
    /// <summary>Gets the descriptions of the inputs.</summary>
    public static IReadOnlyList<InputSpec> Inputs { get; } = [new InputSpec("points", "x, y; optional type, weight, id"), TravelLinks.Input];

    /// <summary>Reads the inputs <c>points</c> and <c>travel</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The points.</returns>
    public static TravelledPoints Read(MeasureRequest request) => new(PointPattern.Read(request), TravelLinks.Read(request));

    /// <summary>Checks the points and makes the table of the distances that came; null without any.</summary>
    internal DistanceTable? Table(PointDistanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(Points);
        Points.Check();
        if (Travel is null)
        {
            Require.That(!options.TravelDirected, nameof(options.TravelDirected), "must be false without the input travel; it was true");
            Require.That(options.TravelLimit is null, nameof(options.TravelLimit), "must be null without the input travel");
            if (options.Metric == DistanceMetric.GreatCircle)
            {
                GreatCircle.Check(Points.X, Points.Y);
            }

            return null;
        }

        Require.That(
            options.Metric == DistanceMetric.Planar, nameof(options.Metric),
            $"must be planar with the input travel, which takes the place of coordinates; it was {options.Metric}");
        return DistanceTable.Of(
            Points.Count, Travel.From, Travel.To, Travel.Distances, options.TravelDirected, options.TravelLimit);
    }

    /// <summary>Gives the unit of the distances; empty when the user brings them.</summary>
    internal string Unit(PointDistanceOptions options) => (Travel, options.Metric) switch
    {
        (not null, _) => "",
        (_, DistanceMetric.GreatCircle) => "km",
        _ => "m",
    };

    /// <summary>Says for provenance which distances counted; nothing for the plane.</summary>
    internal string Words(PointDistanceOptions options) => (Travel, options.Metric) switch
    {
        (not null, _) => FormattableString.Invariant($", travel_directed = {options.TravelDirected}, travel_limit = {options.TravelLimit}"),
        (_, DistanceMetric.GreatCircle) => $", metric = {options.Metric}",
        _ => "",
    };

    /// <summary>Finds neighbours by what <see cref="Table"/> gave or on the earth; null on the plane, which has faster
    /// ways.</summary>
    internal NeighbourSearch? Search(PointDistanceOptions options, DistanceTable? table) => table switch
    {
        not null => NeighbourSearch.Of(table),
        _ when options.Metric == DistanceMetric.Planar => null,
        _ => NeighbourSearch.Of(Points, options.Metric),
    };
}
