using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Concentration;

/// <summary>The second eigenvector of the walk from one side of a table to the other and back.</summary>
/// <param name="Values">The vector, one entry per member of the side; empty when it is not unique.</param>
/// <param name="Eigenvalue">The second eigenvalue; NaN when there is none.</param>
internal sealed record SecondVector(double[] Values, double Eigenvalue)
{
    // Eigenvalues of matrices of this kind lie in [0, 1]; rounding moves them by far less than this.
    private const double Same = 1e-9;

    /// <summary>Finds the vector by a symmetric matrix that is similar to the walk.</summary>
    /// <remarks>
    /// M = D⁻¹ B E⁻¹ Bᵀ with D and E the numbers of partners; S = D^½ M D^−½ is symmetric, has the same eigenvalues,
    /// and its eigenvectors times D^−½ are those of M. Cost: the squares of the numbers of partners, and the third
    /// power of the number of members.
    /// </remarks>
    /// <param name="membersOf">The members that each partner has, ascending.</param>
    /// <param name="partners">The number of partners of each member, positive.</param>
    public static SecondVector Of(int[][] membersOf, int[] partners)
    {
        int count = partners.Length;
        if (count < 2)
        {
            return new SecondVector([], double.NaN);
        }

        var eigen = Matrix<double>.Build.Dense(count, count, Similar(membersOf, partners)).Evd(Symmetricity.Symmetric);
        double second = eigen.EigenValues[count - 2].Real;
        double third = count > 2 ? eigen.EigenValues[count - 3].Real : 0;
        bool unique = second - third > Same && second < 1 - Same;
        return new SecondVector(
            unique ? [.. eigen.EigenVectors.Column(count - 2).Select((value, i) => value / Math.Sqrt(partners[i]))] : [],
            second);
    }

    // Column after column, which for a symmetric matrix is row after row.
    private static double[] Similar(int[][] membersOf, int[] partners)
    {
        int count = partners.Length;
        double[] matrix = new double[count * count];
        foreach (int[] members in membersOf)
        {
            double share = 1.0 / members.Length;
            foreach (int a in members)
            {
                Span<double> row = matrix.AsSpan(a * count, count);
                foreach (int b in members)
                {
                    row[b] += share;
                }
            }
        }

        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b < count; b++)
            {
                matrix[(a * count) + b] /= Math.Sqrt((double)partners[a] * partners[b]);
            }
        }

        return matrix;
    }
}
