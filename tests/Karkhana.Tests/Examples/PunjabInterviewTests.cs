using Karkhana.Capability;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Examples;

/// <summary>What was planted in the interviews is found, whatever the seed.</summary>
public sealed class PunjabInterviewTests : IDisposable
{
    private readonly ExampleFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData(2003)]
    [InlineData(42)]
    public void The_interviewer_who_straight_lines_and_the_one_who_is_too_fast_stand_out(int seed)
    {
        SurveyQualityResult quality = SurveyQuality.Estimate(Read(seed).Survey!);

        quality.Interviewers.Select(entry => entry.Interviewer).ShouldBe([.. Enumerable.Range(1, 8).Select(n => FormattableString.Invariant($"INT{n}"))]);
        foreach (InterviewerSummary entry in quality.Interviewers)
        {
            (entry.StraightLinedShare > 0.6).ShouldBe(entry.Interviewer == "INT4", entry.Interviewer);
            (entry.DurationRatio < 0.5).ShouldBe(entry.Interviewer == "INT7", entry.Interviewer);
            (entry.FailedShare > 0.15).ShouldBe(entry.Interviewer is "INT4" or "INT7", entry.Interviewer);
        }

        quality.StraightLines.Where(line => line.Battery == "AR L5").Count(line => line.BothDirections).ShouldBeGreaterThan(230);
        quality.InterviewerEffects.ShouldAllBe(effect => effect.AdjustedPValue > 0.001); // makers were given to them at random
        quality.Directions.ShouldAllBe(entry => entry.Verdict != DirectionVerdict.Against);
        quality.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2003)]
    [InlineData(42)]
    public void One_maker_in_ten_was_visited_again_and_four_answers_in_five_are_the_same(int seed)
    {
        Survey survey = Read(seed).Survey!;

        survey.SecondVisits!.Respondents.ShouldBe(24);
        DoubleVisits.Estimate(survey).Average(visit => visit.Agreement).ShouldBe(0.8, tolerance: 0.04);
    }

    [Fact]
    public void The_truth_lists_the_interviews_that_were_straight_lined()
    {
        string folder = _folders.Write("punjab-farm-equipment", 2003);
        string[][] truth = [.. File.ReadLines(Path.Combine(folder, "truth", "interviews.csv")).Skip(1).Select(line => line.Split(','))];
        Study study = StudyReader.Read(folder, cancellationToken: TestContext.Current.CancellationToken);
        HashSet<string> flagged = [.. StraightLining.Estimate(study.Survey!)
            .Where(line => line is { Battery: "AR L5", Flagged: true }).Select(line => study.Firms.Ids[study.Survey!.Firms[line.Respondent]])];

        string[] planted = [.. truth.Where(row => row[2] == "true").Select(row => row[0])];

        planted.Length.ShouldBeInRange(20, 30);
        planted.Count(flagged.Contains).ShouldBeGreaterThanOrEqualTo(planted.Length - 1); // a few lost too many answers to be judged
        truth.Where(row => row[2] == "true").ShouldAllBe(row => row[1] == "INT4");
        truth.Where(row => row[3] == "true").ShouldAllBe(row => row[1] == "INT7");
    }

    private Study Read(int seed) => StudyReader.Read(
        _folders.Write("punjab-farm-equipment", (ulong)seed), cancellationToken: TestContext.Current.CancellationToken);
}
