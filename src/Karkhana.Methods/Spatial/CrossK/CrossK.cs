using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Lotwick and Silverman's K between two types of points.</summary>
public static class CrossK
{
    internal const string Source = "Lotwick & Silverman 1982, Journal of the Royal Statistical Society B 44, 406-413";

    /// <summary>Counts points of one type within a distance of the points of another.</summary>
    /// <remarks>
    /// K_ij(r) = |W| / (n_i n_j) Σ over i of type reference and j of type neighbour of 1(d_ij ≤ r) e_ij; neighbour null: j any
    /// other point, divided by n_i n, n the number of all points. Neighbour equal to reference: Ripley's K of that type,
    /// divided by n(n − 1). Edge weights e_ij as for <see cref="RipleyK"/>, circles round the reference point; border: only
    /// reference points at least r from the border, and their number instead of n_i.
    /// Cost: the pairs of a reference and a neighbour place within the greatest distance; memory linear.
    /// Source: Lotwick and Silverman 1982, Journal of the Royal Statistical Society B 44, 406-413.
    /// Agrees with: spatstat 3.0 Kcross and Kdot, relative 1e-9.
    /// </remarks>
    /// <param name="pattern">Points with types, and window.</param>
    /// <param name="options">Distances, types, correction.</param>
    /// <param name="execution">Not used: one curve is computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>K and L.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate or distance is refused, or no point is of a
    /// type.</exception>
    public static CrossKResult Estimate(
        WindowedPattern pattern,
        CrossKOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        bool[] reference = PointSelection.Of(pattern.Points, options.Reference, nameof(options.Reference));
        bool[] neighbour = PointSelection.Of(pattern.Points, options.Neighbour, nameof(options.Neighbour));
        KFunction k = KFunction.Of(
            pattern, (reference, options.Neighbour == options.Reference ? null : neighbour), options.Distances, options.Correction, cancellationToken);
        return new CrossKResult(
            options.Distances, k.Values, k.L, k.Notes,
            new Provenance("spatial.cross-k", $"reference = {options.Reference}, neighbour = {options.Neighbour}, correction = {options.Correction}", Source));
    }
}
