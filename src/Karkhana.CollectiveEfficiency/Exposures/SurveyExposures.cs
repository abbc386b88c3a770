using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The exposure to agglomeration advantages as firms report it.</summary>
public static class SurveyExposures
{
    /// <summary>Computes the exposures of the surveyed firms.</summary>
    /// <remarks>
    /// Per item the rank (rank − ½)/n over all respondents, turned round for reverse items; the exposure is the mean
    /// over the items of
    /// the advantage that the firm answered. Standard error: the standard deviation between a firm's items over the
    /// square root of
    /// their number, missing with one item. Clustered and dispersed firms are ranked together, so that their difference
    /// is kept.
    /// Cost: items × n log n. Source: framework 2.5, scoring of an exposure.
    /// </remarks>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <returns>The exposures; NaN for firms without an answer.</returns>
    public static ExposureTable Estimate(IReadOnlyList<string> firmIds, Survey survey)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        string[] advantages = [.. survey.Items.Select(item => item.Construct).Where(AdvantageIds.IsAdvantage).Distinct().Order(StringComparer.Ordinal)];
        return new ExposureTable(firmIds, [.. advantages.Select(advantage => Of(advantage, firmIds.Count, survey))]);
    }

    private static Exposure Of(string advantage, int firms, Survey survey)
    {
        double[][] ranks = [.. survey.ItemsOf(advantage).Select(item =>
        {
            double[] ranked = Ranks.Normalise(survey.Answers[item]);
            return survey.Items[item].Reverse ? [.. ranked.Select(rank => 1 - rank)] : ranked;
        })];
        double[] values = [.. Enumerable.Repeat(double.NaN, firms)];
        double[] errors = [.. Enumerable.Repeat(double.NaN, firms)];
        for (int respondent = 0; respondent < survey.Respondents; respondent++)
        {
            double[] known = [.. ranks.Select(item => item[respondent]).Where(rank => !double.IsNaN(rank))];
            values[survey.Firms[respondent]] = Sums.Mean(known);
            errors[survey.Firms[respondent]] = known.Length > 1 ? Math.Sqrt(
                Sums.Variance(known) / known.Length) : double.NaN;
        }

        return new Exposure(advantage, values, errors, "survey");
    }
}
