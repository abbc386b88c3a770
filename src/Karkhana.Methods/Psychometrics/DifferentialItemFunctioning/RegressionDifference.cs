using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Regression comparison of one item: score; score and group; score, group and their product.</summary>
internal static class RegressionDifference
{
    public const int Width = 6;

    /// <summary>Fills in the statistics of an item, NaN where it cannot be tested; the last number is 1 when an estimate
    /// had no bound.</summary>
    public static void Fill(MatchedItem item, Span<double> row)
    {
        row.Fill(double.NaN);
        row[5] = 0;
        if (item.Values.Length < 2 || item.Scores.Length < 2)
        {
            return;
        }

        Cells cells = Cells.Of(item);
        int count = item.Values.Length;
        CumulativeLinkFit score = cells.Fit(count, cells.Score);
        CumulativeLinkFit group = cells.Fit(count, cells.Score, cells.Group);
        CumulativeLinkFit product = cells.Fit(count, cells.Score, cells.Group, cells.Product);
        row[0] = Ratio(group, score);
        row[1] = Ratio(product, group);
        row[2] = Ratio(product, score);
        row[3] = Nagelkerke(product, cells.Respondents) - Nagelkerke(score, cells.Respondents);
        row[4] = group.Separated || group.Aliased ? double.NaN : group.Coefficients[1];
        row[5] = score.Separated || group.Separated || product.Separated ? 1 : 0;
    }

    /// <summary>Reads what <see cref="Fill"/> wrote.</summary>
    public static ItemDifference Of(string item, ReadOnlySpan<double> row) => new()
    {
        Item = item,
        UniformStatistic = row[0],
        NonuniformStatistic = row[1],
        TotalStatistic = row[2],
        TotalPValue = ChiSquare.UpperTail(row[2], 2),
        NagelkerkeDifference = row[3],
        GroupCoefficient = row[4],
        Separated = row[5] == 1,
    };

    private static double Ratio(CumulativeLinkFit larger, CumulativeLinkFit smaller)
    {
        double ratio = 2 * (larger.LogLikelihood - smaller.LogLikelihood);
        return double.IsNaN(ratio) ? ratio : Math.Max(0, ratio);
    }

    private static double Nagelkerke(CumulativeLinkFit fit, double respondents) =>
        (1 - Math.Exp(2 * (fit.NullLogLikelihood - fit.LogLikelihood) / respondents))
        / (1 - Math.Exp(2 * fit.NullLogLikelihood / respondents));

    /// <summary>The filled cells of an item as weighted observations.</summary>
    private sealed record Cells(double[] Score, double[] Group, double[] Product, int[] Categories, double[] Weights)
    {
        public double Respondents => Sums.Sum(Weights);

        public static Cells Of(MatchedItem item)
        {
            List<(double Score, double Group, int Category, double Weight)> cells = [];
            for (int place = 0; place < 2 * item.Scores.Length; place++)
            {
                ReadOnlySpan<double> counts = item.Counts(place / 2, place % 2 == 1);
                for (int c = 0; c < counts.Length; c++)
                {
                    if (counts[c] > 0)
                    {
                        cells.Add((item.Scores[place / 2], place % 2, c, counts[c]));
                    }
                }
            }

            double[] weights = [.. cells.Select(cell => cell.Weight)];
            double[] score = Standardised([.. cells.Select(cell => cell.Score)], weights);
            double[] group = [.. cells.Select(cell => cell.Group)];
            return new Cells(
                score, group, [.. score.Zip(group, (value, focal) => value * focal)], [.. cells.Select(cell => cell.Category)], weights);
        }

        public CumulativeLinkFit Fit(int categories, params double[][] columns) =>
            CumulativeLink.Fit(columns, Categories, categories, Weights);

        // The tests do not depend on the unit of the score; the search for the maximum does.
        private static double[] Standardised(double[] score, double[] weights)
        {
            double mean = Sums.Dot(score, weights) / Sums.Sum(weights);
            double[] away = [.. score.Select(value => value - mean)];
            double spread = Math.Sqrt(Sums.Dot([.. away.Select(value => value * value)], weights) / Sums.Sum(weights));
            return [.. away.Select(value => value / spread)];
        }
    }
}
