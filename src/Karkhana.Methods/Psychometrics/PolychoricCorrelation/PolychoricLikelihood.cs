using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The likelihood of a table over θ (ρ = sin θ) and the thresholds of both items together.</summary>
/// <remarks>
/// ln L = Σ n_kl ln P_kl with P_kl a signed sum of Φ₂ at four corners (a_i, b_j). All derivatives are closed: ∂Φ₂/∂a =
/// φ(a)Φ((b − ρa)/√(1 − ρ²)), ∂²Φ₂/∂a² = −a ∂Φ₂/∂a − ρφ₂, ∂²Φ₂/∂a∂b = φ₂, ∂²Φ₂/∂a∂θ = −(a − ρb)/(1 − ρ²) ∂Φ₂/∂θ. A
/// corner's weight in the Hessian of ln L is the signed sum of n/P over its four cells. Parameters: θ, row thresholds,
/// column thresholds.
/// Source: Olsson 1979, doi:10.1007/BF02296207.
/// </remarks>
internal sealed class PolychoricLikelihood(ContingencyTable table)
{
    private const int MostSteps = 100;
    private const int MostHalvings = 40;
    private const double Precision = 1e-10;

    private readonly int _size = 1 + (table.Rows - 1) + (table.Columns - 1);

    /// <summary>Maximises from the two-step estimate.</summary>
    public LatentCorrelation Maximise(double theta, double[] rowCuts, double[] columnCuts)
    {
        double[] parameters = [theta, .. rowCuts[1..^1], .. columnCuts[1..^1]];
        State state = At(parameters)!;
        for (int step = 0; step < MostSteps; step++)
        {
            Vector<double> direction = Direction(state);
            State? next = Advance(state, parameters, direction);
            if (next is null || direction.AbsoluteMaximum() <= Precision)
            {
                return Result(next ?? state, next is not null || direction.AbsoluteMaximum() <= 1e-6);
            }

            state = next;
            parameters = next.Parameters;
        }

        return Result(state, converged: false);
    }

    // Away from the maximum the likelihood may bend upwards; the outer products always point towards it.
    private static Vector<double> Direction(State state) =>
        PositiveDefinite.Solve(-state.Hessian, state.Gradient) ?? state.OuterProducts.Solve(state.Gradient);

    private State? Advance(State state, double[] parameters, Vector<double> direction)
    {
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            State? next = At([.. parameters.Select((value, i) => value + (share * direction[i]))]);
            if (next is not null && next.LogLikelihood >= state.LogLikelihood - (1e-12 * Math.Abs(state.LogLikelihood)))
            {
                return next;
            }
        }

        return null;
    }

    private static LatentCorrelation Result(State state, bool converged)
    {
        double theta = state.Parameters[0];
        double variance = PositiveDefinite.InverseAt(-state.Hessian, 0);

        // At the maximum the error of ρ is that of θ times dρ/dθ.
        return new LatentCorrelation(Math.Sin(theta), Math.Sqrt(variance) * NormalAngle.OfTheta(theta).Cos, converged);
    }

    /// <summary>Evaluates at parameters; null where the thresholds are out of order or an observed cell has no
    /// probability.</summary>
    private State? At(double[] parameters)
    {
        double[] rowCuts = [double.NegativeInfinity, .. parameters[1..table.Rows], double.PositiveInfinity];
        double[] columnCuts = [double.NegativeInfinity, .. parameters[table.Rows..], double.PositiveInfinity];
        if (!(Math.Abs(parameters[0]) < Math.PI / 2) || !Ordered(rowCuts) || !Ordered(columnCuts))
        {
            return null;
        }

        RectangleGrid grid = new(rowCuts, columnCuts);
        grid.Turn(parameters[0]);
        CornerSlopes corners = new(grid);
        double[,] ratios = new double[table.Rows + 2, table.Columns + 2]; // n/P with a border of zeros
        State state = new(parameters, _size);
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                double count = table[row, column];
                double probability = count > 0 ? grid.Probability(row, column) : 1;
                if (!(probability > 0))
                {
                    return null;
                }

                ratios[row + 1, column + 1] = count / probability;
                if (count > 0)
                {
                    state.LogLikelihood += count * Math.Log(probability);
                    AddCell(state, corners, (row, column), count / probability, probability);
                }
            }
        }

        AddCorners(state, corners, ratios);
        return state;
    }

    private static bool Ordered(double[] cuts) => Enumerable.Range(1, cuts.Length - 1).All(i => cuts[i] > cuts[i - 1]);

    /// <summary>Adds a cell's part of the gradient and of the outer products.</summary>
    private void AddCell(State state, CornerSlopes corners, (int Row, int Column) cell, double ratio, double probability)
    {
        (int row, int column) = cell;
        Span<(int Place, double Slope)> slopes =
        [
            (0, corners.Grid.Slope(row, column)),
            (RowPlace(row + 1), corners.ByRow(row + 1, column + 1) - corners.ByRow(row + 1, column)),
            (RowPlace(row), corners.ByRow(row, column) - corners.ByRow(row, column + 1)),
            (ColumnPlace(column + 1), corners.ByColumn(row + 1, column + 1) - corners.ByColumn(row, column + 1)),
            (ColumnPlace(column), corners.ByColumn(row, column) - corners.ByColumn(row + 1, column)),
        ];
        foreach ((int place, double slope) in slopes)
        {
            if (place >= 0)
            {
                state.Gradient[place] += ratio * slope;
                foreach ((int other, double otherSlope) in slopes)
                {
                    if (other >= 0)
                    {
                        state.OuterProducts[place, other] += ratio / probability * slope * otherSlope;
                    }
                }
            }
        }
    }

    /// <summary>Adds the second derivatives of all corners and takes off the outer products.</summary>
    private void AddCorners(State state, CornerSlopes corners, double[,] ratios)
    {
        for (int i = 1; i <= table.Rows; i++)
        {
            for (int j = 1; j <= table.Columns; j++)
            {
                double weight = ratios[i, j] - ratios[i + 1, j] - ratios[i, j + 1] + ratios[i + 1, j + 1];
                (int row, int column) = (RowPlace(i), ColumnPlace(j));
                state.Hessian[0, 0] += weight * corners.Grid.CornerCurvature(i, j);
                if (row >= 0)
                {
                    state.Hessian[row, row] += weight * corners.ByRowTwice(i, j);
                    AddBoth(state.Hessian, 0, row, weight * corners.ByRowAndTheta(i, j));
                }

                if (column >= 0)
                {
                    state.Hessian[column, column] += weight * corners.ByColumnTwice(i, j);
                    AddBoth(state.Hessian, 0, column, weight * corners.ByColumnAndTheta(i, j));
                }

                if (row >= 0 && column >= 0)
                {
                    AddBoth(state.Hessian, row, column, weight * corners.Density(i, j));
                }
            }
        }

        state.Hessian -= state.OuterProducts;
    }

    private static void AddBoth(Matrix<double> matrix, int row, int column, double value)
    {
        matrix[row, column] += value;
        matrix[column, row] += value;
    }

    // The outer cuts are infinite and no parameters.
    private int RowPlace(int cut) => cut == 0 || cut == table.Rows ? -1 : cut;

    private int ColumnPlace(int cut) => cut == 0 || cut == table.Columns ? -1 : table.Rows - 1 + cut;

    private sealed class State(double[] parameters, int size)
    {
        public double[] Parameters { get; } = parameters;

        public double LogLikelihood { get; set; }

        public Vector<double> Gradient { get; } = Vector<double>.Build.Dense(size);

        public Matrix<double> OuterProducts { get; } = Matrix<double>.Build.Dense(size, size);

        public Matrix<double> Hessian { get; set; } = Matrix<double>.Build.Dense(size, size);
    }
}
