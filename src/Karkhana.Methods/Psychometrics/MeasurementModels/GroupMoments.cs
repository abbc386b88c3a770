using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Means and covariances (divisor n) of the items in one group.</summary>
/// <param name="Respondents">The number of respondents.</param>
/// <param name="Means">By item.</param>
/// <param name="Covariances">Item by item.</param>
/// <param name="LogDeterminant">ln|S|.</param>
internal sealed record GroupMoments(int Respondents, Vector<double> Means, Matrix<double> Covariances, double LogDeterminant)
{
    public int Items => Means.Count;

    public static GroupMoments Of(FactorSample sample)
    {
        Matrix<double> covariances = sample.Covariances * ((sample.Respondents - 1.0) / sample.Respondents);
        return new GroupMoments(
            sample.Respondents,
            Vector<double>.Build.Dense(sample.Count, item => Sums.Mean(sample.Complete.Answers[item])),
            covariances,
            covariances.Cholesky().DeterminantLn);
    }

    /// <summary>Gives n(−ln|R|): the misfit of uncorrelated items.</summary>
    public double IndependenceStatistic()
    {
        double sum = 0;
        foreach (double variance in Covariances.Diagonal())
        {
            sum += Math.Log(variance);
        }

        return Respondents * (sum - LogDeterminant);
    }
}
