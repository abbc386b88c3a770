using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>What a robust correction needs.</summary>
/// <param name="Trace">The mean of the chi-square under the model: degrees of freedom times the scaling factor.</param>
/// <param name="Covariance">The sandwich covariance of the parameters, or null when they are not told apart.</param>
internal sealed record CorrectedTest(double Trace, Matrix<double>? Covariance);
