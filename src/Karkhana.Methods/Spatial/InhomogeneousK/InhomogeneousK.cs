using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Baddeley, Møller and Waagepetersen's K for points on uneven ground.</summary>
public static class InhomogeneousK
{
    internal const string Source = "Baddeley, Moller & Waagepetersen 2000, doi:10.1111/1467-9574.00144";

    /// <summary>Counts near points, each by the reciprocal of its intensity.</summary>
    /// <remarks>
    /// K(r) = Σ_{i≠j} 1(d_ij ≤ r) e_ij / (λ_i λ_j) / Σ_i 1/λ_i: renormalised by the reciprocal intensities (power 1)
    /// instead of |W|; e_ij as for <see cref="RipleyK"/>. Border: Σ_{b_i ≥ r} Σ_j 1(d_ij ≤ r) / (λ_i λ_j) / Σ_{b_i ≥ r}
    /// 1/λ_i, times
    /// |W| / Σ_i 1/λ_i. The intensities are taken as given: estimate them with <see cref="KernelDensity"/>, leave one out.
    /// Fewer than two points give NaN and a note.
    /// Cost: the pairs of places within the greatest distance; memory linear.
    /// Source: Baddeley, Møller and Waagepetersen 2000, doi:10.1111/1467-9574.00144.
    /// Agrees with: spatstat 3.0 Kinhom (renormalise, normpower 1), relative 1e-8.
    /// </remarks>
    /// <param name="pattern">Points with intensities, and window.</param>
    /// <param name="options">Distances and correction.</param>
    /// <param name="execution">Not used: one curve is computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>K.</returns>
    /// <exception cref="ArgumentException">A point lies outside, or a coordinate, intensity or distance is refused.</exception>
    public static DistanceCurveResult Estimate(
        InhomogeneousPattern pattern,
        InhomogeneousKOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        double[] reciprocal = [.. pattern.Intensities.Select(intensity => 1 / intensity)];
        PairTotals totals = new PairSums(pattern.Pattern, reciprocal, reciprocal, options.Distances, options.Correction).Within(cancellationToken);
        double area = options.Correction == EdgeCorrection.Border ? pattern.Pattern.Window.Area / Sums.Sum(reciprocal) : 1;
        bool tooFew = reciprocal.Length < 2;
        return new DistanceCurveResult(
            options.Distances,
            totals.Scaled(area, tooFew ? 0 : 1),
            [.. totals.Notes, .. KFunction.TooFew(tooFew)],
            new Provenance("spatial.inhomogeneous-k", $"correction = {options.Correction}", Source))
        {
            Label = "K",
            Unit = "m²",
            Reading = "πr² when points lie independently on the uneven ground.",
        };
    }
}
