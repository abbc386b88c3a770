namespace Karkhana.Methods.Econometrics;

/// <summary>The same regression on several plausible data sets, combined.</summary>
/// <param name="Coefficients">The combined coefficients.</param>
/// <param name="Covariance">Their covariance, term × term, row after row.</param>
/// <param name="ShareBetween">By term, the share of the variance that comes from the plausible data sets differing: with
/// plausible values of scores, the share due to measurement.</param>
/// <param name="Runs">The number of data sets.</param>
public sealed record PooledCoefficients(
    CoefficientTable Coefficients, IReadOnlyList<double> Covariance, IReadOnlyList<double> ShareBetween, int Runs);
