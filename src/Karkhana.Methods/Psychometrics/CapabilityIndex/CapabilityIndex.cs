using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>One number for technological capability: the weighted mean of function scores.</summary>
public static class CapabilityIndex
{
    internal const string Source = "Lall 1992, doi:10.1016/0305-750X(92)90097-F; Romijn 1997, World Development 25(3):359-377";

    /// <summary>Computes the index.</summary>
    /// <remarks>
    /// Index = Σ w_f score_f / Σ w_f. Cost: one pass. Source: Lall 1992, doi:10.1016/0305-750X(92)90097-F; Romijn 1997.
    /// Agrees with: the formula, exactly.
    /// </remarks>
    /// <param name="functions">Scores in [0, 1] with weights; a missing score is left out with its weight.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The index; NaN when no function has a score.</returns>
    /// <exception cref="ArgumentException">A score is outside [0, 1] or a weight negative.</exception>
    public static CapabilityIndexResult Estimate(
        FunctionScores functions, CapabilityIndexOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(functions);
        Require.SameLength(functions.Functions.Count, functions.Scores.Count, nameof(functions.Scores));
        Require.SameLength(functions.Functions.Count, functions.Weights.Count, nameof(functions.Weights));
        int[] known = [.. Enumerable.Range(0, functions.Scores.Count).Where(f => !double.IsNaN(functions.Scores[f]))];
        Require.That(
            known.All(f => functions.Scores[f] is >= 0 and <= 1), nameof(functions.Scores), "must lie between 0 and 1");
        Require.That(functions.Weights.All(weight => weight >= 0), nameof(functions.Weights), "must not be negative");
        double[] scores = [.. known.Select(f => functions.Scores[f])];
        double[] weights = [.. known.Select(f => functions.Weights[f])];
        double index = Sums.Dot(scores, weights) / Sums.Sum(weights);
        return new CapabilityIndexResult(
            functions, index, new Provenance("psychometrics.capability-index", "", Source));
    }
}
