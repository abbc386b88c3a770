using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>How far the answers of a survey can be relied on, before anything is computed from them.</summary>
public static class SurveyQuality
{
    /// <summary>Judges items, interviews and interviewers.</summary>
    /// <remarks>
    /// Joins <see cref="ItemResponseRates"/>, <see cref="StraightLining"/>, <see cref="InterviewerEffects"/>,
    /// <see cref="DoubleVisits"/>, <see cref="ItemDirections"/>, attention checks and durations. What the study does not
    /// give is said in the notes. Nothing is removed: flags are reasons to look and to ask again. Cost: items × firms.
    /// Source: Groves, Fowler, Couper, Lepkowski, Singer and Tourangeau 2009, Survey Methodology, 2nd ed., chapters 6 and
    /// 9, on non-response and on interviewers.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="options">The rules.</param>
    /// <returns>The quality of the survey.</returns>
    public static SurveyQualityResult Estimate(Survey survey, SurveyQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new SurveyQualityOptions();
        IReadOnlyList<StraightLine> lines = StraightLining.Estimate(survey, options);
        double median = Quantiles.Median(survey.Minutes);
        IReadOnlyList<ItemDirection> directions = ItemDirections.Estimate(survey, options);
        InterviewQuality[] interviews = Interviews(survey, lines, median * options.ShortShare);
        return new SurveyQualityResult
        {
            Items = ItemResponseRates.Estimate(survey),
            Interviews = interviews,
            StraightLines = lines,
            Interviewers = [.. interviews.Where(interview => interview.Interviewer.Length > 0)
                .GroupBy(interview => interview.Interviewer).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Summarise(group.Key, [.. group], median))],
            InterviewerEffects = InterviewerEffects.Estimate(survey),
            AttentionChecks = [.. Enumerable.Range(0, survey.Items.Count).Where(item => survey.Items[item].IsAttentionCheck)
                .Select(item => CheckOf(survey, item))],
            DoubleVisits = DoubleVisits.Estimate(survey),
            Directions = directions,
            SecondVisits = survey.SecondVisits?.Respondents ?? 0,
            MedianMinutes = median,
            Options = options,
            Notes = [.. Gaps(survey), .. Warnings(survey, directions)],
        };
    }

    private static InterviewQuality[] Interviews(Survey survey, IReadOnlyList<StraightLine> lines, double least)
    {
        ILookup<int, StraightLine> byInterview = lines.ToLookup(line => line.Respondent);
        int[] checks = [.. Enumerable.Range(0, survey.Items.Count).Where(item => survey.Items[item].IsAttentionCheck)];
        return [.. Enumerable.Range(0, survey.Respondents).Select(respondent =>
        {
            MissingCode[] codes = [.. survey.Missing.Select(item => item[respondent])];
            int silent = codes.Count(code => code is MissingCode.DontKnow or MissingCode.Refused);
            int applicable = silent + codes.Count(code => code == MissingCode.Present);
            int[] answered = [.. checks.Where(item => survey.Missing[item][respondent] == MissingCode.Present)];
            double minutes = survey.Minutes.Length == 0 ? double.NaN : survey.Minutes[respondent];
            return new InterviewQuality(
                survey.Firms[respondent],
                survey.Interviewers.Length == 0 ? "" : survey.Interviewers[respondent],
                minutes,
                minutes < least,
                applicable,
                applicable == 0 ? double.NaN : silent / (double)applicable,
                byInterview[respondent].Count(),
                byInterview[respondent].Count(line => line.Flagged),
                answered.Length,
                answered.Count(item => survey.Answers[item][respondent] != survey.Items[item].Expected));
        })];
    }

    private static InterviewerSummary Summarise(string code, InterviewQuality[] interviews, double medianOfAll)
    {
        double Share(int part, int whole) => whole == 0 ? double.NaN : part / (double)whole;
        double median = Quantiles.Median(interviews.Select(interview => interview.Minutes));
        double[] rates = [.. interviews.Select(interview => interview.NonresponseRate).Where(rate => !double.IsNaN(rate))];
        return new InterviewerSummary(
            code,
            interviews.Length,
            median,
            median / medianOfAll,
            Share(interviews.Count(interview => interview.IsShort), interviews.Count(interview => !double.IsNaN(interview.Minutes))),
            Share(interviews.Count(interview => interview.StraightLined > 0), interviews.Count(interview => interview.Batteries > 0)),
            Share(interviews.Sum(interview => interview.FailedChecks), interviews.Sum(interview => interview.Checks)),
            Sums.Mean(rates));
    }

    private static AttentionCheck CheckOf(Survey survey, int item)
    {
        double[] answers = [.. survey.Answers[item].Where(answer => !double.IsNaN(answer))];
        return new AttentionCheck(
            survey.Items[item], answers.Length, answers.Count(answer => answer != survey.Items[item].Expected));
    }

    private static IEnumerable<Note> Gaps(Survey survey)
    {
        if (survey.Interviewers.Length == 0)
        {
            yield return new Note(
                "no-interviewer", Severity.Information,
                "No interviewer column: interviewer effects cannot be assessed. Name it: [survey] interviewer.");
        }
        else if (survey.Interviewers.Where(code => code.Length > 0).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
        {
            yield return new Note(
                "one-interviewer", Severity.Information,
                "Fewer than two interviewers: interviewer effects cannot be assessed.");
        }

        if (survey.Minutes.All(double.IsNaN))
        {
            yield return new Note(
                "no-duration", Severity.Information,
                "No duration: short interviews cannot be found. Name a column of minutes, or the times: [survey] duration, or started and ended.");
        }

        if (survey.SecondVisits is not { Respondents: > 0 })
        {
            yield return new Note(
                "no-second-visits", Severity.Information,
                "No second visits: agreement between visits cannot be assessed. Visit one firm in ten again and name the column: [survey] visit.");
        }

        if (!survey.Items.Any(item => item.IsAttentionCheck))
        {
            yield return new Note(
                "no-attention-check", Severity.Information,
                "No attention check: give the right answer of one in the codebook column expected.");
        }
    }

    private static IEnumerable<Note> Warnings(Survey survey, IReadOnlyList<ItemDirection> directions)
    {
        int unknown = survey.Interviewers.Count(code => code.Length == 0);
        if (unknown > 0)
        {
            yield return new Note("unknown-interviewer", Severity.Warning, FormattableString.Invariant(
                $"The interviewer of {unknown} of {survey.Respondents} interviews is not known; they are left out where interviewers are compared."));
        }

        int empty = Enumerable.Range(0, survey.Respondents).Count(
            respondent => survey.Missing.All(item => item[respondent] != MissingCode.Present));
        if (empty > 0)
        {
            yield return new Note("empty-interviews", Severity.Warning, FormattableString.Invariant(
                $"{empty} of {survey.Respondents} interviews hold no answer at all."));
        }

        string[] against = [.. directions.Where(entry => entry.Verdict == DirectionVerdict.Against).Select(entry => entry.Item.Id)];
        if (against.Length > 0)
        {
            yield return new Note("item-against", Severity.Warning,
                $"Answers to {string.Join(", ", against)} run against the other items of their construct: look at the column reverse of the codebook.");
        }
    }
}
