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
        ["an answer that cannot be read"] = new(Of(Survey, "1.5,4", "1.5,often"), "unknown-code", Survey, 2, "C01"),
        ["an answer above its scale"] = new(Of(Survey, "1.5,4", "1.5,6"), "outside-scale", Survey, 2, "C01"),
        ["an answer below its scale"] = new(Of(Survey, "1.5,4", "1.5,0"), "outside-scale", Survey, 2, "C01"),
        ["a missing code that is a number"] = new(Of(Survey, "1.5,4", "1.5,-99"), "outside-scale", Survey, 2, "C01"),
        ["a negative count"] = new(Of(Survey, "2,3", "2,-3"), "outside-scale", Survey, 2, "N01"),
        ["an unknown missing code"] = new(Of(Survey, "refused", "no_answer"), "unknown-code", Survey, 4, "N01"),
        ["NaN for an answer"] = new(Of(Survey, "1.5,4", "1.5,NaN"), "unknown-code", Survey, 2, "C01"),
        ["a formula for an answer"] = new(Of(Survey, "1.5,4", "1.5,=cmd|'/C calc'!A0"), "unknown-code", Survey, 2, "C01"),
        ["an answer of a firm that is not in the register"] = new(Of(Survey, "F2,", "F9,"), "unknown-firm", Survey, 3, "firm"),
        ["an answer of nobody"] = new(Of(Survey, "F2,", ","), "unknown-firm", Survey, 3, "firm"),
        ["two interviews of a firm"] = new(Of(Survey, "F2,", "F1,"), "duplicate-answer", Survey, 3, "firm"),
        ["a weight of nought"] = new(Of(Survey, "F1,1.5", "F1,0"), "bad-weight", Survey, 2, "weight"),
        ["a negative weight"] = new(Of(Survey, "F1,1.5", "F1,-1"), "bad-weight", Survey, 2, "weight"),
        ["no weight"] = new(Of(Survey, "F1,1.5", "F1,"), "bad-weight", Survey, 2, "weight"),
        ["a survey with a header alone"] = new(study => study.Write(Survey, "firm,weight,C01,C02,N01\n"), "no-rows", Survey),
        ["a survey with a short row"] = new(Of(Survey, "4,2,3", "4,2"), "ragged-row", Survey, 2),
        ["a survey without the column of firms"] = new(Of(Survey, "firm,", "fim,"), "missing-column", Survey, 1, "firm"),
        ["an item that is not in the codebook"] = new(
            study => study.Replace(Survey, "C02,N01", "C02,N02").Replace(Codebook, "N01,", "N02,")
                .Replace(Survey, "firm,weight,C01", "firm,weight,C09").Replace(Codebook, "C01,", "C09,")
                .Replace(Codebook, "C02,C,capability,F5,1,5,true,process,2,Stops often\n", ""),
            "no-codebook-line", Survey, 1, "C02", Severity.Warning),
        ["an item without a column"] = new(
            study => study.Append(Codebook, "C03,C,capability,F5,1,5,,,,\n"), "item-without-column", Survey, 1, "C03", Severity.Warning),
        ["no codebook"] = new(study => study.Delete(Codebook), "missing-file", Codebook),
        ["a codebook without scales"] = new(Of(Codebook, "min,max", "min,most"), "missing-column", Codebook, 1, "max"),
        ["a codebook with min above max"] = new(study => study.Append(Codebook, "C03,C,capability,F5,5,1,,,,\n"), "bad-range", Codebook, 5, "max"),
        ["a codebook with a word for min"] = new(Of(Codebook, "F5,1,5,true", "F5,one,5,true"), "not-a-number", Codebook, 3, "min"),
        ["a codebook with an item twice"] = new(
            study => study.Append(Codebook, "C01,C,capability,F5,1,5,,,,\n"), "duplicate-item", Codebook, 5, "item"),
        ["a codebook with an item without id"] = new(
            study => study.Append(Codebook, ",C,capability,F5,1,5,,,,\n"), "missing-id", Codebook, 5, "item"),
        ["a codebook with a row of the matrix that is not there"] = new(
            Of(Codebook, "process,2", "process,4"), "unknown-code", Codebook, 3, "complexity"),
        ["a codebook with a doubtful reverse"] = new(
            Of(Codebook, "1,5,true", "1,5,maybe"), "unknown-code", Codebook, 3, "reverse"),
    };

    private static Action<StudyFolder> Of(string file, string old, string by) => study => study.Replace(file, old, by);
}
