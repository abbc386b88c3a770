using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What a small step of a parameter changes: the covariances by uv′ + vu′, the means by m.</summary>
/// <param name="Position">The parameter.</param>
/// <param name="Left">u.</param>
/// <param name="Right">v.</param>
/// <param name="Mean">m.</param>
internal sealed record ParameterDirection(int Position, Vector<double> Left, Vector<double> Right, Vector<double> Mean);
