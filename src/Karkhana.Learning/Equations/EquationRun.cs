using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>One equation on one draw of the true scores.</summary>
internal sealed record EquationRun(
    CoefficientTable Coefficients, IReadOnlyList<double> Covariance, double RSquared, IReadOnlyList<double> Residuals);
