namespace Karkhana.Methods.Psychometrics;

/// <summary>An estimated parameter in threshold form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Item">The item, or empty.</param>
/// <param name="Step">The step of a threshold, from 1; else 0.</param>
/// <param name="Group">The group, or empty when it holds for all.</param>
/// <param name="Covariate">The covariate of a coefficient, or empty.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StdError">Its standard error; NaN when it cannot be told.</param>
public sealed record ParameterTerm(
    ParameterTermKind Kind, string Item, int Step, string Group, string Covariate, double Estimate, double StdError);
