using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Scores firms on a construct by the mean of its items, with the standard error of measurement.</summary>
public static class SumScore
{
    private const double LeastShareAnswered = 0.5;

    /// <summary>Scores all firms of the register that answered.</summary>
    /// <remarks>
    /// Score: mean over the answered items, each standardised over the respondents when the items have different
    /// scales, else divided by the
    /// greatest answer of the scale; a firm that answered less than half of the applicable items has none. Standard
    /// error of
    /// measurement: sd·√(1 − α), times √(items/answered) for firms that left some out. Plausible values (Kelley): mean
    /// +
    /// α(score − mean) + sd·√(α(1 − α))·z, drawn by address (seed, purpose, draw, construct, firm).
    /// Cost: items × firms. Source: Lord and Novick 1968, Statistical Theories of Mental Test Scores; Kelley 1927.
    /// </remarks>
    /// <param name="construct">The construct.</param>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="options">Seed and number of plausible values.</param>
    /// <returns>The score, or null when the survey has fewer than two items of it or they say nothing.</returns>
    public static SumScoreResult? Estimate(
        string construct, IReadOnlyList<string> firmIds, Survey survey, SumScoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        return Estimate(construct, firmIds, survey, ScaledItems.Of(construct, survey), options);
    }

    /// <summary>Scores firms by the mean of given items.</summary>
    /// <param name="construct">The name of the score.</param>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="items">The items, brought to one unit.</param>
    /// <param name="options">Seed and number of plausible values.</param>
    /// <returns>The score, or null with fewer than two items or fewer than three firms that answered all.</returns>
    public static SumScoreResult? Estimate(
        string construct, IReadOnlyList<string> firmIds, Survey survey, ScaledItems items, SumScoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(items);
        options ??= new SumScoreOptions();
        ItemResponses responses = items.Responses;
        if (responses.Items.Count < 2 || responses.Complete().Respondents < 3)
        {
            return null;
        }

        CronbachAlphaResult reliability = CronbachAlpha.Estimate(responses);
        double[] scores = [.. Enumerable.Range(0, survey.Respondents).Select(
            respondent => Mean(survey, items, respondent))];
        double[] known = [.. scores.Where(score => !double.IsNaN(score))];
        double spread = Math.Sqrt(Sums.Variance(known));
        double alpha = Math.Clamp(reliability.Alpha, 0, 1);
        double[] errors = SumScoreError.Of(
            scores, [.. scores.Select((_, respondent) => responses.Answers.Count(item => !double.IsNaN(item[respondent])))], responses.Items.Count, alpha);
        Score score = new(
            construct,
            survey.OverRegister(scores, firmIds.Count),
            survey.OverRegister(errors, firmIds.Count),
            items.AreShares ? "sum-score" : "standardised-sum-score",
            [.. Enumerable.Range(0, options.PlausibleValues).Select(draw =>
                (IReadOnlyList<double>)survey.OverRegister(Draw(
                    scores, Sums.Mean(known), spread, alpha,
                    new RandomStream(options.Seed, RandomPurpose.PlausibleValues, draw, options.Substream)), firmIds.Count))])
        { IsShareOfScale = items.AreShares };
        return new SumScoreResult(score, reliability);
    }

    private static double Mean(Survey survey, ScaledItems items, int respondent)
    {
        double[] known = [.. items.Responses.Answers.Select(item => item[respondent]).Where(answer => !double.IsNaN(answer))];
        int applicable = items.Positions.Count(item => survey.Missing[item][respondent] != MissingCode.NotApplicable);
        return known.Length > 0 && known.Length >= LeastShareAnswered * applicable ? Sums.Mean(known) : double.NaN;
    }

    private static double[] Draw(double[] scores, double mean, double spread, double alpha, RandomStream stream)
    {
        double[] drawn = new double[scores.Length];
        for (int respondent = 0; respondent < drawn.Length; respondent++)
        {
            double noise = stream.NextGaussian();
            drawn[respondent] = mean + (alpha * (scores[respondent] - mean)) + (spread * Math.Sqrt(alpha * (1 - alpha)) * noise);
        }

        return drawn;
    }
}
