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
        ArgumentNullException.ThrowIfNull(options);
        points.Check();
        Require.Finite(options.Distances, nameof(options.Distances));
        Require.That(options.Distances.All(r => r >= 0), nameof(options.Distances), "must be zero or greater");
        PairSet pairs = PairSet.Of(points, options.Reference, options.Neighbour, weighted: false);
        List<Note> notes = [];
        double reach = 2 * options.Distances.Max();
        DistanceSample sample = DistanceSampler.Take(pairs, reach, options.DirectPairs, execution, cancellationToken);
        double bandwidth = options.BandwidthFactor * BandwidthRule.Of(sample, reach, DistanceBandwidth.Silverman, notes);
        double[] values = Curve(points, options, bandwidth, execution, cancellationToken);
        return new MDensityFunctionResult(
            options.Distances,
            values,
            bandwidth,
            notes,
            new Provenance(
                "spatial.m-density-function",
                FormattableString.Invariant(
                    $"reference = {options.Reference}, neighbour = {options.Neighbour ?? options.Reference}, bandwidth_factor = {options.BandwidthFactor}"),
                Source));
    }

    private static double[] Curve(
        PointPattern points, MDensityFunctionOptions options, double bandwidth, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        int width = options.Distances.Count;
        double[] values = new double[width];
        Array.Fill(values, double.NaN);
        if (double.IsNaN(bandwidth))
        {
            return values;
        }

        MDensityJob job = new(new MDensityPoints(points, options), options, bandwidth);
        double[] sums = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        for (int r = 0; r < width; r++)
        {
            values[r] = sums[width + r] > 0 ? sums[r] / sums[width + r] : double.NaN;
        }

        return values;
    }
}
