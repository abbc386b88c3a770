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
    /// <see cref="Karkhana.Core.Kernels.PointBlocks"/>; memory linear.
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
        ArgumentNullException.ThrowIfNull(options);
        points.Check();
        RequireType(points, options.Reference, nameof(options.Reference));
        RequireType(points, options.Neighbour ?? options.Reference, nameof(options.Neighbour));
        MFunctionKernel kernel = new(points, options);
        double[] individual = kernel.Individual(execution, cancellationToken);
        return new MFunctionResult(
            options.Distances,
            kernel.Curve(),
            individual,
            kernel.ReferenceCount,
            new Provenance("spatial.m-function", $"reference = {options.Reference}, neighbour = {options.Neighbour ?? options.Reference}, control = {options.Control}", Source));
    }

    private static void RequireType(PointPattern points, string type, string name) =>
        Require.That(points.Are(type).Contains(true), name, $"must be a type of the points; none is of type {type}");
}
