using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The differenced equation of one unit.</summary>
/// <param name="Periods">The period of each row, by its place among all periods.</param>
/// <param name="Outcome">Its change.</param>
/// <param name="Terms">The changes of the terms.</param>
/// <param name="Instruments">The instruments, which were there before.</param>
internal sealed record DifferencedUnit(int[] Periods, Vector<double> Outcome, Matrix<double> Terms, Matrix<double> Instruments)
{
    /// <summary>Gives H: 2 on the diagonal, −1 between periods that follow each other.</summary>
    public Matrix<double> DifferenceCovariance() => Matrix<double>.Build.Dense(
        Periods.Length, Periods.Length, (row, column) => row == column ? 2 : Math.Abs(Periods[row] - Periods[column]) == 1 ? -1 : 0);

    /// <summary>Gives the residual of an earlier period in the place of each row; 0 where there is none.</summary>
    public Vector<double> Lagged(Vector<double> residuals, int lag) => Vector<double>.Build.Dense(Periods.Length, row =>
    {
        int earlier = Array.IndexOf(Periods, Periods[row] - lag);
        return earlier < 0 ? 0 : residuals[earlier];
    });
}
