namespace Karkhana.Core.Tables;

/// <summary>How many decimals people need of numbers that stand together.</summary>
public static class TypicalDecimals
{
    private const int Most = 8;
    private const int LargestOrder = 15;
    private const int MostMore = 2;

    /// <summary>Gives the decimals that suit all of the numbers: as many as the typical one needs, none where all are whole.</summary>
    /// <param name="values">The numbers; those that are not finite do not count.</param>
    /// <returns>From 0 to 8.</returns>
    public static int Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sizes = [.. values.Where(value => double.IsFinite(value) && value != 0).Select(Math.Abs).Order()];
        if (sizes.Length == 0 || sizes.All(value => value == Math.Floor(value) && value < Math.Pow(10, LargestOrder)))
        {
            return 0;
        }

        return sizes[sizes.Length / 2] switch
        {
            >= 1000 => 0,
            >= 100 => 1,
            >= 1 => 2,
            >= 0.01 => 3,
            double small => Math.Min(Most, 1 - (int)Math.Floor(Math.Log10(small))),
        };
    }

    /// <summary>Gives the decimals of an estimate and its limits: those of <see cref="InRow"/>, or up to two more where a limit near 0 would else be
    /// printed as 0 and not say on which side of it it lies.</summary>
    /// <param name="value">The largest number of the row.</param>
    /// <param name="limits">The limits of its intervals; those that are not finite do not count.</param>
    /// <param name="column">The decimals of the column.</param>
    /// <returns>From 0 to 15.</returns>
    public static int WithLimits(double value, IEnumerable<double> limits, int column)
    {
        ArgumentNullException.ThrowIfNull(limits);
        int decimals = InRow(value, column);
        double nearest = limits.Where(limit => double.IsFinite(limit) && limit != 0).Select(Math.Abs).DefaultIfEmpty(1).Min();
        int[] enough = [.. Enumerable.Range(decimals, MostMore + 1).Where(more => more <= LargestOrder && nearest >= 0.5 * Math.Pow(10, -more))];
        return enough.Length == 0 ? decimals : enough[0];
    }

    /// <summary>Gives the decimals of one row: those of the column, or enough for two digits of a number that would vanish in them.</summary>
    /// <param name="value">The largest number of the row that they are for.</param>
    /// <param name="column">The decimals of the column.</param>
    /// <returns>From 0 to 15.</returns>
    public static int InRow(double value, int column)
    {
        double size = Math.Abs(value);
        return size > 0 && size < 0.5 * Math.Pow(10, -column) ? Math.Min(LargestOrder, 1 - (int)Math.Floor(Math.Log10(size))) : column;
    }
}
