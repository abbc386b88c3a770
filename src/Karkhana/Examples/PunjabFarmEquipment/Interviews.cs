using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Who held the interviews, how long they took, who was visited again, and what was planted in them.</summary>
internal sealed class Interviews
{
    private const int Dealing = 3;
    private const int Timing = 4;
    private const int Lining = 5;
    private const int Choosing = 6;
    private const int Checking = 7;

    private readonly int[] _interviewers;
    private readonly bool[] _straightLined;
    private readonly double[] _line;
    private readonly ulong _seed;

    public Interviews(int respondents, ulong seed)
    {
        _seed = seed;
        int[] order = [.. Enumerable.Range(0, respondents)];
        new RandomStream(seed, RandomPurpose.SyntheticAnswers, Dealing).Shuffle<int>(order);
        _interviewers = new int[respondents];
        for (int i = 0; i < respondents; i++)
        {
            _interviewers[order[i]] = 1 + (i % InterviewParameters.Interviewers.Whole);
        }

        RandomStream lining = new(seed, RandomPurpose.SyntheticAnswers, Lining);
        (double Uniform, bool High)[] draws = [.. Enumerable.Range(0, respondents).Select(
            _ => (lining.NextDouble(), lining.NextBool(0.5)))];
        _straightLined = [.. draws.Select((draw, i) => _interviewers[i] == InterviewParameters.StraightLiner.Whole
            && draw.Uniform < InterviewParameters.StraightLined)];
        _line = [.. draws.Select(draw => draw.High ? 4.0 : 3.0)];
        RandomStream timing = new(seed, RandomPurpose.SyntheticAnswers, Timing);
        Minutes = [.. _interviewers.Select(interviewer => Took(interviewer, timing))];
        int[] chosen = [.. Enumerable.Range(0, respondents)];
        RandomStream choosing = new(seed, RandomPurpose.SyntheticAnswers, Choosing);
        choosing.ShuffleFront<int>(chosen, InterviewParameters.SecondVisits.Whole);
        VisitedAgain = [.. chosen.Take(InterviewParameters.SecondVisits.Whole).Order()];
        SecondMinutes = [.. VisitedAgain.Select(respondent => Took(Another(respondent), choosing))];
    }

    /// <summary>Gets the minutes of the first visits.</summary>
    public double[] Minutes { get; }

    /// <summary>Gets those that were visited again, as positions among the respondents.</summary>
    public int[] VisitedAgain { get; }

    /// <summary>Gets the minutes of the second visits.</summary>
    public double[] SecondMinutes { get; }

    public bool IsStraightLined(int respondent) => _straightLined[respondent];

    public bool IsHasty(int respondent) => _interviewers[respondent] == InterviewParameters.Hasty.Whole;

    public string Interviewer(int respondent) => Code(_interviewers[respondent]);

    public string SecondInterviewer(int respondent) => Code(Another(respondent));

    /// <summary>Gives the answers to an item of the battery as they were written down.</summary>
    public double[] WrittenDown(double[] answers) =>
        [.. answers.Select((answer, i) => _straightLined[i] ? _line[i] : answer)];

    /// <summary>Gives the answers to an attention check.</summary>
    public double[] Checked(Item item, int place)
    {
        RandomStream stream = new(_seed, RandomPurpose.SyntheticAnswers, Checking, place);
        return [.. _interviewers.Select(interviewer =>
        {
            (double uniform, double other) = (stream.NextDouble(), stream.NextDouble());
            Parameter failed = interviewer == InterviewParameters.StraightLiner.Whole || interviewer == InterviewParameters.Hasty.Whole
                ? InterviewParameters.FailedCheckCareless : InterviewParameters.FailedCheck;
            return uniform < failed ? Other(item, other) : item.Expected!.Value;
        })];
    }

    // Each step but the expected one is as likely.
    private static double Other(Item item, double uniform)
    {
        double answer = item.Minimum + Math.Floor(uniform * (item.Maximum - item.Minimum));
        return answer >= item.Expected ? answer + 1 : answer;
    }

    private static double Took(int interviewer, RandomStream stream) => Math.Round(
        Sampling.LogNormal(stream, InterviewParameters.Minutes, InterviewParameters.MinutesSpread)
        * (interviewer == InterviewParameters.Hasty.Whole ? InterviewParameters.HastyFactor : 1));

    private static string Code(int interviewer) => FormattableString.Invariant($"INT{interviewer}");

    private int Another(int respondent) => 1 + (_interviewers[respondent] % InterviewParameters.Interviewers.Whole);
}
