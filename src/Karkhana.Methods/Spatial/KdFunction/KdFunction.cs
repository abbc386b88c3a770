using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Duranton and Overman's K-density: the density of the distances between the plants of an industry.</summary>
public static class KdFunction
{
    internal const string Source = "Duranton & Overman 2005, doi:10.1111/0034-6527.00362";

    /// <summary>Estimates the density of the distances between pairs of points.</summary>
    /// <remarks>
    /// Kd(r) = Σ w [φ((r − d)/h) + φ((r + d)/h)] / (h Σ w) over the pairs i &lt; j of the reference type, or the pairs of
    /// reference and neighbour type; d is their distance, w = w_i w_j or 1, φ the standard normal density. Every distance
    /// is
    /// reflected at 0, so that Kd integrates to 1 over [0, ∞). Bandwidth h: the rule is applied to the distances up to
    /// twice
    /// the greatest r, whatever the weights. Distances that do not vary give no bandwidth and a curve of NaN, with a note.
    /// Assumption: the distances of the metric are what matters. Cost: up to the direct limit every pair is summed; beyond, pairs
    /// are
    /// counted in at least 4,096 bins (about 1.5 · 10⁹ pairs a second and core, memory linear), with the error given by
    /// <see cref="KdFunctionResult.GreatestError"/>. On the earth all pairs too, at about 30 million a second and core.
    /// Source: Duranton and Overman 2005, doi:10.1111/0034-6527.00362, eq. 1, with the constant that makes the integral 1;
    /// Silverman 1986, eq. 3.31; Sheather and Jones 1991. Agrees with: the direct sum in R, relative 1e-9; dbmss 2.11
    /// Kdhat, which bins, relative 0.003.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Distances, types and bandwidth.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks of pairs.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A coordinate, weight or distance is refused, or no point is of a
    /// type.</exception>
    public static KdFunctionResult Estimate(
        PointPattern points,
        KdFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Estimate(new TravelledPoints(points), options, execution, cancellationToken);
    }

    /// <summary>Does the same with distances that the user brings, such as travel times.</summary>
    /// <remarks>
    /// A pair lies at the mean of its two directions and counts once. Every pair must be listed both ways, or travel_limit
    /// must say up to which distance the table is whole: then Kd still divides by all pairs, the bandwidth looks no farther
    /// than the limit, and the curve is given up to the limit less 6 bandwidths, with a note; what is not listed adds less
    /// than 1.6e-8 of the peak of the kernel there. Cost: links · log links; every pair is summed.
    /// </remarks>
    /// <param name="input">The points and, where given, their distances.</param>
    /// <param name="options">Distances, types, bandwidth and metric.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks of pairs.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">As for points alone; or a row of travel is refused, pairs are missing without a
    /// limit, or an option of travel is set without it.</exception>
    public static KdFunctionResult Estimate(
        TravelledPoints input,
        KdFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        DistanceTable? table = input.Table(options);
        KdFunctionKernel kernel = new(options);
        PairSet pairs = PairSet.Of(input.Points, options.Reference, options.Neighbour, options.Weighted, options.Metric);
        List<Note> notes = [];
        (double[] values, double bandwidth, double binWidth) = table is null
            ? kernel.Curve(pairs, notes, execution, cancellationToken)
            : kernel.Curve(
                TravelSample.Of(input.Points, table, pairs, (options.Reference, options.Neighbour), options.TravelLimit is not null),
                notes, execution, cancellationToken);
        if (binWidth > 0)
        {
            notes.Add(new Note(
                "binned-distances", Severity.Information,
                FormattableString.Invariant(
                    $"{pairs.PairCount} pairs are more than direct_pairs ({options.DirectPairs}): distances were counted in bins of {binWidth:G4}.")));
        }

        return new KdFunctionResult
        {
            Distances = options.Distances,
            Values = values,
            Bandwidth = bandwidth,
            Points = pairs.Rows.Count,
            BinWidth = binWidth,
            Unit = input.Unit(options),
            Notes = notes,
            Provenance = new Provenance(
                "spatial.kd-function",
                FormattableString.Invariant(
                    $"reference = {options.Reference}, neighbour = {options.Neighbour}, weighted = {options.Weighted}, bandwidth = {options.Bandwidth}, bandwidth_factor = {options.BandwidthFactor}{input.Words(options)}"),
                Source),
        };
    }
}
