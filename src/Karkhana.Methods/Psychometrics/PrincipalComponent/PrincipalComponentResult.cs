namespace Karkhana.Methods.Psychometrics;

/// <summary>A first principal component.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="Loadings">The weight of each standardised variable; squares add to 1.</param>
/// <param name="ShareOfVariance">The share of the variance of all variables.</param>
/// <param name="Scores">One score per respondent with variance 1; NaN when a variable was missing.</param>
public sealed record PrincipalComponentResult(
    IReadOnlyList<string> Variables, IReadOnlyList<double> Loadings, double ShareOfVariance, IReadOnlyList<double> Scores);
