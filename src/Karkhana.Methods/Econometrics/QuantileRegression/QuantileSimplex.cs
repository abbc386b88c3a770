using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Finds the vertex of least Σ ρ_τ(y − x'b): a fit through as many rows as there are terms.</summary>
/// <remarks>
/// From a vertex, the edge of steepest descent per unit of length is followed to its lowest point, the weighted median of
/// the rows it crosses; that row takes the place of the one that was left (Koenker and d'Orey 1987; the line search is
/// that of Barrodale and Roberts 1973). The design is made orthonormal first. Ties are told apart by shifts of 1e-9 of the
/// spread, so that every step descends and none is taken twice; the estimates go through the true rows.
/// Cost: (n·k + n log n) a step, some tens to hundreds of steps.
/// </remarks>
internal sealed class QuantileSimplex
{
    private const double Shift = 1e-9;
    private const double Tolerance = 1e-10;
    private const double Independent = 1e-4;
    private const double GoldenRatio = 0.6180339887498949;
    private const int StepsPerTerm = 5000;

    private readonly double[] _rows;
    private readonly double[] _shifted;
    private readonly int _terms;
    private readonly double _quantile;
    private readonly int[] _basis;
    private readonly double[] _residuals;

    private QuantileSimplex(LeastSquaresFit start, double quantile)
    {
        _terms = start.TermCount;
        _quantile = quantile;
        _residuals = [.. start.Residuals];
        _rows = start.Q.ToRowMajorArray();
        Vector<double> outcome = start.Design.WeightedOutcome();
        double spread = Math.Max(_residuals.Max(Math.Abs), 1e-6 * outcome.AbsoluteMaximum());
        double unit = Shift * (spread > 0 ? spread : 1);
        _shifted = [.. outcome.Select((value, row) => value + (unit * ((((row + 1) * GoldenRatio) % 1) - 0.5)))];
        _basis = FirstBasis();
    }

    /// <summary>Fits one quantile.</summary>
    /// <param name="start">The least-squares fit of the same model.</param>
    /// <param name="quantile">The quantile, above 0 and below 1.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    public static QuantileVertex Solve(LeastSquaresFit start, double quantile, CancellationToken cancellationToken)
    {
        QuantileSimplex simplex = new(start, quantile);
        int steps = 0;
        int most = StepsPerTerm * start.TermCount;
        double slack = simplex.Step();
        while (slack < -Tolerance && steps < most)
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps++;
            slack = simplex.Step();
        }

        Matrix<double> x = Matrix<double>.Build.Dense(
            start.TermCount, start.TermCount, (i, term) => start.Design.Columns[term][simplex._basis[i]]);
        Vector<double> y = Vector<double>.Build.Dense(start.TermCount, i => start.Design.Outcome[simplex._basis[i]]);
        double[] estimates = [.. x.Solve(y)];
        return new QuantileVertex(estimates, simplex._basis, steps, slack >= -Tolerance, slack <= Tolerance);
    }

    // The rows nearest to the quantile of the residuals that are not nearly dependent.
    private int[] FirstBasis()
    {
        double[] sorted = [.. _residuals.Order()];
        double centre = Core.Inference.Quantiles.Type7(sorted, _quantile);
        int[] order = [.. Enumerable.Range(0, _residuals.Length).OrderBy(row => Math.Abs(_residuals[row] - centre))];
        for (double tolerance = Independent; ; tolerance /= 100)
        {
            List<int> basis = [];
            List<double[]> directions = [];
            foreach (int row in order)
            {
                double[] rest = _rows.AsSpan(row * _terms, _terms).ToArray();
                double before = Math.Sqrt(Sums.Dot(rest, rest));
                foreach (double[] direction in directions.Concat(directions))
                {
                    double share = Sums.Dot(direction, rest);
                    for (int term = 0; term < rest.Length; term++)
                    {
                        rest[term] -= share * direction[term];
                    }
                }

                double after = Math.Sqrt(Sums.Dot(rest, rest));
                if (after > tolerance * before)
                {
                    basis.Add(row);
                    directions.Add(Array.ConvertAll(rest, value => value / after));
                }

                if (basis.Count == _terms)
                {
                    return [.. basis];
                }
            }
        }
    }

    /// <summary>Takes one step when there is one down; gives the least slope per unit of length of all edges.</summary>
    private double Step()
    {
        Matrix<double> inverse = Matrix<double>.Build.Dense(_terms, _terms, (i, term) => _rows[(_basis[i] * _terms) + term]).Inverse();
        Refresh(inverse);
        Vector<double> pull = Pull();
        (double best, int leaving, int sign) = (double.PositiveInfinity, -1, 1);
        for (int edge = 0; edge < _terms; edge++)
        {
            Vector<double> direction = inverse.Column(edge);
            double slope = pull.DotProduct(direction);
            double length = direction.L2Norm();
            (double up, double down) = ((1 - _quantile + slope) / length, (_quantile - slope) / length);
            if (Math.Min(up, down) < best)
            {
                (best, leaving, sign) = (Math.Min(up, down), edge, up <= down ? 1 : -1);
            }
        }

        if (best < -Tolerance)
        {
            Vector<double> direction = sign * inverse.Column(leaving);
            _basis[leaving] = Lowest([.. direction], best * direction.L2Norm(), _basis[leaving]);
        }

        return best;
    }

    private void Refresh(Matrix<double> inverse)
    {
        double[] estimates = [.. inverse * Vector<double>.Build.Dense(_terms, i => _shifted[_basis[i]])];
        for (int row = 0; row < _residuals.Length; row++)
        {
            double fitted = 0;
            for (int term = 0; term < _terms; term++)
            {
                fitted += _rows[(row * _terms) + term] * estimates[term];
            }

            _residuals[row] = _shifted[row] - fitted;
        }

        foreach (int row in _basis)
        {
            _residuals[row] = 0;
        }
    }

    // Σ ψ x over the rows off the plane: −τ above it, 1 − τ below.
    private Vector<double> Pull()
    {
        double[] pull = new double[_terms];
        for (int row = 0; row < _residuals.Length; row++)
        {
            double weight = _residuals[row] > 0 ? -_quantile : _residuals[row] < 0 ? 1 - _quantile : 0;
            for (int term = 0; term < _terms; term++)
            {
                pull[term] += weight * _rows[(row * _terms) + term];
            }
        }

        return Vector<double>.Build.Dense(pull);
    }

    // The row at which the slope along the edge turns from down to up.
    private int Lowest(double[] direction, double slope, int leaving)
    {
        List<double> steps = [];
        List<(int Row, double Turn)> crossed = [];
        for (int row = 0; row < _residuals.Length; row++)
        {
            double change = 0;
            for (int term = 0; term < _terms; term++)
            {
                change += _rows[(row * _terms) + term] * direction[term];
            }

            if (_residuals[row] != 0 && _residuals[row] / change is > 0 and < double.PositiveInfinity)
            {
                steps.Add(_residuals[row] / change);
                crossed.Add((row, Math.Abs(change)));
            }
        }

        double[] keys = [.. steps];
        (int Row, double Turn)[] rows = [.. crossed];
        Array.Sort(keys, rows);
        int entering = leaving;
        for (int i = 0; i < rows.Length && slope < 0; i++)
        {
            slope += rows[i].Turn;
            entering = rows[i].Row;
        }

        return entering;
    }
}
