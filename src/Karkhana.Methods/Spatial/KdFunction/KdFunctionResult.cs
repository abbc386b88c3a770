using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The density of the distances between plants.</summary>
public sealed record KdFunctionResult : IMeasureResult
{
    /// <summary>Gets the distances.</summary>
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the density at each distance, per unit of distance; NaN when no bandwidth can be chosen.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Gets the bandwidth, in the unit of the coordinates.</summary>
    public required double Bandwidth { get; init; }

    /// <summary>Gets the number of reference points.</summary>
    public required int Points { get; init; }

    /// <summary>Gets the width of the bins that distances were counted in; 0 when each pair was summed.</summary>
    public required double BinWidth { get; init; }

    /// <summary>Gets the greatest error that bins can cause at this bandwidth; 0 when each pair was summed.</summary>
    /// <remarks>(0.242 b/h + 0.04 (b/h)²) / h for bins of width b and bandwidth h, whatever the distances. Distances
    /// that spread evenly within bins give an error of the order (b/h)⁴ / h only.</remarks>
    public double GreatestError
    {
        get
        {
            double share = BinWidth / Bandwidth;
            return ((0.242 * share) + (0.04 * share * share)) / Bandwidth;
        }
    }

    /// <summary>Gets the unit of the distances; empty for those that the user brings.</summary>
    public string Unit { get; init; } = "m";

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("distance", Distances)
        .Vector("estimate", Values)
        .Scalar("bandwidth", Bandwidth)
        .Scalar("points", Points);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "kd_function",
        Column.Of("distance", Distances, "Distance", Unit, "Distance between two plants."),
        Column.Of("estimate", Values, "Kd", Unit.Length > 0 ? "per " + Unit : "", "Density of the distances between plants.", recommended: true));
}
