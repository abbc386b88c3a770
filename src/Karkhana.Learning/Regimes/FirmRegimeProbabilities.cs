using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>How probable each regime is for one firm, in the model under uncertain assumptions.</summary>
/// <param name="Firm">The position of the firm in the register.</param>
/// <param name="Place">Its place.</param>
/// <param name="Stated">The regime by its answers; null when they do not say.</param>
/// <param name="Probabilities">The share of draws by regime, in the order of the enum; empty when capability is not known.</param>
/// <param name="NearFrontier">The share of draws in which nothing is left to learn within reach.</param>
public sealed record FirmRegimeProbabilities(
    int Firm, string Place, LearningRegime? Stated, IReadOnlyList<double> Probabilities, double NearFrontier)
{
    /// <summary>Gets the most probable regime; null when capability is not known.</summary>
    public LearningRegime? MostProbable => Probabilities.Count == 0
        ? null
        : (LearningRegime)Enumerable.Range(0, Probabilities.Count).MaxBy(regime => Probabilities[regime]);

    /// <summary>Gets the probability of the most probable regime; NaN when capability is not known.</summary>
    public double Probability => Probabilities.Count == 0 ? double.NaN : Probabilities.Max();
}
