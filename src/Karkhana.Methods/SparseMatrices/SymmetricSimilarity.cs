namespace Karkhana.Methods.SparseMatrices;

/// <summary>Finds the diagonal that turns a matrix into a symmetric one.</summary>
internal static class SymmetricSimilarity
{
    private const double Tolerance = 1e-10;

    /// <summary>Gives s with s_i w_ij = s_j w_ji for all entries, or null where there is none.</summary>
    /// <remarks>Rows divided by their sum, of a matrix that was symmetric, always have one. Cost: entries, each found by bisection.</remarks>
    /// <param name="matrix">The matrix, without negative entries.</param>
    public static double[]? ScaleOf(CsrMatrix matrix)
    {
        double[] scale = new double[matrix.Order];
        Stack<int> open = new();
        for (int root = 0; root < scale.Length; root++)
        {
            if (scale[root] == 0)
            {
                scale[root] = 1;
                open.Push(root);
            }

            while (open.TryPop(out int row))
            {
                if (!Spread(matrix, row, scale, open))
                {
                    return null;
                }
            }
        }

        return scale;
    }

    private static bool Spread(CsrMatrix matrix, int row, double[] scale, Stack<int> open)
    {
        for (int place = matrix.Starts[row]; place < matrix.Starts[row + 1]; place++)
        {
            int other = matrix.Columns[place];
            (double there, double back) = (matrix.Values[place], matrix.At(other, row));
            if ((there > 0) != (back > 0))
            {
                return false;
            }

            if (there > 0 && scale[other] == 0)
            {
                scale[other] = scale[row] * there / back;
                open.Push(other);
            }

            double flow = scale[row] * there;
            if (Math.Abs(flow - (scale[other] * back)) > Tolerance * flow)
            {
                return false;
            }
        }

        return true;
    }
}
