using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Marcon and Puech's M: relative concentration of a type within a distance.</summary>
public static class MFunction
{
    internal const string Source = "Marcon & Puech 2010, doi:10.1093/jeg/lbp056; 2017, doi:10.1016/j.regsciurbeco.2016.10.004";

    /// <summary>Compares the share of a type among the neighbours of its points with its share among all
    /// points.</summary>
    /// <remarks>
    /// M(r) = Σᵢ local_i(r) / Σᵢ global_i over the reference points i that have a neighbour within r, with
    /// local_i(r) = weight of neighbours of the neighbour type within r / weight of all neighbours within r (i left
    /// out) and
    /// global_i = (W_S − w_i) / (W − w_i), or W_nei / (W − w_i) for another neighbour type. Control by the neighbour
    /// type:
    /// local_i = W_ref(i, r) / W_nei(i, r), global_i = (W_ref − w_i) / W_nei. A distance of exactly r counts; r = 0
    /// counts
    /// coincident points; no edge correction is needed. No point with neighbours gives NaN. 1 is the benchmark.
    /// Cost: reference points × points near the rims of the circles around them, see
    /// <see cref="Karkhana.Core.Kernels.PointBlocks"/>; on the earth reference points × points within the greatest r, found
    /// by a tree; memory linear.
    /// Source: Marcon and Puech 2010, doi:10.1093/jeg/lbp056; 2017, doi:10.1016/j.regsciurbeco.2016.10.004.
    /// Agrees with: dbmss 2.11 Mhat, relative 1e-10.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Distances and types.</param>
    /// <param name="execution">Workers and progress; the same bits for any number.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>The curve, and the value of each reference point.</returns>
    /// <exception cref="ArgumentException">A coordinate, weight or distance is refused, or no point is of the reference
    /// or neighbour type.</exception>
    public static MFunctionResult Estimate(
        PointPattern points,
        MFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Estimate(new TravelledPoints(points), options, execution, cancellationToken);
    }

    /// <summary>Does the same by distances that the user brings, such as travel times.</summary>
    /// <remarks>
    /// The distance of a neighbour is that from the reference point to it. A pair that is not listed is farther than the
    /// limit of the table, so that greater radii are refused unless every pair is listed both ways. Cost: listed pairs.
    /// </remarks>
    /// <param name="input">The points and, where given, their distances.</param>
    /// <param name="options">Distances, types and metric.</param>
    /// <param name="execution">Workers and progress; the same bits for any number.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>The curve, and the value of each reference point.</returns>
    /// <exception cref="ArgumentException">As for points alone; or a row of travel is refused, a radius is beyond the
    /// limit, or an option of travel is set without it.</exception>
    public static MFunctionResult Estimate(
        TravelledPoints input,
        MFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        DistanceTable? table = input.Table(options);
        RequireType(input.Points, options.Reference, nameof(options.Reference));
        RequireType(input.Points, options.Neighbour ?? options.Reference, nameof(options.Neighbour));
        MFunctionKernel kernel = new(input.Points, options, input.Search(options, table));
        RequireReach(table, kernel.Greatest);
        double[] individual = kernel.Individual(execution, cancellationToken);
        return new MFunctionResult(
            options.Distances,
            kernel.Curve(),
            individual,
            kernel.ReferenceCount,
            new Provenance("spatial.m-function", $"reference = {options.Reference}, neighbour = {options.Neighbour ?? options.Reference}, control = {options.Control}{input.Words(options)}", Source))
        {
            Unit = input.Unit(options),
            Notes = Notes(table, options),
        };
    }

    private static void RequireReach(DistanceTable? table, double greatest)
    {
        bool known = table is null || table.IsComplete || greatest <= table.Limit;
        Require.That(known, nameof(MFunctionOptions.Distances), known ? "" : FormattableString.Invariant(
            $"must not exceed {table!.Limit}, the limit of travel: pairs that are not listed are only known to be farther; the greatest was {greatest}"));
    }

    private static Note[] Notes(DistanceTable? table, MFunctionOptions options) =>
        table is null || table.IsComplete || options.TravelLimit is not null
            ? []
            : [new Note("travel-limit-taken", Severity.Information, FormattableString.Invariant(
                $"travel lists {table.Links} of {(long)table.Count * (table.Count - 1)} directions and no travel_limit was given: the others are taken to be farther than the greatest that is listed, {table.Limit}."))];

    private static void RequireType(PointPattern points, string type, string name) =>
        Require.That(points.Are(type).Contains(true), name, $"must be a type of the points; none is of type {type}");
}
