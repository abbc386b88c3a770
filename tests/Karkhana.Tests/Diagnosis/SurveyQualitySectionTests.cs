using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>What the report says of the quality of the survey, and what it says that it cannot.</summary>
public sealed class SurveyQualitySectionTests
{
    private static readonly Study Template = Read("template");
    private static readonly Lazy<Section> Punjab = new(() => SectionOf(PunjabDiagnosis.Findings));

    [Fact]
    public void The_planted_interviewers_are_in_the_table_and_in_the_figure()
    {
        Said(Punjab.Value).ShouldBe(
            [
                "survey_quality.reading", "survey_quality.nonresponse", "survey_quality.straight_lined", "survey_quality.stand_out", "survey_quality.alike",
                "survey_quality.assignment", "survey_quality.duration", "survey_quality.checks", "survey_quality.visits",
                "survey_quality.kappa",
            ]);
        Table interviewers = Punjab.Value.Blocks.OfType<TableBlock>().Single(block => block.Table.Name == "interviewers").Table;
        interviewers.RowCount.ShouldBe(8);
        FigureBlock figure = Punjab.Value.Blocks.OfType<FigureBlock>().Single(block => block.Id == "interviewers");
        Table bars = figure.Data["bars"];
        bars.Texts("term").Zip(bars.Numbers("estimate"), bars.Texts("group"))
            .Where(bar => bar.Second > 0.6).Select(bar => (bar.First, bar.Third)).ShouldBe([("INT4", "equal answers"), ("INT7", "short")]);
    }

    [Fact]
    public void Tables_of_the_quality_of_the_survey_are_written_once_each()
    {
        Findings findings = Run(Template);

        string[] names = [.. DiagnosisReport.Tables(findings).Select(table => table.Name)];

        foreach (string name in (string[])["item_response", "interview_quality", "survey_quality_notes"])
        {
            names.Count(table => table == name).ShouldBe(1, name);
        }
    }

    [Fact]
    public void What_the_study_does_not_give_is_said() => Said(SectionOf(Template)).ShouldBe(
    [
        "survey_quality.reading", "survey_quality.nonresponse", "survey_quality.no_interviewer", "survey_quality.no_duration",
        "survey_quality.no_checks", "survey_quality.no_visits",
    ]);

    [Fact]
    public void Two_interviewers_of_whom_one_held_few_interviews_are_held_back()
    {
        Section section = SectionOf(With(survey => survey with
        {
            Interviewers = [.. Enumerable.Range(0, survey.Respondents).Select(i => i < 3 ? "B" : "A")],
            Minutes = [.. Enumerable.Range(0, survey.Respondents).Select(i => i == 3 ? 10 : 50.0)],
        }));

        Table interviewers = section.Blocks.OfType<TableBlock>().Single(block => block.Table.Name == "interviewers").Table;
        interviewers.Numbers("n").ShouldBe([7, double.NaN]);
        interviewers.Numbers("median_minutes")[1].ShouldBe(double.NaN);
        Said(section).ShouldContain("survey_quality.duration");
    }

    [Fact]
    public void One_interviewer_interviews_without_interviewer_and_a_few_second_visits_have_sentences_of_their_own()
    {
        Section section = SectionOf(With(survey => survey with
        {
            Interviewers = [.. Enumerable.Range(0, survey.Respondents).Select(i => i == 0 ? "" : "A")],
            SecondVisits = survey.Of([.. survey.Firms.Take(3)]),
        }));

        foreach (string key in (string[])["unknown_interviewer", "one_interviewer", "few_visits"])
        {
            Said(section).ShouldContain($"survey_quality.{key}");
        }
    }

    [Fact]
    public void A_firm_without_any_answer_is_said()
    {
        Section section = SectionOf(With(survey => survey with
        {
            Answers = [.. survey.Answers.Select(item => (double[])[double.NaN, .. item.Skip(1)])],
            Missing = [.. survey.Missing.Select(item => (MissingCode[])[MissingCode.NotAsked, .. item.Skip(1)])],
        }));

        Said(section).ShouldContain("survey_quality.empty");
    }

    [Fact]
    public void A_register_without_survey_has_no_such_section() =>
        Report(Run(Template with { Survey = null })).Sections.ShouldAllBe(section => section.Key != "survey_quality");

    private static Study With(Func<Survey, Survey> change) => Template with { Survey = change(Template.Survey!) };

    private static Study Read(string name) => StudyReader.Read(
        Path.Combine(SharedFolder.RepositoryRoot, "studies", name), cancellationToken: TestContext.Current.CancellationToken);

    private static Findings Run(Study study) =>
        ClusterDiagnosis.Run(study, new() { Replicates = 19 }, cancellationToken: TestContext.Current.CancellationToken).Findings;

    private static Report Report(Findings findings)
    {
        Report report = DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings));
        HtmlReport.Render(report, TextCatalogue.Load()).ShouldNotBeEmpty(); // every sentence has what its places need
        return report;
    }

    private static Section SectionOf(Study study) => SectionOf(Run(study));

    private static Section SectionOf(Findings findings) => Report(findings).Sections.Single(section => section.Key == "survey_quality");

    private static string[] Said(Section section) =>
        [.. section.Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Sentences).Select(sentence => sentence.Key)];
}
