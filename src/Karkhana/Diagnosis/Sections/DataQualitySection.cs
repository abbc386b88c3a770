using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What was read, what was odd about it, and how many answered.</summary>
internal static class DataQualitySection
{
    private const int MostProblems = 200;

    public static Section Compose(Findings findings)
    {
        Study study = findings.Study;
        List<Block> blocks =
        [
            new TableBlock(FilesOf(study), Sentence.Of("data_quality.files")),
            new ParagraphBlock([Sentence.Of("data_quality.projection", ("projection", study.Firms.Projection))]),
        ];
        DataProblem[] problems = [.. study.Problems.Take(MostProblems)];
        blocks.Add(problems.Length == 0
            ? new ParagraphBlock([Sentence.Of("data_quality.no_problems")])
            : new TableBlock(
                ProblemsOf(problems), Sentence.Of("data_quality.problems", ("count", study.Problems.Count))));
        if (study.Survey is { } survey)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of(
                "data_quality.response", ("surveyed", survey.Respondents), ("focal", findings.Focus.Firms.Length), ("items", survey.Items.Count))]));
            blocks.Add(new TableBlock(MissingOf(survey), Sentence.Of("data_quality.missing")));
        }

        return new Section("data_quality", blocks);
    }

    private static Table FilesOf(Study study) => Table.Of(
        "files",
        Column.Of("file", study.Files.Select(file => (string?)file.Name), "File", "File of the study."),
        Column.Of("rows", study.Files.Select(file => (double)file.Rows), "Rows", "", "Data rows."),
        Column.Of(
            "sha256", study.Files.Select(file => (string?)file.Sha256[..16]), "SHA-256 begins",
            "First 16 digits of the hash of the bytes."));

    private static Table ProblemsOf(DataProblem[] problems) => Table.Of(
        "problems",
        Column.Of(
            "severity", problems.Select(problem => (string?)problem.Severity.ToString().ToLowerInvariant()),
            "Severity", "information or warning; errors stop a run."),
        Column.Of("place", problems.Select(problem => (string?)problem.Place), "Place", "File, row and column."),
        Column.Of("expected", problems.Select(problem => (string?)problem.Expected), "Expected", "What was expected."),
        Column.Of("found", problems.Select(problem => (string?)problem.Found), "Found", "What came."));

    private static Table MissingOf(Survey survey)
    {
        IGrouping<string, int>[] blocks = [.. Enumerable.Range(0, survey.Items.Count).GroupBy(item => survey.Items[item].Block).OrderBy(group => group.Key, StringComparer.Ordinal)];
        double Share(IGrouping<string, int> block, MissingCode code) => survey.Respondents == 0
            ? double.NaN
            : block.Sum(item => survey.Missing[item].Count(missing => missing == code)) / (double)(block.Count() * survey.Respondents);
        return Table.Of(
            "missing_answers",
            Column.Of("block", blocks.Select(block => (string?)block.Key), "Block", "Block of the questionnaire."),
            Column.Of("items", blocks.Select(block => block.Count()), "Items", "", "Items of the block."),
            Column.Of(
                "present", blocks.Select(block => Share(block, MissingCode.Present)), "Answered", "share",
                "Answers that are there."),
            Column.Of(
                "not_applicable", blocks.Select(block => Share(block, MissingCode.NotApplicable)), "Not applicable",
                "share", "The question does not apply."),
            Column.Of(
                "not_asked", blocks.Select(block => Share(block, MissingCode.NotAsked)), "Not asked", "share",
                "The question was not put."),
            Column.Of(
                "dont_know", blocks.Select(block => Share(block, MissingCode.DontKnow)), "Don't know", "share",
                "The firm does not know."),
            Column.Of(
                "refused", blocks.Select(block => Share(block, MissingCode.Refused)), "Refused", "share",
                "The firm would not say."));
    }
}
