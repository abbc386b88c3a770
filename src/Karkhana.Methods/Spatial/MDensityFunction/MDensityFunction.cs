using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Lang, Marcon and Puech's m: relative concentration of a type at a distance.</summary>
public static class MDensityFunction
{
    internal const string Source = "Lang, Marcon & Puech 2020, Annals of Regional Science 64: 243–265";

    /// <summary>Compares the density of a type around its points, at a distance, with its share among all
    /// points.</summary>
    /// <remarks>
    /// m(r) = Σᵢ local_i(r) / Σᵢ global_i with local_i(r) = Σⱼ w_j k((r − d_ij)/h) over the neighbours of the neighbour
    /// type, over
    /// the same sum for all points, i left out; k is the normal density, not reflected at 0; global_i as in
    /// <see cref="MFunction"/>. Bandwidth h: Silverman's rule over the distances up to twice the greatest r between
    /// reference
    /// and neighbour points, whatever the weights. Reference points around which the kernel finds nothing at r are left
    /// out of
    /// both sums; none left gives NaN. Distances that do not vary give no bandwidth and a curve of NaN, with a note.
    /// Cost: reference points × points × distances up to the direct limit; beyond, points are shared between the two
    /// nearest of
    /// bins 1/32 of a bandwidth wide (an error below 0.00005 / h of each kernel value), what is more than 9 bandwidths
    /// away counts
    /// nothing, and the cost is reference points × points. Memory linear.
    /// Source: Lang, Marcon and Puech 2020, Annals of Regional Science 64: 243–265. Agrees with: the direct sum in R, relative
    /// 1e-9; dbmss 2.11 mhat, which bins, relative 0.02.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Distances, types and bandwidth.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A coordinate, weight or distance is refused, or no point is of a
    /// type.</exception>
    public static MDensityFunctionResult Estimate(
        PointPattern points,
        MDensityFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Estimate(new TravelledPoints(points), options, execution, cancellationToken);
    }

    /// <summary>Does the same by distances that the user brings, such as travel times.</summary>
    /// <remarks>
    /// The distance of a neighbour is that from the reference point to it; the bandwidth looks at the mean of both
    /// directions, each pair once, as for <see cref="KdFunction"/>. Every pair must be listed both ways, or travel_limit
    /// must say up to which distance the table is whole: then the kernel is cut at 6 bandwidths and the curve is given up to
    /// the limit less 6 bandwidths, with a note. Cost: listed pairs of reference points × distances.
    /// </remarks>
    /// <param name="input">The points and, where given, their distances.</param>
    /// <param name="options">Distances, types, bandwidth and metric.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">As for points alone; or a row of travel is refused, pairs are missing without a
    /// limit, or an option of travel is set without it.</exception>
    public static MDensityFunctionResult Estimate(
        TravelledPoints input,
        MDensityFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        DistanceTable? table = input.Table(options);
        Require.Finite(options.Distances, nameof(options.Distances));
        Require.That(options.Distances.All(r => r >= 0), nameof(options.Distances), "must be zero or greater");
        RequireStated(table, options);
        List<Note> notes = [];
        double bandwidth = Bandwidth(input.Points, table, options, notes, execution, cancellationToken);
        MDensityPoints points = new(input.Points, options, input.Search(options, table)) { Listed = table is not null };
        double limit = table is null || table.IsComplete ? double.PositiveInfinity : table.Limit;
        double[] values = Curve(points, options, bandwidth, limit, execution, cancellationToken);
        if (double.IsFinite(limit) && double.IsFinite(bandwidth))
        {
            notes.Add(TravelSample.Note(
                FormattableString.Invariant($"travel lists {table!.Links} directions, all of those up to {limit}"),
                TravelSample.Last(limit, bandwidth)));
        }

        return new MDensityFunctionResult(
            options.Distances,
            values,
            bandwidth,
            notes,
            new Provenance(
                "spatial.m-density-function",
                FormattableString.Invariant(
                    $"reference = {options.Reference}, neighbour = {options.Neighbour ?? options.Reference}, bandwidth_factor = {options.BandwidthFactor}{input.Words(options)}"),
                Source))
        {
            Unit = input.Unit(options),
        };
    }

    private static void RequireStated(DistanceTable? table, MDensityFunctionOptions options)
    {
        bool stated = table is null || table.IsComplete || options.TravelLimit is not null;
        Require.That(stated, TravelLinks.Input.Name, stated ? "" : FormattableString.Invariant(
            $"must list every pair both ways, unless travel_limit says up to which distance it does; it listed {table!.Links} of {(long)table.Count * (table.Count - 1)} directions"));
    }

    private static double Bandwidth(
        PointPattern points,
        DistanceTable? table,
        MDensityFunctionOptions options,
        List<Note> notes,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        PairSet pairs = PairSet.Of(points, options.Reference, options.Neighbour, weighted: false, options.Metric);
        double reach = 2 * options.Distances.Max();
        DistanceSample sample;
        if (table is null)
        {
            sample = DistanceSampler.Take(pairs, reach, options.DirectPairs, execution, cancellationToken);
        }
        else
        {
            TravelSample travel = TravelSample.Of(
                points, table, pairs, (options.Reference, options.Neighbour), options.TravelLimit is not null);
            (sample, reach) = (travel.Sample, Math.Min(reach, travel.Reach));
        }

        return options.BandwidthFactor * BandwidthRule.Of(sample, reach, DistanceBandwidth.Silverman, notes);
    }

    private static double[] Curve(
        MDensityPoints points,
        MDensityFunctionOptions options,
        double bandwidth,
        double limit,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        int width = options.Distances.Count;
        double[] values = new double[width];
        Array.Fill(values, double.NaN);
        if (double.IsNaN(bandwidth))
        {
            return values;
        }

        double last = TravelSample.Last(limit, bandwidth);
        MDensityJob job = new(points, options, bandwidth, double.IsFinite(limit) ? TravelSample.Reached : double.PositiveInfinity);
        double[] sums = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        for (int r = 0; r < width; r++)
        {
            bool known = options.Distances[r] <= last && sums[width + r] > 0;
            values[r] = known ? sums[r] / sums[width + r] : double.NaN;
        }

        return values;
    }
}
