using Karkhana.Core.Errors;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>The priors of all parameters, with the correlations of their normal scores (a Gaussian copula).</summary>
/// <remarks>
/// Each parameter is the quantile of its prior at Φ(z); z is normal with mean zero, unit variances and the given correlations. With
/// normal shapes without bounds that is the multivariate normal, so that the covariance of estimates travels into a simulation.
/// Searches move in z, where nothing has a bound and every prior looks alike.
/// </remarks>
public sealed class JointPrior
{
    private readonly Matrix<double> _root;

    /// <summary>Initialises the priors.</summary>
    /// <param name="parameters">One prior per parameter, with different names.</param>
    /// <param name="correlations">Their correlations, symmetric with ones on the diagonal; null for independent priors.</param>
    public JointPrior(IReadOnlyList<ParameterPrior> parameters, double[,]? correlations = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Require.That(parameters.Count > 0, nameof(parameters), "must hold at least one parameter");
        foreach (ParameterPrior parameter in parameters)
        {
            parameter.Check();
        }

        string[] twice = [.. parameters.GroupBy(parameter => parameter.Name).Where(group => group.Count() > 1).Select(group => group.Key)];
        Require.That(twice.Length == 0, nameof(parameters), $"must have different names; {string.Join(", ", twice)} came more than once");
        Parameters = [.. parameters];
        _root = RootOf(parameters.Count, correlations);
        Precision = (_root * _root.Transpose()).Inverse().ToArray();
    }

    /// <summary>Gets the priors.</summary>
    public IReadOnlyList<ParameterPrior> Parameters { get; }

    /// <summary>Gets the correlations of the normal scores.</summary>
    public double[,] Correlations => (_root * _root.Transpose()).ToArray();

    /// <summary>Gets the inverse of the correlations.</summary>
    internal double[,] Precision { get; }

    /// <summary>Turns independent standard normal numbers into a draw of the parameters.</summary>
    /// <param name="independent">One number per parameter.</param>
    /// <param name="values">Receives the parameters.</param>
    public void Draw(ReadOnlySpan<double> independent, Span<double> values)
    {
        Require.SameLength(Parameters.Count, independent.Length, nameof(independent));
        Span<double> scores = stackalloc double[Parameters.Count];
        Scores(independent, scores);
        Values(scores, values);
    }

    internal void Scores(ReadOnlySpan<double> independent, Span<double> scores)
    {
        for (int row = 0; row < scores.Length; row++)
        {
            double sum = 0;
            for (int column = 0; column <= row; column++)
            {
                sum += _root[row, column] * independent[column];
            }

            scores[row] = sum;
        }
    }

    internal void Values(ReadOnlySpan<double> scores, Span<double> values)
    {
        Require.SameLength(Parameters.Count, values.Length, nameof(values));
        for (int i = 0; i < scores.Length; i++)
        {
            values[i] = Parameters[i].Quantile(Math.Clamp(Normal.CDF(0, 1, scores[i]), double.Epsilon, 1 - 1e-16));
        }
    }

    /// <summary>Gives the logarithm of the density of scores, up to a constant.</summary>
    /// <param name="scores">One score per parameter.</param>
    /// <returns>The logarithm.</returns>
    internal double LogDensity(ReadOnlySpan<double> scores) => -0.5 * QuadraticForm.Of(Precision, scores);

    /// <summary>Gives the priors of some of the parameters.</summary>
    /// <param name="kept">Their positions, ascending, at least one.</param>
    /// <returns>Their joint prior.</returns>
    public JointPrior Of(IReadOnlyList<int> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        Matrix<double> all = _root * _root.Transpose();
        double[,] correlations = new double[kept.Count, kept.Count];
        for (int i = 0; i < kept.Count; i++)
        {
            for (int j = 0; j < kept.Count; j++)
            {
                correlations[i, j] = i == j ? 1 : (all[kept[i], kept[j]] + all[kept[j], kept[i]]) / 2;
            }
        }

        return new JointPrior([.. kept.Select(i => Parameters[i])], correlations);
    }

    /// <summary>Gives what is believed of the other parameters once some are known.</summary>
    /// <param name="known">The positions of those that are known, ascending.</param>
    /// <returns>Draws of the others.</returns>
    public ConditionalPrior Given(IReadOnlyList<int> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new ConditionalPrior(Parameters, _root * _root.Transpose(), known);
    }

    private static Matrix<double> RootOf(int count, double[,]? correlations)
    {
        if (correlations is null)
        {
            return Matrix<double>.Build.DenseIdentity(count);
        }

        Require.That(
            correlations.GetLength(0) == count && correlations.GetLength(1) == count, nameof(correlations),
            $"must be {count} by {count}; it was {correlations.GetLength(0)} by {correlations.GetLength(1)}");
        Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(correlations);
        Require.That(
            matrix.IsSymmetric() && matrix.Diagonal().All(one => one == 1), nameof(correlations),
            "must be symmetric with ones on the diagonal");
        try
        {
            return matrix.Cholesky().Factor;
        }
        catch (ArgumentException)
        {
            throw new ArgumentException("must be positive definite: a parameter is a sum of others", nameof(correlations));
        }
    }
}
