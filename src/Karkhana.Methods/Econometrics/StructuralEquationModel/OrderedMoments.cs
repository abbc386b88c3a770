using Karkhana.Core.Errors;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Thresholds and polychoric correlations of ordered columns with their joint asymptotic covariance.</summary>
/// <remarks>
/// Thresholds from the margins, then each correlation with the thresholds held. A case moves the thresholds of a column by
/// A₁₁⁻¹g and a correlation by (g_ρ − A₂₁A₁₁⁻¹g)/A₂₂, with g the case's scores and A their products summed over cases; the
/// covariance is the sum of the products of these moves. Source: Muthén 1984, doi:10.1007/BF02294210; Olsson 1979,
/// doi:10.1007/BF02296207.
/// </remarks>
internal sealed class OrderedMoments
{
    private OrderedMoments(OrderedThreshold[] thresholds, Matrix<double> correlations, Matrix<double> covariance) =>
        (Thresholds, Correlations, Covariance) = (thresholds, correlations, covariance);

    public IReadOnlyList<OrderedThreshold> Thresholds { get; }

    public Matrix<double> Correlations { get; }

    /// <summary>Gets the covariance of the correlations, pairs in the order of <see cref="Pairs"/>.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>Gives the pairs of variables: (1, 0), (2, 0), (2, 1), …</summary>
    public static IEnumerable<(int Item, int Other)> Pairs(int variables) => Enumerable.Range(0, variables)
        .SelectMany(item => Enumerable.Range(0, item).Select(other => (item, other)));

    public static OrderedMoments Of(ItemResponses complete, CancellationToken cancellationToken)
    {
        var categories = CategoryResponses.Observed(complete);
        int variables = complete.Items.Count;
        Matrix<double>[] moves = [.. Enumerable.Range(0, variables).Select(item => ThresholdMoves(complete, categories, item))];
        (int Item, int Other)[] pairs = [.. Pairs(variables)];
        Matrix<double> correlations = Matrix<double>.Build.DenseIdentity(variables);
        Matrix<double> pairMoves = Matrix<double>.Build.Dense(complete.Respondents, pairs.Length);
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int item, int other) = pairs[pair];
            var table = ContingencyTable.Of(categories, item, other, 0);
            double estimate = PolychoricKernel.Estimate(table, LatentCorrelationMethod.TwoStep).Estimate;
            Require.That(Math.Abs(estimate) < 1, "sample",
                $"must hold ordered columns that contradict each other's order somewhere; {complete.Items[other]} and {complete.Items[item]} never do, so that their correlation is {(estimate > 0 ? 1 : -1)}");
            correlations[item, other] = correlations[other, item] = estimate;
            pairMoves.SetColumn(pair, PairMoves(table, estimate, categories, (item, other), (moves[item], moves[other])));
        }

        return new OrderedMoments(
            [.. Enumerable.Range(0, variables).SelectMany(item => ThresholdsOf(complete, item, moves[item]))],
            correlations, pairMoves.TransposeThisAndMultiply(pairMoves));
    }

    private static IEnumerable<OrderedThreshold> ThresholdsOf(ItemResponses complete, int item, Matrix<double> moves)
    {
        double[] cuts = ContingencyTable.CutsOf(complete.Answers[item])[1..^1];
        return cuts.Select((cut, k) => new OrderedThreshold(
            FormattableString.Invariant($"{complete.Items[item]}|t{k + 1}"), cut, Math.Sqrt(moves.Column(k).DotProduct(moves.Column(k)))));
    }

    /// <summary>Gives by how much each case moves the thresholds of a column.</summary>
    private static Matrix<double> ThresholdMoves(ItemResponses complete, CategoryResponses categories, int item)
    {
        double[] cuts = ContingencyTable.CutsOf(complete.Answers[item]);
        int steps = cuts.Length - 2;
        Matrix<double> scores = Matrix<double>.Build.Dense(complete.Respondents, steps);
        for (int row = 0; row < complete.Respondents; row++)
        {
            int category = categories.Row(row)[item];
            double share = BivariateNormal.Interval(cuts[category], cuts[category + 1]);
            if (category < steps)
            {
                scores[row, category] += Normal.PDF(0, 1, cuts[category + 1]) / share;
            }

            if (category > 0)
            {
                scores[row, category - 1] -= Normal.PDF(0, 1, cuts[category]) / share;
            }
        }

        return scores * scores.TransposeThisAndMultiply(scores).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(steps));
    }

    /// <summary>Gives by how much each case moves a correlation.</summary>
    private static Vector<double> PairMoves(
        ContingencyTable table,
        double correlation,
        CategoryResponses categories,
        (int Item, int Other) pair,
        (Matrix<double> Item, Matrix<double> Other) thresholdMoves)
    {
        RectangleGrid grid = new(ContingencyTable.Cuts(table.RowTotals()), ContingencyTable.Cuts(table.ColumnTotals()));
        grid.Turn(Math.Asin(correlation));
        CornerSlopes corners = new(grid);
        double[,] scores = new double[table.Rows, table.Columns];
        Vector<double> byRows = Vector<double>.Build.Dense(table.Rows - 1);
        Vector<double> byColumns = Vector<double>.Build.Dense(table.Columns - 1);
        double information = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                if (table[row, column] > 0)
                {
                    double probability = grid.Probability(row, column);
                    double score = grid.Slope(row, column) / grid.Angle.Cos / probability;
                    scores[row, column] = score;
                    information += table[row, column] * score * score;
                    AddSlopes(corners, (row, column), table[row, column] * score / probability, (byRows, byColumns));
                }
            }
        }

        Vector<double> shift = (thresholdMoves.Item * byRows) + (thresholdMoves.Other * byColumns);
        return Vector<double>.Build.Dense(shift.Count, at =>
        {
            ReadOnlySpan<sbyte> answers = categories.Row(at);
            return (scores[answers[pair.Item], answers[pair.Other]] - shift[at]) / information;
        });
    }

    /// <summary>Adds the slopes of a cell's probability by the thresholds at its borders.</summary>
    private static void AddSlopes(
        CornerSlopes corners, (int Row, int Column) cell, double weight, (Vector<double> Rows, Vector<double> Columns) sums)
    {
        (int row, int column) = cell;
        if (row < sums.Rows.Count)
        {
            sums.Rows[row] += weight * (corners.ByRow(row + 1, column + 1) - corners.ByRow(row + 1, column));
        }

        if (row > 0)
        {
            sums.Rows[row - 1] += weight * (corners.ByRow(row, column) - corners.ByRow(row, column + 1));
        }

        if (column < sums.Columns.Count)
        {
            sums.Columns[column] += weight * (corners.ByColumn(row + 1, column + 1) - corners.ByColumn(row, column + 1));
        }

        if (column > 0)
        {
            sums.Columns[column - 1] += weight * (corners.ByColumn(row, column) - corners.ByColumn(row + 1, column));
        }
    }
}
