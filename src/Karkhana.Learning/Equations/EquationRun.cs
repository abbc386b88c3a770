using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>One equation on one draw of the true scores.</summary>
internal sealed record EquationRun(
    CoefficientTable Coefficients, IReadOnlyList<double> Covariance, double RSquared, IReadOnlyList<double> Residuals)
{
    /// <summary>Gets the p-values of the tested terms by the wild cluster bootstrap; empty where there are places enough.</summary>
    public IReadOnlyList<double> WildPValues { get; init; } = [];
}
