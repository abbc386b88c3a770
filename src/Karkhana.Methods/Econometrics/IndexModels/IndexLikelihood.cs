using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The log-likelihood of a model with one index, less a ridge penalty, as a function of the coefficients and
/// of a shape parameter, if there is one, after them.</summary>
/// <remarks>Works in blocks of rows, column by column. Cost: k²/2 per row and evaluation, no memory beyond a
/// block.</remarks>
internal sealed class IndexLikelihood<TModel> : ISmoothObjective
    where TModel : struct, IIndexModel
{
    private readonly TModel _model;
    private readonly double[][] _columns;
    private readonly double[] _weights;
    private readonly double[] _penalties;
    private readonly bool _hasShape;
    private readonly double[][] _buffers;

    /// <summary>Initialises a new instance of the <see cref="IndexLikelihood{TModel}"/> class.</summary>
    /// <param name="model">The model of a row.</param>
    /// <param name="columns">The columns of x.</param>
    /// <param name="weights">How many observations a row stands for.</param>
    /// <param name="hasShape">Whether there is a shape parameter.</param>
    /// <param name="penalties">The ridge penalty of each coefficient: −p·b²/2; empty for none.</param>
    public IndexLikelihood(TModel model, double[][] columns, double[] weights, bool hasShape = false, double[]? penalties = null)
    {
        _model = model;
        _columns = columns;
        _weights = weights;
        _hasShape = hasShape;
        _penalties = penalties ?? [];
        _buffers = [.. Enumerable.Range(0, 8).Select(_ => new double[WeightedCrossProducts.BlockRows])];
    }

    /// <inheritdoc/>
    public int Count => _columns.Length + (_hasShape ? 1 : 0);

    /// <inheritdoc/>
    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        Array.Clear(gradient);
        Array.Clear(information);
        double total = 0;
        for (int first = 0; first < _weights.Length; first += WeightedCrossProducts.BlockRows)
        {
            int rows = Math.Min(WeightedCrossProducts.BlockRows, _weights.Length - first);
            FillBlock(parameters, first, rows);
            total += Sums.Sum(_buffers[1].AsSpan(0, rows));
            AddBlock(first, rows, gradient, information);
        }

        total -= Penalise(parameters, gradient, information);
        WeightedCrossProducts.Mirror(information, Count);
        return double.IsNaN(total) ? double.NegativeInfinity : total;
    }

    /// <summary>Gives the index of each row.</summary>
    public double[] Index(double[] parameters) => Index(_columns, parameters);

    /// <summary>Gives x'b of each row.</summary>
    public static double[] Index(double[][] columns, double[] coefficients)
    {
        double[] index = new double[columns.Length == 0 ? 0 : columns[0].Length];
        for (int j = 0; j < columns.Length; j++)
        {
            Add(index, columns[j], coefficients[j]);
        }

        return index;
    }

    /// <summary>Gives the first derivatives of each row, one column per parameter, without the penalty.</summary>
    public double[][] Scores(double[] parameters)
    {
        double[][] scores = [.. Enumerable.Range(0, Count).Select(_ => new double[_weights.Length])];
        double[] index = Index(parameters);
        double shape = _hasShape ? parameters[^1] : 0;
        for (int row = 0; row < index.Length; row++)
        {
            RowLikelihood at = _model.At(row, index[row], shape);
            for (int j = 0; j < _columns.Length; j++)
            {
                scores[j][row] = _weights[row] * at.Slope * _columns[j][row];
            }

            if (_hasShape)
            {
                scores[^1][row] = _weights[row] * at.ShapeSlope;
            }
        }

        return scores;
    }

    /// <summary>Gives Σ w·v·xx' for a value v of each row.</summary>
    public Matrix<double> CrossProducts(Func<int, double> value)
    {
        int k = _columns.Length;
        double[] target = new double[k * k];
        for (int first = 0; first < _weights.Length; first += WeightedCrossProducts.BlockRows)
        {
            int rows = Math.Min(WeightedCrossProducts.BlockRows, _weights.Length - first);
            for (int row = 0; row < rows; row++)
            {
                _buffers[0][row] = _weights[first + row] * value(first + row);
            }

            WeightedCrossProducts.Add(_columns, first, _buffers[0].AsSpan(0, rows), target, k, _buffers[7]);
        }

        WeightedCrossProducts.Mirror(target, k);
        return Matrix<double>.Build.Dense(k, k, target);
    }

    private static void Add(Span<double> index, ReadOnlySpan<double> column, double coefficient)
    {
        for (int row = 0; row < index.Length; row++)
        {
            index[row] += coefficient * column[row];
        }
    }

    private void FillBlock(double[] parameters, int first, int rows)
    {
        Span<double> index = _buffers[0].AsSpan(0, rows);
        index.Clear();
        for (int j = 0; j < _columns.Length; j++)
        {
            Add(index, _columns[j].AsSpan(first, rows), parameters[j]);
        }

        double shape = _hasShape ? parameters[^1] : 0;
        for (int row = 0; row < rows; row++)
        {
            RowLikelihood at = _model.At(first + row, index[row], shape);
            double weight = _weights[first + row];
            _buffers[1][row] = weight * at.Value;
            _buffers[2][row] = weight * at.Slope;
            _buffers[3][row] = weight * at.Curvature;
            _buffers[4][row] = weight * at.ShapeSlope;
            _buffers[5][row] = weight * at.ShapeCurvature;
            _buffers[6][row] = weight * at.CrossCurvature;
        }
    }

    private void AddBlock(int first, int rows, double[] gradient, double[] information)
    {
        for (int j = 0; j < _columns.Length; j++)
        {
            gradient[j] += Sums.Dot(_buffers[2].AsSpan(0, rows), _columns[j].AsSpan(first, rows));
        }

        WeightedCrossProducts.Add(_columns, first, _buffers[3].AsSpan(0, rows), information, Count, _buffers[7]);
        if (!_hasShape)
        {
            return;
        }

        int last = (Count - 1) * Count;
        for (int j = 0; j < _columns.Length; j++)
        {
            information[last + j] += Sums.Dot(_buffers[6].AsSpan(0, rows), _columns[j].AsSpan(first, rows));
        }

        gradient[^1] += Sums.Sum(_buffers[4].AsSpan(0, rows));
        information[^1] += Sums.Sum(_buffers[5].AsSpan(0, rows));
    }

    private double Penalise(double[] parameters, double[] gradient, double[] information)
    {
        double penalty = 0;
        for (int j = 0; j < _penalties.Length; j++)
        {
            penalty += 0.5 * _penalties[j] * parameters[j] * parameters[j];
            gradient[j] -= _penalties[j] * parameters[j];
            information[(j * Count) + j] += _penalties[j];
        }

        return penalty;
    }
}
