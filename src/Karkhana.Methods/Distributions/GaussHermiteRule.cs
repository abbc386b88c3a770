using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>The Gauss–Hermite rule of the standard normal distribution: exact for polynomials below degree 2·nodes.</summary>
/// <remarks>Nodes are the eigenvalues of the Jacobi matrix of the Hermite polynomials, weights the squared first elements of its
/// eigenvectors. Source: Golub and Welsch 1969, doi:10.1090/S0025-5718-69-99647-1.</remarks>
internal static class GaussHermiteRule
{
    /// <summary>Gives the nodes, ascending, and their weights, which add to 1.</summary>
    /// <param name="count">The number of nodes, at least 1.</param>
    public static (double[] Nodes, double[] Weights) Of(int count)
    {
        Matrix<double> jacobi = Matrix<double>.Build.Dense(
            count, count, (i, j) => Math.Abs(i - j) == 1 ? Math.Sqrt(Math.Max(i, j)) : 0);
        var eigen = jacobi.Evd(Symmetricity.Symmetric);
        double[] nodes = [.. eigen.EigenValues.Select(value => value.Real)];
        double[] weights = [.. eigen.EigenVectors.Row(0).Select(first => first * first)];
        Array.Sort(nodes, weights);
        return (nodes, weights);
    }
}
