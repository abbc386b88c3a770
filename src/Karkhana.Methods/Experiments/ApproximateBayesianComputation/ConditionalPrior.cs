using Karkhana.Core.Errors;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>Draws of some parameters given the others, with the correlations of their joint prior.</summary>
/// <remarks>Normal scores given normal scores: mean R₂₁R₁₁⁻¹z₁, covariance R₂₂ − R₂₁R₁₁⁻¹R₁₂. Without correlations the prior itself.</remarks>
public sealed class ConditionalPrior
{
    private const double Least = 1e-16;

    private readonly IReadOnlyList<ParameterPrior> _parameters;
    private readonly int[] _known;
    private readonly int[] _others;
    private readonly double[,] _slopes;
    private readonly double[,] _root;

    internal ConditionalPrior(IReadOnlyList<ParameterPrior> parameters, Matrix<double> correlations, IReadOnlyList<int> known)
    {
        _parameters = parameters;
        _known = [.. known];
        Require.That(
            _known.All(place => place >= 0 && place < parameters.Count) && _known.Distinct().Count() == _known.Length, nameof(known),
            $"must be different positions from 0 to {parameters.Count - 1}; they were {string.Join(", ", _known)}");
        _others = [.. Enumerable.Range(0, parameters.Count).Except(_known)];
        _slopes = new double[_others.Length, _known.Length];
        _root = new double[_others.Length, _others.Length];
        if (_others.Length == 0)
        {
            return;
        }

        Matrix<double> rest = Part(correlations, _others, _others);
        if (_known.Length > 0)
        {
            Matrix<double> across = Part(correlations, _others, _known);
            Matrix<double> slopes = across * Part(correlations, _known, _known).Inverse();
            _slopes = slopes.ToArray();
            rest -= slopes * across.Transpose();
        }

        _root = ((rest + rest.Transpose()) / 2).Cholesky().Factor.ToArray();
    }

    /// <summary>Gets the positions of the parameters that are drawn, ascending.</summary>
    public IReadOnlyList<int> Others => _others;

    /// <summary>Draws the others.</summary>
    /// <param name="known">The values of those that are known, in the order of their positions.</param>
    /// <param name="independent">A standard normal number for each that is drawn.</param>
    /// <param name="values">Receives the values of those that are drawn.</param>
    public void Draw(ReadOnlySpan<double> known, ReadOnlySpan<double> independent, Span<double> values)
    {
        Require.SameLength(_known.Length, known.Length, nameof(known));
        Require.SameLength(_others.Length, independent.Length, nameof(independent));
        Require.SameLength(_others.Length, values.Length, nameof(values));
        Span<double> scores = stackalloc double[known.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = Normal.InvCDF(0, 1, Math.Clamp(_parameters[_known[i]].Probability(known[i]), Least, 1 - Least));
        }

        for (int row = 0; row < values.Length; row++)
        {
            double score = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                score += _slopes[row, i] * scores[i];
            }

            for (int column = 0; column <= row; column++)
            {
                score += _root[row, column] * independent[column];
            }

            values[row] = _parameters[_others[row]].Quantile(Math.Clamp(Normal.CDF(0, 1, score), double.Epsilon, 1 - Least));
        }
    }

    /// <summary>Gives a whole set of values: those that are known, and the others drawn.</summary>
    /// <param name="known">The values of those that are known, in the order of their positions.</param>
    /// <param name="draw">Gives the standard normal number of each that is drawn, by its order among them.</param>
    /// <returns>A value for each parameter of the prior.</returns>
    public double[] Complete(ReadOnlySpan<double> known, Func<int, double> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        double[] independent = new double[_others.Length];
        for (int i = 0; i < independent.Length; i++)
        {
            independent[i] = draw(i);
        }

        double[] drawn = new double[independent.Length];
        Draw(known, independent, drawn);
        double[] values = new double[_parameters.Count];
        for (int i = 0; i < _known.Length; i++)
        {
            values[_known[i]] = known[i];
        }

        for (int i = 0; i < drawn.Length; i++)
        {
            values[_others[i]] = drawn[i];
        }

        return values;
    }

    private static Matrix<double> Part(Matrix<double> whole, int[] rows, int[] columns) =>
        Matrix<double>.Build.Dense(rows.Length, columns.Length, (row, column) => whole[rows[row], columns[column]]);
}
