using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Eigenvalues and vectors from the largest on, split into those that factors take up and the rest.</summary>
internal sealed class EigenSplit
{
    /// <summary>What is less than this apart is equal: eigenvalues of uncorrelated items differ by rounding.</summary>
    public const double Equal = 1e-10;

    private EigenSplit(double[] values, Matrix<double> vectors, int kept) =>
        (Values, Vectors, Kept) = (values, vectors, kept);

    public double[] Values { get; }

    public Matrix<double> Vectors { get; }

    /// <summary>Gets how many of the first eigenvalues are taken up.</summary>
    public int Kept { get; }

    /// <summary>Splits after at most <paramref name="factors"/> eigenvalues, all above
    /// <paramref name="threshold"/>.</summary>
    public static EigenSplit Of(Matrix<double> symmetric, int factors, double threshold)
    {
        var eigen = SymmetricEigen.Of(symmetric, "correlations");
        int count = symmetric.RowCount;
        double[] values = [.. Enumerable.Range(1, count).Select(rank => eigen.EigenValues[count - rank].Real)];
        Matrix<double> vectors = Matrix<double>.Build.Dense(
            count, count, (row, column) => eigen.EigenVectors[row, count - 1 - column]);
        return new EigenSplit(values, vectors, values.Take(factors).Count(value => value > threshold));
    }

    /// <summary>Gives Σ over the rest of weight(value) · ω_i ω_j.</summary>
    public Matrix<double> RestSum(Func<double, double> weight)
    {
        Matrix<double> rest = Vectors.SubMatrix(0, Values.Length, Kept, Values.Length - Kept);
        double[] weights = [.. Values.Skip(Kept).Select(weight)];
        return rest * Matrix<double>.Build.DenseOfDiagonalArray(weights) * rest.Transpose();
    }

    /// <summary>Gives Σ_m Σ_l weight(m, l) · ω_im ω_jm ω_il ω_jl, m over the rest and l over those taken up; pairs of
    /// equal eigenvalues, for which the derivative does not exist, are left out.</summary>
    public Matrix<double> PairSum(Func<double, double, double> weight)
    {
        int count = Values.Length;
        Matrix<double> sum = Matrix<double>.Build.Dense(count, count);
        for (int l = 0; l < Kept; l++)
        {
            double kept = Values[l];
            Matrix<double> inner = RestSum(rest => kept - rest > Equal ? weight(rest, kept) : 0);
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    sum[i, j] += inner[i, j] * Vectors[i, l] * Vectors[j, l];
                }
            }
        }

        return sum;
    }
}
