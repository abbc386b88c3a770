using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Programme;

/// <summary>What the indicators are in a study: the baseline of a programme.</summary>
internal static class IndicatorBaseline
{
    /// <summary>Gives the values that the study tells; the others are left out.</summary>
    /// <remarks>
    /// Means with the normal interval of the mean over firms, shares with Wilson's, medians with that of order statistics (binomial,
    /// by the normal approximation). A firm enters with the items that it answered. Source: framework 4.4.
    /// </remarks>
    /// <param name="findings">The findings.</param>
    /// <param name="set">The indicators.</param>
    /// <returns>One value per indicator that the study tells.</returns>
    public static IReadOnlyList<IndicatorValue> Of(Findings findings, IndicatorSet set)
    {
        List<IndicatorValue> values = [];
        foreach (Indicator indicator in set.Indicators)
        {
            IndicatorValue? value = indicator.Statistic switch
            {
                IndicatorStatistic.Mean => Mean(indicator, ByFirm(findings.Study.Survey, indicator, answers => Sums.Mean(answers))),
                IndicatorStatistic.Median => Median(indicator, ByFirm(findings.Study.Survey, indicator, answers => answers[0])),
                IndicatorStatistic.ShareAny => Share(indicator, ByFirm(findings.Study.Survey, indicator, answers => answers.Any(answer => answer > 0) ? 1 : 0)),
                IndicatorStatistic.ShareNone => Share(indicator, ByFirm(findings.Study.Survey, indicator, answers => answers.All(answer => answer == 0) ? 1 : 0)),
                IndicatorStatistic.Score => Mean(indicator, Scores(findings, indicator.Items[0])),
                IndicatorStatistic.Finding => Found(findings, indicator),
                _ => null, // the ledger and the evaluation of a programme that has not begun
            };
            if (value is not null)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static double[] ByFirm(Survey? survey, Indicator indicator, Func<double[], double> one)
    {
        double[][] items = [.. indicator.Items.Select(item => survey?.AnswersTo(item)).OfType<double[]>()];
        return items.Length == 0
            ? []
            : [.. Enumerable.Range(0, survey!.Respondents)
                .Select(firm => items.Select(item => item[firm]).Where(answer => !double.IsNaN(answer)).ToArray())
                .Where(answers => answers.Length > 0).Select(one)];
    }

    private static double[] Scores(Findings findings, string construct) => findings.Scores?.Scores.Find(construct) is { } score
        ? [.. findings.Focus.Firms.Select(firm => score.Values[firm]).Where(value => !double.IsNaN(value))]
        : [];

    private static IndicatorValue? Mean(Indicator indicator, double[] values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        double mean = Sums.Mean(values);
        double half = NormalQuantiles.TwoSided95 * Math.Sqrt(Sums.Variance(values) / values.Length);
        return new IndicatorValue(indicator.Id, indicator.Version, mean, mean - half, mean + half, values.Length);
    }

    private static IndicatorValue? Share(Indicator indicator, double[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        double share = Sums.Mean(values);
        (double low, double high) = WilsonInterval.Of(share, values.Length, NormalQuantiles.TwoSided95);
        return new IndicatorValue(indicator.Id, indicator.Version, share, low, high, values.Length);
    }

    private static IndicatorValue? Median(Indicator indicator, double[] values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        double[] sorted = [.. values.Order()];
        double half = NormalQuantiles.TwoSided95 * Math.Sqrt(sorted.Length) / 2;
        int low = Math.Max(0, (int)Math.Floor((sorted.Length / 2.0) - half) - 1);
        int high = Math.Min(sorted.Length - 1, (int)Math.Ceiling((sorted.Length / 2.0) + half));
        return new IndicatorValue(indicator.Id, indicator.Version, Quantiles.Median(sorted), sorted[low], sorted[high], sorted.Length);
    }

    // Without an interval: the network is what it is, and a share of its firms is no sample.
    private static IndicatorValue? Found(Findings findings, Indicator indicator)
    {
        if (findings.Network is not { } network)
        {
            return null;
        }

        double value = indicator.Items[0] switch
        {
            "network.reciprocity" => network.Cohesion.ReciprocityEdgewise,
            "network.density" => network.Cohesion.Density,
            "network.core_share" => network.CoreNumbers.Count(core => core == network.CoreNumbers.Max()) / (double)network.Firms.Count,
            _ => double.NaN,
        };
        return double.IsNaN(value)
            ? null
            : new IndicatorValue(indicator.Id, indicator.Version, value, double.NaN, double.NaN, network.Firms.Count);
    }
}
