using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>Means and covariances (divisor n) of cases of one group that show the same variables.</summary>
/// <param name="Group">The group, by the position of its diagram.</param>
/// <param name="Places">The variables that are there, ascending.</param>
/// <param name="Count">n.</param>
/// <param name="Means">By variable that is there.</param>
/// <param name="Covariances">The same, twice.</param>
internal sealed record MomentBlock(int Group, int[] Places, int Count, Vector<double> Means, Matrix<double> Covariances)
{
    /// <summary>Takes the moments of cases.</summary>
    /// <param name="group">The group.</param>
    /// <param name="places">The variables that are there.</param>
    /// <param name="cases">Case by variable that is there.</param>
    public static MomentBlock Of(int group, int[] places, Matrix<double> cases)
    {
        Vector<double> means = cases.ColumnSums() / cases.RowCount;
        Matrix<double> centred = cases.MapIndexed((_, column, value) => value - means[column], Zeros.Include);
        return new MomentBlock(group, places, cases.RowCount, means, centred.TransposeThisAndMultiply(centred) / cases.RowCount);
    }
}
