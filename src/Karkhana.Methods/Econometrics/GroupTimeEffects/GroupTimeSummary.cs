using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Group-time effects averaged by periods since adoption and over all of them.</summary>
internal sealed class GroupTimeSummary
{
    private readonly GroupTimeCells _cells;

    public GroupTimeSummary(GroupTimeCells cells)
    {
        _cells = cells;
        Periods = [.. cells.Cells.Select(cell => cell.Relative).Distinct().Order()];
        (double Estimate, double[] Influence)[] averages = [.. Periods.Select(period => cells.Average(Where(relative => relative == period)))];
        Estimates = [.. averages.Select(average => average.Estimate)];
        Influences = [.. averages.Select(average => average.Influence)];
        Errors = [.. Influences.Select(cells.StandardError)];
    }

    public double[] Periods { get; }

    public double[] Estimates { get; }

    public double[] Errors { get; }

    public double[][] Influences { get; }

    public Matrix<double> Covariance() =>
        Matrix<double>.Build.Dense(Periods.Length, Periods.Length, (row, column) => _cells.Variance(Influences[row], Influences[column]));

    /// <summary>Gives the mean over cells from adoption on by cohort size, and the plain mean over relative periods.</summary>
    public CoefficientTable Effects(double level)
    {
        int[] after = [.. Enumerable.Range(0, Periods.Length).Where(place => Periods[place] >= 0)];
        if (after.Length == 0)
        {
            return CoefficientTable.Normal(["effect", "mean_effect"], [double.NaN, double.NaN], [double.NaN, double.NaN], level);
        }

        (double estimate, double[] influence) = _cells.Average(Where(relative => relative >= 0));
        double[] mean = [.. Enumerable.Range(0, influence.Length).Select(unit => after.Average(place => Influences[place][unit]))];
        return CoefficientTable.Normal(
            ["effect", "mean_effect"],
            [estimate, after.Average(place => Estimates[place])],
            [_cells.StandardError(influence), _cells.StandardError(mean)],
            level);
    }

    private int[] Where(Func<double, bool> relative) =>
        [.. Enumerable.Range(0, _cells.Cells.Count).Where(cell => relative(_cells.Cells[cell].Relative))];
}
