namespace Karkhana.Methods.Econometrics;

/// <summary>The dummies of cohort and relative period that were estimated, with the rows behind each.</summary>
internal sealed class CohortCells
{
    private readonly double[] _periods;
    private readonly int[] _counts;

    public CohortCells(LeastSquaresFit fit, CohortDummies dummies, int[] rows)
    {
        _periods = [.. Enumerable.Repeat(double.NaN, fit.TermCount)];
        _counts = new int[fit.TermCount];
        foreach ((double Cohort, double Period) cell in dummies.Cells)
        {
            int place = Array.IndexOf(fit.Design.Terms, CohortDummies.Name(cell));
            if (place >= 0)
            {
                _periods[place] = cell.Period;
                _counts[place] = dummies.Count(cell, rows);
            }
        }
    }

    /// <summary>Gives the relative periods that were estimated, ascending.</summary>
    public double[] Periods() => [.. _periods.Where(double.IsFinite).Distinct().Order()];

    /// <summary>Counts the rows of a relative period.</summary>
    public int Count(double period) => _counts.Where((_, place) => _periods[place] == period).Sum();

    /// <summary>Gives weights over all terms that average the cells of some periods by their rows; NaN without any.</summary>
    public double[] Weights(Func<double, bool> which)
    {
        double[] weights = [.. _counts.Select((count, place) => double.IsFinite(_periods[place]) && which(_periods[place]) ? (double)count : 0)];
        double total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }
}
