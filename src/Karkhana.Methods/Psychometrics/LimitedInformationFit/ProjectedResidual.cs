using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Psychometrics;

/// <summary>r'[Ξ⁻¹ − Ξ⁻¹D(D'Ξ⁻¹D)⁻¹D'Ξ⁻¹]r as the squared length of what D leaves of r in the metric of Ξ.</summary>
/// <remarks>With Ξ = LL' and QR = L⁻¹D the form is ‖(I − QQ')L⁻¹r‖²: nothing is inverted, and the result cannot be
/// negative.</remarks>
internal static class ProjectedResidual
{
    private const double LeastDiagonal = 1e-8;

    /// <summary>Gives the squared length, and whether the columns of D are independent.</summary>
    public static (double SquaredLength, bool Independent) Of(ReplicateRows lowerTriangle, double[][] derivatives, double[] residual)
    {
        double[][] root = CholeskyRoot(lowerTriangle);
        Vector<double> rest = Vector<double>.Build.DenseOfArray(Solve(root, residual));
        Matrix<double> directions = Matrix<double>.Build.DenseOfColumns(derivatives.Select(column => Solve(root, column)));
        // Columns of one length, so that the diagonal of R shows dependence whatever the unit of a parameter.
        directions = directions.NormalizeColumns(2);
        QR<double> qr = directions.QR(QRMethod.Thin);
        rest -= qr.Q * qr.Q.TransposeThisAndMultiply(rest);
        rest -= qr.Q * qr.Q.TransposeThisAndMultiply(rest); // once more: rounding of the first pass
        return (rest.DotProduct(rest), qr.R.Diagonal().All(value => Math.Abs(value) > LeastDiagonal));
    }

    // By rows, each with dot products of fixed lanes.
    private static double[][] CholeskyRoot(ReplicateRows lowerTriangle)
    {
        double[][] root = new double[lowerTriangle.Count][];
        for (int a = 0; a < root.Length; a++)
        {
            root[a] = lowerTriangle.Row(a)[..(a + 1)].ToArray();
            double variance = root[a][a];
            for (int b = 0; b < a; b++)
            {
                root[a][b] = (root[a][b] - Sums.Dot(root[a].AsSpan(0, b), root[b].AsSpan(0, b))) / root[b][b];
            }

            double left = variance - Sums.Dot(root[a].AsSpan(0, a), root[a].AsSpan(0, a));
            Require.That(
                variance > 0 && left > 1e-12 * variance, "parameters", FormattableString.Invariant(
                    $"must give every margin a variance of its own under the model; margin {a + 1} of {root.Length} has none (a category without any chance, or two items that answer as one)"));
            root[a][a] = Math.Sqrt(left);
        }

        return root;
    }

    private static double[] Solve(double[][] root, double[] right)
    {
        double[] solution = new double[right.Length];
        for (int a = 0; a < right.Length; a++)
        {
            solution[a] = (right[a] - Sums.Dot(root[a].AsSpan(0, a), solution.AsSpan(0, a))) / root[a][a];
        }

        return solution;
    }
}
