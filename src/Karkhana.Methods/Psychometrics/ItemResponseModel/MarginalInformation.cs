using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Gradient and information of the marginal log-likelihood (with the priors) at one point.</summary>
/// <param name="Gradient">The first derivatives.</param>
/// <param name="Complete">The information that known θ would give.</param>
/// <param name="Missing">The information lost because θ is not known.</param>
internal sealed record MarginalInformation(Vector<double> Gradient, Matrix<double> Complete, Matrix<double> Missing)
{
    /// <summary>Gets the observed information (Louis 1982).</summary>
    public Matrix<double> Observed => Complete - Missing;
}
