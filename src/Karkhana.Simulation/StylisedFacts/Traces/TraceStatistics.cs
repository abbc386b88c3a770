using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Statistics of firms chosen by slot.</summary>
internal static class TraceStatistics
{
    public static double Mean(IEnumerable<double> values) => Sums.Mean([.. values]);

    /// <summary>Gives the slots that are alive in a quarter and meet a condition.</summary>
    public static IEnumerable<int> Slots(this QuarterTrace quarter, Func<int, bool>? condition = null) =>
        Enumerable.Range(0, quarter.Firms).Where(slot => quarter.Alive[slot] && (condition is null || condition(slot)));

    /// <summary>Gives the mean of a column of a quarter over the firms that are alive and meet a condition.</summary>
    public static double MeanOf(this QuarterTrace quarter, Func<QuarterTrace, double[]> column, Func<int, bool>? condition = null) =>
        Mean(quarter.Slots(condition).Select(slot => column(quarter)[slot]));

    /// <summary>Gives mean capability of clustered firms less that of dispersed ones.</summary>
    public static double Gap(this QuarterTrace quarter) =>
        quarter.MeanOf(one => one.Capability, slot => quarter.Clustered[slot])
        - quarter.MeanOf(one => one.Capability, slot => !quarter.Clustered[slot]);

    /// <summary>Gives the median.</summary>
    public static double Median(IEnumerable<double> values) => Core.Inference.Quantiles.Median(values);

    /// <summary>Gives the slope of y on x with a second variable held fixed, by least squares; NaN if the two are collinear.</summary>
    public static double PartialSlope(IReadOnlyList<(double Y, double X, double Control)> rows)
    {
        if (rows.Count < 4)
        {
            return double.NaN;
        }

        (double y, double x, double c) = (Mean(rows.Select(row => row.Y)), Mean(rows.Select(row => row.X)), Mean(rows.Select(row => row.Control)));
        (double xx, double cc, double xc, double xy, double cy) = (0, 0, 0, 0, 0);
        foreach ((double ofY, double ofX, double ofC) in rows)
        {
            xx += (ofX - x) * (ofX - x);
            cc += (ofC - c) * (ofC - c);
            xc += (ofX - x) * (ofC - c);
            xy += (ofX - x) * (ofY - y);
            cy += (ofC - c) * (ofY - y);
        }

        double determinant = (xx * cc) - (xc * xc);
        return determinant <= 1e-12 * xx * cc || xx == 0 || cc == 0 ? double.NaN : ((xy * cc) - (cy * xc)) / determinant;
    }

    /// <summary>Gives the slope of y on x; NaN with fewer than three firms.</summary>
    public static double Slope(IReadOnlyList<(double Y, double X)> rows) => rows.Count < 3
        ? double.NaN
        : Moments.Slope([.. rows.Select(row => row.X)], [.. rows.Select(row => row.Y)]);
}
