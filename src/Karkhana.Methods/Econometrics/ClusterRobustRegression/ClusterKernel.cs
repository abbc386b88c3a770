using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Sums the outer products of cluster scores in the space of Q.</summary>
/// <remarks>Q_g'(I − Q_gQ_g')^(−p) e = (I − S)^(−p) Q_g'e with S = Q_g'Q_g, a k × k matrix.</remarks>
internal static class ClusterKernel
{
    public static Matrix<double> Middle(LeastSquaresFit fit, ClusterGroups groups, ClusterCorrection correction)
    {
        int k = fit.TermCount;
        double[][] scores = Scores(fit, groups, fit.Residuals);
        Matrix<double>[]? squares = correction is ClusterCorrection.Cr2 or ClusterCorrection.Cr3 ? Squares(fit, groups) : null;
        Matrix<double> middle = Matrix<double>.Build.Dense(k, k);
        for (int group = 0; group < groups.Count; group++)
        {
            Vector<double> score = Vector<double>.Build.Dense(scores[group]);
            if (squares is not null)
            {
                score = new ClusterInflation(squares[group], correction).Apply(score);
            }

            middle += score.OuterProduct(score);
        }

        return middle;
    }

    /// <summary>Gives Q_g'e of each cluster.</summary>
    public static double[][] Scores(LeastSquaresFit fit, ClusterGroups groups, double[] errors)
    {
        double[][] scores = [.. Enumerable.Range(0, groups.Count).Select(_ => new double[fit.TermCount])];
        for (int row = 0; row < fit.Rows; row++)
        {
            double[] score = scores[groups.ByRow[row]];
            for (int term = 0; term < score.Length; term++)
            {
                score[term] += fit.Q.At(row, term) * errors[row];
            }
        }

        return scores;
    }

    /// <summary>Gives Q_g'Q_g of each cluster.</summary>
    public static Matrix<double>[] Squares(LeastSquaresFit fit, ClusterGroups groups)
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
                    square.At(i, j, square.At(i, j) + (fit.Q.At(row, i) * fit.Q.At(row, j)));
                }
            }
        }

        return squares;
    }
}
