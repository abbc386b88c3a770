using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>What a wild cluster bootstrap of one coefficient needs of the rows: a few numbers per cluster.</summary>
/// <remarks>
/// With r = R⁻ᵀ of the coefficient, the residuals under the null are e + Q r b/(r'r). Multiplied by w_g within clusters they
/// give b* = r'v with v = Σ_g w_g c_g, c_g = Q_g'e0_g, and the score of a cluster is w_g r'c_g − (S_g r)'v with S_g = Q_g'Q_g: fitted
/// values under the null lie in the columns of Q and fall out. Cost: n·k² once, then G·k a draw.
/// </remarks>
internal sealed class WildClusterScores
{
    private readonly double _factor;
    private readonly int _terms;
    private readonly double[] _own;
    private readonly double[] _scores;
    private readonly double[] _turned;
    private readonly double[] _contrast;

    public WildClusterScores(LeastSquaresFit fit, ClusterGroups groups, int term)
    {
        _terms = fit.TermCount;
        _factor = ClusterCovariance.Factor(fit, groups.Count, ClusterCorrection.Cr1);
        Vector<double> contrast = fit.RootInverse.Row(term);
        _contrast = [.. contrast];
        Estimate = fit.Estimates[term];
        Matrix<double>[] squares = ClusterKernel.Squares(fit, groups);
        double[][] plain = ClusterKernel.Scores(fit, groups, fit.Residuals);
        double shift = Estimate / Sums.Dot(_contrast, _contrast);
        _own = new double[groups.Count];
        _scores = new double[groups.Count * _terms];
        _turned = new double[groups.Count * _terms];
        double[] observed = new double[groups.Count];
        for (int group = 0; group < groups.Count; group++)
        {
            double[] turned = [.. squares[group] * contrast];
            turned.CopyTo(_turned, group * _terms);
            for (int j = 0; j < _terms; j++)
            {
                _scores[(group * _terms) + j] = plain[group][j] + (shift * turned[j]);
            }

            _own[group] = Sums.Dot(_contrast, _scores.AsSpan(group * _terms, _terms));
            observed[group] = Sums.Dot(_contrast, plain[group]);
        }

        Statistic = Estimate / Math.Sqrt(_factor * Sums.Dot(observed, observed));
    }

    public int Clusters => _own.Length;

    public int Terms => _terms;

    public double Estimate { get; }

    /// <summary>Gets the clustered t of the data.</summary>
    public double Statistic { get; }

    /// <summary>Gives the clustered t of a draw.</summary>
    /// <param name="weights">What the residuals of each cluster are multiplied by.</param>
    /// <param name="sum">Room for one number per term.</param>
    public double StatisticOf(ReadOnlySpan<double> weights, Span<double> sum)
    {
        sum.Clear();
        for (int group = 0; group < weights.Length; group++)
        {
            for (int j = 0; j < _terms; j++)
            {
                sum[j] += weights[group] * _scores[(group * _terms) + j];
            }
        }

        double estimate = 0;
        for (int j = 0; j < _terms; j++)
        {
            estimate += _contrast[j] * sum[j];
        }

        double squares = 0;
        for (int group = 0; group < weights.Length; group++)
        {
            double score = weights[group] * _own[group];
            for (int j = 0; j < _terms; j++)
            {
                score -= _turned[(group * _terms) + j] * sum[j];
            }

            squares += score * score;
        }

        return estimate / Math.Sqrt(_factor * squares);
    }
}
