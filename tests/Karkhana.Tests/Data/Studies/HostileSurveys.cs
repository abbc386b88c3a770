using Karkhana.Core.Errors;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies with broken ties, answers or codebooks.</summary>
internal static class HostileSurveys
{
    private const string Ties = "ties.csv";
    private const string Survey = "survey.csv";
    private const string Codebook = "codebook.csv";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["no file of ties"] = new(study => study.Delete(Ties), "missing-file", Ties),
        ["a tie from an unknown firm"] = new(Of(Ties, "F2,F3", "F9,F3"), "unknown-firm", Ties, 3, "from"),
        ["a tie to an unknown firm"] = new(Of(Ties, "F2,F3", "F2,f3"), "unknown-firm", Ties, 3, "to"),
        ["a tie to nobody"] = new(Of(Ties, "F2,F3", "F2,"), "unknown-firm", Ties, 3, "to"),
        ["a tie of a firm with itself"] = new(Of(Ties, "F2,F3", "F2,F2"), "self-tie", Ties, 3, "to"),
        ["a tie twice"] = new(Of(Ties, "F2,F3", "F1,F2"), "duplicate-tie", Ties, 3, "to", Severity.Warning),
        ["a negative tie"] = new(Of(Ties, "2.5", "-2.5"), "bad-tie-value", Ties, 4, "value"),
        ["a tie with a word for its value"] = new(Of(Ties, "2.5", "strong"), "bad-tie-value", Ties, 4, "value"),
        ["a tie without end"] = new(Of(Ties, "2.5", "1e999"), "bad-tie-value", Ties, 4, "value"),
        ["ties without a column that is named"] = new(Of(Ties, "kind", "sort"), "missing-column", Ties, 1, "kind"),
        ["an answer that cannot be read"] = new(Of(Survey, "1.5,4", "1.5,often"), "unknown-code", Survey, 2, "C31"),
        ["an answer above its scale"] = new(Of(Survey, "1.5,4", "1.5,6"), "outside-scale", Survey, 2, "C31"),
        ["an answer below its scale"] = new(Of(Survey, "1.5,4", "1.5,0"), "outside-scale", Survey, 2, "C31"),
        ["a missing code that is a number"] = new(Of(Survey, "1.5,4", "1.5,-99"), "outside-scale", Survey, 2, "C31"),
        ["a negative count"] = new(Of(Survey, "2,3", "2,-3"), "outside-scale", Survey, 2, "N01"),
        ["an unknown missing code"] = new(Of(Survey, "refused", "no_answer"), "unknown-code", Survey, 4, "N01"),
        ["NaN for an answer"] = new(Of(Survey, "1.5,4", "1.5,NaN"), "unknown-code", Survey, 2, "C31"),
        ["a formula for an answer"] = new(Of(Survey, "1.5,4", "1.5,=cmd|'/C calc'!A0"), "unknown-code", Survey, 2, "C31"),
        ["an answer of a firm that is not in the register"] = new(Of(Survey, "F2,", "F9,"), "unknown-firm", Survey, 3, "firm"),
        ["an answer of nobody"] = new(Of(Survey, "F2,", ","), "unknown-firm", Survey, 3, "firm"),
        ["two interviews of a firm"] = new(Of(Survey, "F2,", "F1,"), "duplicate-answer", Survey, 3, "firm"),
        ["a weight of nought"] = new(Of(Survey, "F1,1.5", "F1,0"), "bad-weight", Survey, 2, "weight"),
        ["a negative weight"] = new(Of(Survey, "F1,1.5", "F1,-1"), "bad-weight", Survey, 2, "weight"),
        ["no weight"] = new(Of(Survey, "F1,1.5", "F1,"), "bad-weight", Survey, 2, "weight"),
        ["a survey with a header alone"] = new(study => study.Write(Survey, "firm,weight,C31,C32,N01\n"), "no-rows", Survey),
        ["a survey with a short row"] = new(Of(Survey, "4,2,3", "4,2"), "ragged-row", Survey, 2),
        ["a survey without the column of firms"] = new(Of(Survey, "firm,", "fim,"), "missing-column", Survey, 1, "firm"),
        ["an item that is not in the codebook"] = new(
            study => study.Replace(Survey, "C32,N01", "C32,N02").Replace(Codebook, "N01,", "N02,")
                .Replace(Survey, "firm,weight,C31", "firm,weight,C39").Replace(Codebook, "C31,", "C39,")
                .Replace(Codebook, "C32,C,capability,F5,1,5,true,process,2,Stops often\n", ""),
            "no-codebook-line", Survey, 1, "C32", Severity.Warning),
        ["an item without a column"] = new(
            study => study.Append(Codebook, "C33,C,capability,F5,1,5,,,,\n"), "item-without-column", Survey, 1, "C33", Severity.Warning),
        ["no codebook"] = new(study => study.Delete(Codebook), "missing-file", Codebook),
        ["a codebook without scales"] = new(Of(Codebook, "min,max", "min,most"), "missing-column", Codebook, 1, "max"),
        ["a codebook with min above max"] = new(study => study.Append(Codebook, "C33,C,capability,F5,5,1,,,,\n"), "bad-range", Codebook, 5, "max"),
        ["a codebook with a word for min"] = new(Of(Codebook, "F5,1,5,true", "F5,one,5,true"), "not-a-number", Codebook, 3, "min"),
        ["a codebook with an item twice"] = new(
            study => study.Append(Codebook, "C31,C,capability,F5,1,5,,,,\n"), "duplicate-item", Codebook, 5, "item"),
        ["a codebook with an item without id"] = new(
            study => study.Append(Codebook, ",C,capability,F5,1,5,,,,\n"), "missing-id", Codebook, 5, "item"),
        ["a codebook with a row of the matrix that is not there"] = new(
            Of(Codebook, "process,2", "process,4"), "unknown-code", Codebook, 3, "complexity"),
        ["a codebook with a doubtful reverse"] = new(
            Of(Codebook, "1,5,true", "1,5,maybe"), "unknown-code", Codebook, 3, "reverse"),
    };

    private static readonly (string Old, string By) SurveyKeys = ("weight = \"weight\"", """
        weight = "weight"
        interviewer = "by"
        duration = "minutes"
        visit = "visit"

        """);

    private const string Interviewed = """
        firm,weight,C31,C32,N01,by,minutes,visit
        F1,1.5,4,2,3,A,60,1
        F1,1.5,4,2,3,B,40,2
        F2,1,5,5,1,B,55,1

        """;

    /// <summary>Gets studies whose interviews are described, with one thing broken in the description.</summary>
    public static IReadOnlyDictionary<string, HostileStudy> Interviews { get; } = new Dictionary<string, HostileStudy>
    {
        ["a duration of nought"] = new(Held("A,60,1", "A,0,1"), "bad-duration", Survey, 2, "minutes"),
        ["a negative duration"] = new(Held("A,60,1", "A,-60,1"), "bad-duration", Survey, 2, "minutes"),
        ["a duration that is a word"] = new(Held("A,60,1", "A,one hour,1"), "not-a-number", Survey, 2, "minutes"),
        ["an interview without interviewer"] = new(
            Held("A,60,1", ",60,1"), "missing-interviewer", Survey, 2, "by", Severity.Warning),
        ["a third visit"] = new(Held("B,40,2", "B,40,3"), "bad-visit", Survey, 3, "visit"),
        ["a visit of no number"] = new(Held("B,40,2", "B,40,again"), "bad-visit", Survey, 3, "visit"),
        ["half a visit"] = new(Held("B,40,2", "B,40,1.5"), "bad-visit", Survey, 3, "visit"),
        ["a visit that is not numbered"] = new(Held("B,40,2", "B,40,"), "bad-visit", Survey, 3, "visit"),
        ["two first visits of a firm"] = new(Held("B,40,2", "B,40,1"), "duplicate-answer", Survey, 3, "firm"),
        ["a second visit alone"] = new(Held("B,55,1", "B,55,2"), "bad-visit", Survey, 4, "visit"),
        ["an answer outside its scale at the second visit"] = new(
            Held("F1,1.5,4,2,3,B", "F1,1.5,9,2,3,B"), "outside-scale", Survey, 3, "C31"),
        ["a column of interviewers that is not there"] = new(
            Held("N01,by", "N01,who"), "missing-column", Survey, 1, "by"),
        ["a beginning without an end"] = new(
            Timed("started = \"start\"", "start", "2024-05-01 10:00"), "missing-key", "study.toml", null, "survey.ended"),
        ["an end before the beginning"] = new(
            Timed("started = \"start\"\nended = \"end\"", "start,end", "2024-05-01 10:00,2024-05-01 09:00"),
            "bad-duration", Survey, 2, "end"),
        ["a time that cannot be read"] = new(
            Timed("started = \"start\"\nended = \"end\"", "start,end", "10 o'clock,2024-05-01 11:00"),
            "bad-time", Survey, 2, "start"),
        ["a check whose right answer is outside the scale"] = new(
            study => study.Write(Codebook, """
                item,block,construct,scale,min,max,reverse,expected
                C31,C,capability,F5,1,5,false,7
                C32,C,capability,F5,1,5,true,
                N01,E,effort,N,0,,,

                """),
            "bad-expected", Codebook, 2, "expected"),
        ["an item of the bank on another scale"] = new(
            study => study.Append(Codebook, "C01,C,capability,F5,1,4,true,,,\n").Replace(Survey, "C31,C32,N01", "C31,C32,C01")
                .Replace(Codebook, "N01,E,effort,N,0,,,,,Engineers\n", ""),
            "other-than-bank", Codebook, 4, "scale", Severity.Warning),
        ["no codebook, and columns that are no items of the bank"] = new(
            study => study.Replace("study.toml", "codebook = \"codebook.csv\"\n", ""), "missing-key", "study.toml", null, "survey.codebook"),
    };

    private static Action<StudyFolder> Held(string old, string by) => study => study
        .Replace("study.toml", SurveyKeys.Old, SurveyKeys.By).Write(Survey, Interviewed).Replace(Survey, old, by);

    private static Action<StudyFolder> Timed(string keys, string columns, string cells) => study => study
        .Replace("study.toml", SurveyKeys.Old, $"{SurveyKeys.Old}\n{keys}")
        .Write(Survey, $"firm,weight,C31,C32,N01,{columns}\nF1,1.5,4,2,3,{cells}\n");

    private static Action<StudyFolder> Of(string file, string old, string by) => study => study.Replace(file, old, by);
}
