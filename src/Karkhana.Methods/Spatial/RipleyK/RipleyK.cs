using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Ripley's K and Besag's L: how many further points lie within a distance of a point.</summary>
public static class RipleyK
{
    internal const string Source = "Ripley 1977, Journal of the Royal Statistical Society B 39, 172-212; Ohser 1983; Besag 1977";

    /// <summary>Compares the points near points with the number that an even scatter of the same density would
    /// bring.</summary>
    /// <remarks>
    /// K(r) = |W| / (n(n − 1)) Σ_{i≠j} 1(d_ij ≤ r) e_ij, L(r) = √(K(r)/π); e_ij by the correction: 1; translation: |W| / |W
    /// ∩ (W moved by x_j − x_i)|; isotropic: 1 / share of the circle round i through j in W, at most 100. Border: |W|
    /// Σ_{b_i ≥ r} Σ_j 1(d_ij ≤ r) / (n #{b_i ≥ r}), b_i the distance of i to the border. A distance of exactly r counts;
    /// points on one spot are pairs at distance 0 with weight 1. Fewer than two points give NaN and a note.
    /// Cost: the pairs of different places within the greatest distance, times the edges that a circle meets when the
    /// window is no rectangle (translation: times the pairs of edges that overlap); any number of points on one spot
    /// costs as one. Memory linear. The correction asked for is the one that is used at any number of points.
    /// Source: Ripley 1977, Journal of the Royal Statistical Society B 39, 172-212; Ohser 1983, Mathematische
    /// Operationsforschung und Statistik 14, 63-71; Besag 1977, Journal of the Royal Statistical Society B 39, 193-195.
    /// Agrees with: spatstat 3.0 Kest and Lest, relative 1e-9; dbmss 2.11 Khat and Lhat, relative 1e-8.
    /// </remarks>
    /// <param name="pattern">Points and window.</param>
    /// <param name="options">Distances, type, correction.</param>
    /// <param name="execution">Not used: one curve is computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>K and L.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate or distance is refused, or no point is of the
    /// type.</exception>
    public static RipleyKResult Estimate(
        WindowedPattern pattern,
        DistanceCurveOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        bool[] selected = PointSelection.Of(pattern.Points, options.Reference, nameof(options.Reference));
        KFunction k = KFunction.Of(pattern, (selected, null), options.Distances, options.Correction, cancellationToken);
        return new RipleyKResult(
            options.Distances, k.Values, k.L, k.Notes,
            new Provenance("spatial.ripley-k", $"reference = {options.Reference}, correction = {options.Correction}", Source))
        {
            PointCount = selected.Count(chosen => chosen),
            Area = pattern.Window.Area,
        };
    }
}
