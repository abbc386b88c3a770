using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Sums the outer products of cluster scores in the space of Q.</summary>
/// <remarks>Q_g'(I − Q_gQ_g')^(−p) e = (I − S)^(−p) Q_g'e with S = Q_g'Q_g, a k × k matrix.</remarks>
internal static class ClusterKernel
{
    private const double Singular = 1e-10;

    public static Matrix<double> Middle(LeastSquaresFit fit, ClusterGroups groups, ClusterCorrection correction)
    {
        int k = fit.TermCount;
        double[][] scores = Scores(fit, groups);
        Matrix<double>[]? squares = correction is ClusterCorrection.Cr2 or ClusterCorrection.Cr3 ? Squares(fit, groups) : null;
        Matrix<double> middle = Matrix<double>.Build.Dense(k, k);
        for (int group = 0; group < groups.Count; group++)
        {
            Vector<double> score = Vector<double>.Build.Dense(scores[group]);
            if (squares is not null)
            {
                score = Inflate(score, squares[group], correction == ClusterCorrection.Cr2 ? -0.5 : -1);
            }

            middle += score.OuterProduct(score);
        }

        return middle;
    }

    private static double[][] Scores(LeastSquaresFit fit, ClusterGroups groups)
    {
        double[][] scores = [.. Enumerable.Range(0, groups.Count).Select(_ => new double[fit.TermCount])];
        for (int row = 0; row < fit.Rows; row++)
        {
            double[] score = scores[groups.ByRow[row]];
            for (int term = 0; term < score.Length; term++)
            {
                score[term] += fit.Q[row, term] * fit.Residuals[row];
            }
        }

        return scores;
    }

    private static Matrix<double>[] Squares(LeastSquaresFit fit, ClusterGroups groups)
    {
        int k = fit.TermCount;
        Matrix<double>[] squares = [.. Enumerable.Range(0, groups.Count).Select(_ => Matrix<double>.Build.Dense(k, k))];
        for (int row = 0; row < fit.Rows; row++)
        {
            Matrix<double> square = squares[groups.ByRow[row]];
            for (int i = 0; i < k; i++)
            {
                for (int j = 0; j < k; j++)
                {
                    square[i, j] += fit.Q[row, i] * fit.Q[row, j];
                }
            }
        }

        return squares;
    }

    private static Vector<double> Inflate(Vector<double> score, Matrix<double> square, double power)
    {
        var eigen = square.Evd(Symmetricity.Symmetric);
        Vector<double> turned = eigen.EigenVectors.TransposeThisAndMultiply(score);
        for (int i = 0; i < turned.Count; i++)
        {
            double left = 1 - eigen.EigenValues[i].Real;
            turned[i] *= left < Singular ? 0 : Math.Pow(left, power);
        }

        return eigen.EigenVectors * turned;
    }
}
