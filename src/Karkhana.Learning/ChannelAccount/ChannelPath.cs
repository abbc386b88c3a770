using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>What one advantage is associated with through one channel.</summary>
/// <param name="Advantage">The id of the advantage.</param>
/// <param name="Channel">The channel. Static: performance, capability held equal; spillover: capability, effort held equal; the others:
/// capability by way of the channel and effort.</param>
/// <param name="Estimate">In standard deviations of the outcome per standard deviation of exposure.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="PValue">Two-sided; for a product of coefficients the greatest p-value of its factors.</param>
/// <param name="AdjustedPValue">Corrected over all paths of the account.</param>
/// <param name="Theory">The signed strength of the matrix.</param>
/// <param name="Comparison">How the two compare.</param>
/// <param name="Firms">The fewest firms behind an equation of the path.</param>
public sealed record ChannelPath(
    string Advantage,
    LearningChannel Channel,
    double Estimate,
    double Low,
    double High,
    double PValue,
    double AdjustedPValue,
    double Theory,
    TheoryComparison Comparison,
    int Firms);
