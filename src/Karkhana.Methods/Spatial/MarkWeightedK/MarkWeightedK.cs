using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Penttinen's Kmm: K with each pair counted by the product of its weights.</summary>
public static class MarkWeightedK
{
    internal const string Source = "Penttinen, Stoyan & Henttonen 1992, Forest Science 38, 806-824; Espa, Arbia & Giuliani 2013";

    /// <summary>Asks whether large points lie near large points.</summary>
    /// <remarks>
    /// Kmm(r) = |W| / (Σw)² Σ_{i≠j} w_i w_j 1(d_ij ≤ r) e_ij with isotropic weights e_ij as for <see cref="RipleyK"/>; (Σw)² =
    /// n² m̄², so that equal weights give K (n − 1)/n. l_centred = √(Kmm/π) − r. Without weights each point weighs 1. Points
    /// of
    /// weight 0 count in n alone, which cancels. No weight at all gives NaN and a note.
    /// Cost: the pairs of places within the greatest distance; memory linear.
    /// Source: Penttinen, Stoyan and Henttonen 1992, Forest Science 38, 806-824; Espa, Arbia and Giuliani 2013, Journal of
    /// Geographical Systems 15, 31-50.
    /// Agrees with: spatstat 3.0 Kmark, relative 1e-7; dbmss 2.11 Kmmhat and Lmmhat, relative 1e-8.
    /// </remarks>
    /// <param name="pattern">Points with weights, and window.</param>
    /// <param name="options">Distances and type.</param>
    /// <param name="execution">Not used: one curve is computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>Kmm and the centred L.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate, weight or distance is refused, or no point is of
    /// the type.</exception>
    public static MarkWeightedKResult Estimate(
        WindowedPattern pattern,
        MarkWeightedKOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        bool[] selected = PointSelection.Of(pattern.Points, options.Reference, nameof(options.Reference));
        double[] weights = pattern.Points.WeightsOrOnes();
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = selected[i] ? weights[i] : 0;
        }

        PairTotals totals = new PairSums(pattern, weights, weights, options.Distances, EdgeCorrection.Isotropic).Within(cancellationToken);
        double[] values = totals.Scaled(pattern.Window.Area, Sums.Sum(weights));
        return new MarkWeightedKResult(
            options.Distances,
            values,
            [.. values.Zip(options.Distances, (value, distance) => Math.Sqrt(value / Math.PI) - distance)],
            [.. totals.Notes, .. KFunction.TooFew(weights.Count(weight => weight > 0) < 2)],
            new Provenance("spatial.mark-weighted-k", $"reference = {options.Reference}", Source));
    }
}
