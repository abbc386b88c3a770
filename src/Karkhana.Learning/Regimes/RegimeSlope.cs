using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>How effort goes with exposure among the firms of one regime.</summary>
/// <param name="Regime">The regime, by the answers of the firms.</param>
/// <param name="Firms">The firms of the regime.</param>
/// <param name="Slope">The slope of effort in the mean exposure to all advantages, in standard deviations.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Difference">The slope less that of the first regime; NaN for the first.</param>
/// <param name="DifferencePValue">The p-value of the difference, with fewer than 20 places the greater of this and that of the wild cluster
/// bootstrap; NaN for the first regime.</param>
public sealed record RegimeSlope(
    LearningRegime Regime, int Firms, PathInterval Slope, double StandardError, double Difference, double DifferencePValue);
