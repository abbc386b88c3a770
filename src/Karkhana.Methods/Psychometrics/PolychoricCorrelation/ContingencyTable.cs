using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How often the categories of two items come together; categories that come in neither are left out.</summary>
internal sealed class ContingencyTable
{
    private readonly double[] _counts;

    private ContingencyTable(double[] counts, int rows, int columns, int respondents)
    {
        _counts = counts;
        (Rows, Columns, Respondents) = (rows, columns, respondents);
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Respondents { get; }

    public double this[int row, int column] => _counts[(row * Columns) + column];

    /// <summary>Counts the respondents who answered both items.</summary>
    /// <param name="responses">The answers as categories.</param>
    /// <param name="item">The item of the rows.</param>
    /// <param name="other">The item of the columns.</param>
    /// <param name="emptyCells">What an empty cell counts.</param>
    public static ContingencyTable Of(CategoryResponses responses, int item, int other, double emptyCells)
    {
        (int rows, int columns) = (responses.CategoryCount(item), responses.CategoryCount(other));
        double[] counts = new double[rows * columns];
        int answered = 0;
        for (int respondent = 0; respondent < responses.Respondents; respondent++)
        {
            ReadOnlySpan<sbyte> answers = responses.Row(respondent);
            if (answers[item] != CategoryResponses.Missing && answers[other] != CategoryResponses.Missing)
            {
                counts[(answers[item] * columns) + answers[other]]++;
                answered++;
            }
        }

        ContingencyTable table = new ContingencyTable(counts, rows, columns, answered).WithoutEmptyMargins();
        for (int cell = 0; cell < table._counts.Length; cell++)
        {
            table._counts[cell] = table._counts[cell] == 0 ? emptyCells : table._counts[cell];
        }

        return table;
    }

    /// <summary>Gives the counts of the rows.</summary>
    public double[] RowTotals() => [.. Enumerable.Range(0, Rows).Select(
        row => Enumerable.Range(0, Columns).Aggregate(0.0, (sum, column) => sum + this[row, column]))];

    /// <summary>Gives the counts of the columns.</summary>
    public double[] ColumnTotals() => [.. Enumerable.Range(0, Columns).Select(
        column => Enumerable.Range(0, Rows).Aggregate(0.0, (sum, row) => sum + this[row, column]))];

    /// <summary>Gives the normal quantiles of the cumulative shares between −∞ and ∞.</summary>
    public static double[] Cuts(double[] totals)
    {
        double[] cuts = new double[totals.Length + 1];
        cuts[0] = double.NegativeInfinity;
        cuts[^1] = double.PositiveInfinity;
        double all = totals.Aggregate(0.0, (sum, count) => sum + count);
        double below = 0;
        for (int step = 1; step < totals.Length; step++)
        {
            below += totals[step - 1];

            // The quantile of a small share is exact; that of its complement near 1 is not.
            cuts[step] = below <= all / 2 ? Normal.InvCDF(0, 1, below / all) : -Normal.InvCDF(0, 1, (all - below) / all);
        }

        return cuts;
    }

    /// <summary>Gives the cuts of an item's distinct answers.</summary>
    public static double[] CutsOf(double[] answers)
    {
        double[] values = [.. answers.Where(answer => !double.IsNaN(answer)).Distinct().Order()];
        double[] totals = new double[values.Length];
        foreach (double answer in answers.Where(answer => !double.IsNaN(answer)))
        {
            totals[Array.BinarySearch(values, answer)]++;
        }

        return values.Length == 0 ? [double.NegativeInfinity, double.PositiveInfinity] : Cuts(totals);
    }

    /// <summary>Says whether one item never falls (1) or never rises (−1) with the other, else 0.</summary>
    public int PerfectOrder()
    {
        double[] lows = new double[Rows];
        double[] highs = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            int[] columns = [.. Enumerable.Range(0, Columns).Where(column => this[row, column] > 0)];
            (lows[row], highs[row]) = (columns[0], columns[^1]);
        }

        return LatentCorrelation.PerfectOrder(lows, highs);
    }

    private ContingencyTable WithoutEmptyMargins()
    {
        double[] rowTotals = RowTotals();
        double[] columnTotals = ColumnTotals();
        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => rowTotals[row] > 0)];
        int[] columns = [.. Enumerable.Range(0, Columns).Where(column => columnTotals[column] > 0)];
        return rows.Length == Rows && columns.Length == Columns
            ? this
            : new ContingencyTable(
                [.. rows.SelectMany(row => columns.Select(column => this[row, column]))], rows.Length, columns.Length, Respondents);
    }
}
