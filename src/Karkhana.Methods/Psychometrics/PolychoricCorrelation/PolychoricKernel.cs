using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Estimates the correlation behind a table of two ordered items.</summary>
internal static class PolychoricKernel
{
    private const int MostSteps = 200;
    private const double Precision = 1e-11;

    /// <summary>Estimates all two-step correlations of complete answers, one after another.</summary>
    public static Matrix<double> Correlations(ItemResponses complete, CancellationToken cancellationToken)
    {
        var responses = CategoryResponses.Observed(complete);
        Matrix<double> correlations = Matrix<double>.Build.DenseIdentity(complete.Items.Count);
        for (int item = 1; item < complete.Items.Count; item++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int other = 0; other < item; other++)
            {
                correlations[item, other] = correlations[other, item] =
                    Estimate(ContingencyTable.Of(responses, item, other, 0), LatentCorrelationMethod.TwoStep).Estimate;
            }
        }

        return correlations;
    }

    /// <summary>Estimates one correlation; NaN when an item has a single category.</summary>
    public static LatentCorrelation Estimate(ContingencyTable table, LatentCorrelationMethod method)
    {
        if (table.Rows < 2 || table.Columns < 2)
        {
            return new LatentCorrelation(double.NaN, double.NaN, true);
        }

        int perfect = table.PerfectOrder();
        if (perfect != 0)
        {
            return LatentCorrelation.Perfect(perfect);
        }

        double[] rowCuts = ContingencyTable.Cuts(table.RowTotals());
        double[] columnCuts = ContingencyTable.Cuts(table.ColumnTotals());
        (double theta, bool converged) = Maximise(table, new RectangleGrid(rowCuts, columnCuts));
        return method == LatentCorrelationMethod.TwoStep
            ? new LatentCorrelation(Math.Sin(theta), double.NaN, converged)
            : new PolychoricLikelihood(table).Maximise(theta, rowCuts, columnCuts);
    }

    /// <summary>Finds where Σ n ln P is greatest over θ: Newton's steps, halving the bracket where they leave it.</summary>
    /// <remarks>Unless the order is perfect, some cell that was observed vanishes at either end, so that the slope is
    /// +∞ at −π/2 and −∞ at π/2 and the bracket holds a maximum.</remarks>
    private static (double Theta, bool Converged) Maximise(ContingencyTable table, RectangleGrid grid)
    {
        (double low, double high) = (-Math.PI / 2, Math.PI / 2);
        double theta = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            grid.Turn(theta);
            (double slope, double curvature) = Derivatives(table, grid);
            (low, high) = slope > 0 ? (theta, high) : (low, theta);
            double next = theta - (slope / curvature);
            if (!(curvature < 0 && next >= low && next <= high))
            {
                next = (low + high) / 2;
            }

            double moved = Math.Abs(next - theta);
            theta = next;
            if (moved <= Precision * Math.Max(Math.Abs(grid.Angle.Cos), 1e-8))
            {
                return (theta, true);
            }
        }

        return (theta, false);
    }

    private static (double Slope, double Curvature) Derivatives(ContingencyTable table, RectangleGrid grid)
    {
        (double slope, double curvature) = (0, 0);
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                double count = table[row, column];
                if (count > 0)
                {
                    double probability = grid.Probability(row, column);
                    if (!(probability > 0))
                    {
                        // Too near ±1 for a cell that was observed: back towards the middle.
                        return (-Math.Sign(grid.Angle.Sin), double.NaN);
                    }

                    double relative = grid.Slope(row, column) / probability;
                    slope += count * relative;
                    curvature += count * ((grid.Curvature(row, column) / probability) - (relative * relative));
                }
            }
        }

        return (slope, curvature);
    }
}
