using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Surveys;

public sealed class InterviewTests
{
    private const string Weight = "weight = \"weight\"";

    [Fact]
    public void Nothing_is_known_of_interviews_unless_the_study_says_so()
    {
        using StudyFolder folder = new();

        Survey survey = Read(folder);

        survey.Interviewers.ShouldBeEmpty();
        survey.Minutes.ShouldBeEmpty();
        survey.SecondVisits.ShouldBeNull();
    }

    [Fact]
    public void Interviewers_durations_and_second_visits_are_read()
    {
        using StudyFolder folder = Visited();

        Survey survey = Read(folder);

        survey.Firms.ShouldBe([0, 1, 3]);
        survey.Interviewers.ShouldBe(["A", "B", "A"]);
        survey.Minutes.ShouldBe([60, double.NaN, 42.5]);
        Survey second = survey.SecondVisits.ShouldNotBeNull();
        second.Firms.ShouldBe([1]);
        second.Interviewers.ShouldBe(["A"]);
        second.AnswersTo("C31").ShouldBe([5]);
        second.Weights.ShouldBe([1]);
        survey.AnswersTo("C31").ShouldBe([4, double.NaN, 1]); // a second visit does not enter the answers
        survey.Missing[0][1].ShouldBe(MissingCode.NotApplicable);
    }

    [Fact]
    public void A_smaller_survey_keeps_what_is_known_of_its_interviews()
    {
        using StudyFolder folder = Visited();
        Survey survey = Read(folder);

        Survey one = survey.Of([1, 2]).ShouldNotBeNull();
        Survey other = survey.Of([0, 3]).ShouldNotBeNull();

        (one.Interviewers[0], one.Minutes[0], one.SecondVisits!.Respondents).ShouldBe(("B", double.NaN, 1));
        (other.Interviewers.Length, other.Minutes[1], other.SecondVisits!.Respondents).ShouldBe((2, 42.5, 0));
        survey.Of([2]).ShouldBeNull();
    }

    [Theory]
    [InlineData("2024-05-17 10:30", "2024-05-17 11:15", 45)]
    [InlineData("2024-05-17T10:30:00", "2024-05-17T11:00:30", 30.5)]
    [InlineData("2024-05-17T23:50:00+05:00", "2024-05-18T00:10:00+05:00", 20)]
    [InlineData("", "2024-05-17 11:15", double.NaN)]
    public void Times_give_the_duration(string started, string ended, double minutes)
    {
        using StudyFolder folder = new();
        folder.Replace("study.toml", Weight, $"{Weight}\nstarted = \"start\"\nended = \"end\"")
            .Write("survey.csv", $"firm,weight,C31,C32,N01,start,end\nF1,1,4,2,3,{started},{ended}\n");

        Read(folder).Minutes.ShouldBe([minutes]);
    }

    [Fact]
    public void A_duration_beside_times_is_used_and_said()
    {
        using StudyFolder folder = new();
        folder.Replace("study.toml", Weight, $"{Weight}\nduration = \"minutes\"\nstarted = \"start\"\nended = \"end\"")
            .Write("survey.csv", "firm,weight,C31,C32,N01,minutes,start,end\nF1,1,4,2,3,50,2024-05-17 10:00,2024-05-17 12:00\n");

        Study study = StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken);

        study.Survey!.Minutes.ShouldBe([50]);
        study.Problems.ShouldHaveSingleItem().Code.ShouldBe("unused-key");
    }

    private static StudyFolder Visited() => new StudyFolder()
        .Replace("study.toml", Weight, $"{Weight}\ninterviewer = \"by\"\nduration = \"minutes\"\nvisit = \"visit\"")
        .Write("survey.csv", """
            firm,weight,C31,C32,N01,by,minutes,visit
            F1,1.5,4,2,3,A,60,1
            F2,1,5,4,2,A,50,2
            F2,1,not_applicable,5,dont_know,B,,1
            F4,0.8,1,,refused,A,42.5,1

            """);

    private static Survey Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken).Survey.ShouldNotBeNull();
}
