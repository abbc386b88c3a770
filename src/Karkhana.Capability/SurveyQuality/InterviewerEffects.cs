using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Whether answers depend on who asked.</summary>
public static class InterviewerEffects
{
    private const int LeastItems = 2;
    private const double LeastShareAnswered = 0.5;

    /// <summary>Estimates the intraclass correlation of interviewers for the score of each block.</summary>
    /// <remarks>
    /// Score of a block: mean of its items with a closed scale, each as (answer − least)/(greatest − least), reverse items
    /// turned round, attention checks left out; a firm that answered less than half of those that it was asked and that
    /// apply has none. Correlation: <see cref="IntraclusterCorrelation"/>. It speaks of interviewers only as far as firms
    /// were given to them at random: interviewers who each work in a town of their own carry the differences between
    /// towns. Cost: items × firms. Source: O'Muircheartaigh and Campanelli 1998, doi:10.1111/1467-985X.00090; West and
    /// Blom 2017, doi:10.1093/jssam/smw024.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <returns>One entry per block with at least two such items; none without two interviewers, one of them with two
    /// interviews.</returns>
    public static IReadOnlyList<InterviewerEffect> Estimate(Survey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        if (survey.Interviewers.Length == 0)
        {
            return [];
        }

        List<(string Block, IntraclusterCorrelationResult Correlation)> found = [];
        foreach (IGrouping<string, int> block in Enumerable.Range(0, survey.Items.Count)
            .Where(item => survey.Items[item] is { IsClosed: true, IsAttentionCheck: false })
            .GroupBy(item => survey.Items[item].Block).Where(block => block.Count() >= LeastItems))
        {
            double[] scores = Scores(survey, [.. block]);
            int[] known = [.. Enumerable.Range(0, scores.Length).Where(
                i => !double.IsNaN(scores[i]) && survey.Interviewers[i].Length > 0)];
            string[] interviewers = [.. known.Select(i => survey.Interviewers[i])];
            int groups = interviewers.Distinct(StringComparer.Ordinal).Count();
            if (groups >= 2 && known.Length > groups)
            {
                found.Add((block.Key, IntraclusterCorrelation.Estimate(
                    new GroupedValues([.. known.Select(i => scores[i])], interviewers))));
            }
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. found.Select(entry => entry.Correlation.PValue)]);
        return [.. found.Select((entry, i) => new InterviewerEffect(entry.Block, entry.Correlation, adjusted[i]))];
    }

    /// <summary>Gives the effects as a table.</summary>
    /// <param name="effects">The effects.</param>
    /// <returns>The table <c>interviewer_effects</c>.</returns>
    public static Table ToTable(IReadOnlyList<InterviewerEffect> effects) => Table.Of(
        "interviewer_effects",
        Column.Of("term", effects.Select(effect => (string?)effect.Block), "Block", "Block of the questionnaire."),
        Column.Of(
            "n", effects.Select(effect => effect.Correlation.Count), "Firms", "", "Firms with a score and an interviewer."),
        Column.Of(
            "interviewers", effects.Select(effect => effect.Correlation.Groups), "Interviewers", "",
            "Interviewers with a score."),
        Column.Of(
            "estimate", effects.Select(effect => effect.Correlation.Estimate), "ρ", "",
            "Intraclass correlation of interviewers; may be negative.", recommended: true),
        Column.Of(
            "conf_low", effects.Select(effect => effect.Correlation.ConfidenceLow), "Low", "", "Lower end of the 95 % interval."),
        Column.Of(
            "conf_high", effects.Select(effect => effect.Correlation.ConfidenceHigh), "High", "",
            "Upper end of the 95 % interval."),
        Column.Of("statistic", effects.Select(effect => effect.Correlation.Statistic), "F", "", "One-way analysis of variance."),
        Column.Of("p_value", effects.Select(effect => effect.Correlation.PValue), "p", "", "Upper tail of F."),
        Column.Of(
            "p_adjusted", effects.Select(effect => effect.AdjustedPValue), "Adjusted p", "",
            "Benjamini and Hochberg over the blocks."),
        Column.Of(
            "design_effect", effects.Select(effect => effect.Correlation.DesignEffect), "Design effect", "",
            "Factor on the variance of a mean over firms."));

    private static double[] Scores(Survey survey, int[] items) => [.. Enumerable.Range(0, survey.Respondents).Select(
        respondent =>
        {
            double[] shares = [.. items.Where(item => survey.Missing[item][respondent] == MissingCode.Present)
                .Select(item => Share(survey.Items[item], survey.Answers[item][respondent]))];
            int applicable = items.Count(item =>
                survey.Missing[item][respondent] is not (MissingCode.NotAsked or MissingCode.NotApplicable));
            return shares.Length > 0 && shares.Length >= LeastShareAnswered * applicable ? Sums.Mean(shares) : double.NaN;
        })];

    private static double Share(SurveyItem item, double answer)
    {
        double share = (answer - item.Minimum) / (item.Maximum - item.Minimum);
        return item.Reverse ? 1 - share : share;
    }
}
