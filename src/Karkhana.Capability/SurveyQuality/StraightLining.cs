using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>Interviews in which items of one battery all got the same answer.</summary>
public static class StraightLining
{
    private const int LeastSteps = 3; // with yes and no alone, equal answers are common among sound interviews

    /// <summary>Looks at each battery of each interview.</summary>
    /// <remarks>
    /// A battery is the items of one block on one closed scale of 3 to 11 steps, attention checks left out, in the order
    /// of the questionnaire. Longest run: most answers in a row that are equal, answers that are not there passed over.
    /// Flagged: share of the most frequent answer at least <see cref="SurveyQualityOptions.IdenticalShare"/>, with at
    /// least <see cref="SurveyQualityOptions.LeastAnswers"/> answers. A flag is a reason to look, no proof: a firm with
    /// no source outside the place answers 0 throughout. Cost: items × firms. Source: Herzog and Bachman 1981,
    /// doi:10.1086/268687; Kim, Dykema, Stevenson, Black and Moberg 2019, doi:10.1177/0894439317752406.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="options">The rule.</param>
    /// <returns>One entry per interview and battery with enough answers.</returns>
    public static IReadOnlyList<StraightLine> Estimate(Survey survey, SurveyQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new SurveyQualityOptions();
        List<StraightLine> lines = [];
        foreach (IGrouping<string, int> battery in Batteries(survey))
        {
            for (int respondent = 0; respondent < survey.Respondents; respondent++)
            {
                int[] answered = [.. battery.Where(item => survey.Missing[item][respondent] == MissingCode.Present)];
                if (answered.Length >= options.LeastAnswers)
                {
                    lines.Add(Of(survey, respondent, battery.Key, answered, options));
                }
            }
        }

        return lines;
    }

    private static IEnumerable<IGrouping<string, int>> Batteries(Survey survey) => Enumerable.Range(0, survey.Items.Count)
        .Where(item => !survey.Items[item].IsAttentionCheck
            && survey.Items[item].Steps >= LeastSteps)
        .GroupBy(item => survey.Items[item] switch
        {
            { Scale.Length: > 0 } named => $"{named.Block} {named.Scale}",
            { } plain => FormattableString.Invariant($"{plain.Block} {plain.Minimum} to {plain.Maximum}"),
        });

    private static StraightLine Of(
        Survey survey, int respondent, string battery, int[] items, SurveyQualityOptions options)
    {
        double[] answers = [.. items.Select(item => survey.Answers[item][respondent])];
        double identical = answers.GroupBy(answer => answer).Max(group => group.Count()) / (double)answers.Length;
        return new StraightLine(
            respondent, battery, answers.Length, LongestRun(answers), identical,
            identical == 1 ? 0 : Math.Sqrt(Sums.Variance(answers)),
            items.Select(item => survey.Items[item].Reverse).Distinct().Count() == 2,
            identical >= options.IdenticalShare);
    }

    private static int LongestRun(double[] answers)
    {
        (int longest, int run) = (1, 1);
        for (int i = 1; i < answers.Length; i++)
        {
            run = answers[i] == answers[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
