using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>The log-likelihood of the multinomial logit; coefficients of category 1, then of 2, and so on, category 0 being
/// the base.</summary>
/// <remarks>Cost: J²k²/4 per row and evaluation for J other categories and k terms.</remarks>
internal sealed class MultinomialLikelihood : ISmoothObjective
{
    private readonly double[][] _columns;
    private readonly int[] _codes;
    private readonly double[] _weights;
    private readonly int _others;
    private readonly double[][] _shares;
    private readonly double[] _buffer = new double[WeightedCrossProducts.BlockRows];
    private readonly double[] _scratch = new double[WeightedCrossProducts.BlockRows];
    private readonly double[] _block;

    public MultinomialLikelihood(double[][] columns, int[] codes, int categories, double[] weights)
    {
        (_columns, _codes, _weights, _others) = (columns, codes, weights, categories - 1);
        _shares = [.. Enumerable.Range(0, _others).Select(_ => new double[WeightedCrossProducts.BlockRows])];
        _block = new double[columns.Length * columns.Length];
    }

    /// <inheritdoc/>
    public int Count => _others * _columns.Length;

    /// <inheritdoc/>
    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        Array.Clear(gradient);
        Array.Clear(information);
        double total = 0;
        for (int first = 0; first < _codes.Length; first += WeightedCrossProducts.BlockRows)
        {
            int rows = Math.Min(WeightedCrossProducts.BlockRows, _codes.Length - first);
            FillIndices(parameters, first, rows);
            total += FillShares(first, rows);
            AddGradient(first, rows, gradient);
            AddInformation(first, rows, information);
        }

        return double.IsNaN(total) ? double.NegativeInfinity : total;
    }

    /// <summary>Gives the probability of each category, base first, for each row.</summary>
    public double[][] Probabilities(double[] parameters)
    {
        double[][] probabilities = [.. Enumerable.Range(0, _others + 1).Select(_ => new double[_codes.Length])];
        for (int first = 0; first < _codes.Length; first += WeightedCrossProducts.BlockRows)
        {
            int rows = Math.Min(WeightedCrossProducts.BlockRows, _codes.Length - first);
            FillIndices(parameters, first, rows);
            FillShares(first, rows);
            for (int row = 0; row < rows; row++)
            {
                double others = 0;
                for (int j = 0; j < _others; j++)
                {
                    others += probabilities[j + 1][first + row] = _shares[j][row];
                }

                probabilities[0][first + row] = Math.Max(0, 1 - others);
            }
        }

        return probabilities;
    }

    private void FillIndices(double[] parameters, int first, int rows)
    {
        for (int j = 0; j < _others; j++)
        {
            Span<double> index = _shares[j].AsSpan(0, rows);
            index.Clear();
            for (int i = 0; i < _columns.Length; i++)
            {
                double coefficient = parameters[(j * _columns.Length) + i];
                ReadOnlySpan<double> column = _columns[i].AsSpan(first, rows);
                for (int row = 0; row < rows; row++)
                {
                    index[row] += coefficient * column[row];
                }
            }
        }
    }

    // Turns indices into probabilities and gives the log-likelihood of the block.
    private double FillShares(int first, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            double greatest = 0; // the index of the base
            for (int j = 0; j < _others; j++)
            {
                greatest = Math.Max(greatest, _shares[j][row]);
            }

            int code = _codes[first + row];
            double own = code == 0 ? 0 : _shares[code - 1][row];
            double sum = Math.Exp(-greatest);
            for (int j = 0; j < _others; j++)
            {
                sum += _shares[j][row] = Math.Exp(_shares[j][row] - greatest);
            }

            for (int j = 0; j < _others; j++)
            {
                _shares[j][row] /= sum;
            }

            _buffer[row] = _weights[first + row] * (own - greatest - Math.Log(sum));
        }

        return Sums.Sum(_buffer.AsSpan(0, rows));
    }

    private void AddGradient(int first, int rows, double[] gradient)
    {
        for (int j = 0; j < _others; j++)
        {
            for (int row = 0; row < rows; row++)
            {
                _buffer[row] = _weights[first + row] * ((_codes[first + row] == j + 1 ? 1 : 0) - _shares[j][row]);
            }

            for (int i = 0; i < _columns.Length; i++)
            {
                gradient[(j * _columns.Length) + i] += Sums.Dot(_buffer.AsSpan(0, rows), _columns[i].AsSpan(first, rows));
            }
        }
    }

    private void AddInformation(int first, int rows, double[] information)
    {
        int k = _columns.Length;
        for (int j = 0; j < _others; j++)
        {
            for (int l = 0; l <= j; l++)
            {
                for (int row = 0; row < rows; row++)
                {
                    _buffer[row] = _weights[first + row] * _shares[j][row] * ((j == l ? 1 : 0) - _shares[l][row]);
                }

                Array.Clear(_block);
                WeightedCrossProducts.Add(_columns, first, _buffer.AsSpan(0, rows), _block, k, _scratch);
                for (int a = 0; a < k; a++)
                {
                    for (int b = 0; b < k; b++)
                    {
                        double value = _block[(Math.Max(a, b) * k) + Math.Min(a, b)];
                        information[(((j * k) + a) * Count) + (l * k) + b] += value;
                        information[(((l * k) + b) * Count) + (j * k) + a] += j == l ? 0 : value;
                    }
                }
            }
        }
    }
}
