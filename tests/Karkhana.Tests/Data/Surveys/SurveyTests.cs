using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Surveys;

public sealed class SurveyTests
{
    [Fact]
    public void Missing_codes_are_kept_apart_and_are_never_numbers()
    {
        using StudyFolder folder = new();

        Survey survey = Read(folder);

        survey.Firms.ShouldBe([0, 1, 3]);
        survey.AnswersTo("C31").ShouldBe([4, double.NaN, 1]);
        survey.AnswersTo("N01").ShouldBe([3, double.NaN, double.NaN]);
        survey.Missing[survey.Find("C31")].ShouldBe([MissingCode.Present, MissingCode.NotApplicable, MissingCode.Present]);
        survey.Missing[survey.Find("C32")].ShouldBe([MissingCode.Present, MissingCode.Present, MissingCode.NotAsked]);
        survey.Missing[survey.Find("N01")].ShouldBe([MissingCode.Present, MissingCode.DontKnow, MissingCode.Refused]);
    }

    [Theory]
    [InlineData("", MissingCode.NotAsked)]
    [InlineData("NA", MissingCode.NotAsked)]
    [InlineData("not_asked", MissingCode.NotAsked)]
    [InlineData("Not asked", MissingCode.NotAsked)]
    [InlineData("NOT_APPLICABLE", MissingCode.NotApplicable)]
    [InlineData("don't know", MissingCode.DontKnow)]
    [InlineData("dont_know", MissingCode.DontKnow)]
    [InlineData(" Refused ", MissingCode.Refused)]
    [InlineData("5", MissingCode.Present)]
    [InlineData("yes", MissingCode.Present)]
    public void Missing_codes_may_be_written_as_people_write_them(string cell, MissingCode expected)
    {
        using StudyFolder folder = new();
        folder.Replace("survey.csv", "1.5,4", $"1.5,{cell}");

        Survey survey = Read(folder);

        survey.Missing[0][0].ShouldBe(expected);
        double.IsNaN(survey.Answers[0][0]).ShouldBe(expected != MissingCode.Present);
    }

    [Theory]
    [InlineData("yes", 1)]
    [InlineData("TRUE", 1)]
    [InlineData("1", 1)]
    [InlineData("n", 0)]
    [InlineData("false", 0)]
    public void Yes_is_one_and_no_is_nought(string cell, double expected)
    {
        using StudyFolder folder = new();
        folder.Replace("survey.csv", "4,2,3", $"4,2,{cell}");

        Read(folder).AnswersTo("N01")![0].ShouldBe(expected);
    }

    [Fact]
    public void Items_carry_what_the_codebook_says()
    {
        using StudyFolder folder = new();

        Survey survey = Read(folder);

        SurveyItem stops = survey.Items[survey.Find("C32")];
        (stops.Construct, stops.Minimum, stops.Maximum, stops.Reverse, stops.Function, stops.Complexity)
            .ShouldBe(("capability", 1, 5, true, "process", 2));
        stops.Labels["en"].ShouldBe("Stops often");
        SurveyItem engineers = survey.Items[survey.Find("N01")];
        (engineers.Minimum, double.IsNaN(engineers.Maximum), engineers.Complexity).ShouldBe((0, true, 0));
        survey.ItemsOf("capability").ShouldBe([0, 1]);
        (survey.Find("C99"), survey.AnswersTo("C99")).ShouldBe((-1, null));
    }

    [Fact]
    public void Labels_of_survey_tools_name_their_language_in_brackets()
    {
        using StudyFolder folder = new();
        folder.Replace("codebook.csv", "label_en", "label::اردو (ur)").Replace("codebook.csv", "Keeps records", "ریکارڈ");

        Read(folder).Items[0].Labels.ShouldBe(new Dictionary<string, string> { ["ur"] = "ریکارڈ" });
    }

    [Fact]
    public void Weights_are_kept_and_are_one_unless_given()
    {
        using StudyFolder folder = new();
        Read(folder).Weights.ShouldBe([1.5, 1, 0.8]);

        folder.Replace("study.toml", "weight = \"weight\"", "");

        Read(folder).Weights.ShouldBe([1, 1, 1]);
    }

    private static Survey Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken).Survey.ShouldNotBeNull();
}
