using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The hypotheses of the framework with what this study says of each.</summary>
internal static class HypothesisSection
{
    public static Section Compose(Findings findings)
    {
        if (findings.Integration?.Hypotheses is not { } tests)
        {
            return new Section("hypotheses", [new ParagraphBlock([Sentence.Of("hypotheses.none")], Tone.Caution)]);
        }

        int Count(Verdict verdict) => tests.Results.Count(result => result.Verdict == verdict);
        return new Section("hypotheses",
        [
            new ParagraphBlock(
            [
                Sentence.Of(
                    "hypotheses.counts", ("all", tests.Results.Count), ("supported", Count(Verdict.Supported)),
                    ("not_supported", Count(Verdict.NotSupported)), ("cannot_tell", Count(Verdict.CannotTell))),
            ], Tone.Finding),
            new ParagraphBlock([Sentence.Of("hypotheses.rule", ("smallest", tests.Options.SmallestOfInterest))]),
            new ParagraphBlock([.. tests.Results.Where(result => result.Hypothesis.Rival).Select(Rival)]),
            .. Turning(tests),
            new TableBlock(Verdicts(tests), Sentence.Of("hypotheses.table")),
            new TableBlock(tests.ToParts(), Sentence.Of("hypotheses.estimates")),
        ]);
    }

    // Rivals are told in words whatever was found, so that nobody reads the table for the main story alone.
    private static Sentence Rival(HypothesisResult result) => Sentence.Of(
        (result.Hypothesis.Id, result.Verdict) switch
        {
            ("H16", Verdict.Supported) => "hypotheses.h16_supported",
            ("H16", Verdict.NotSupported) => "hypotheses.h16_not_supported",
            ("H16", _) => "hypotheses.h16_cannot_tell",
            (_, Verdict.Supported) => "hypotheses.h17_supported",
            (_, Verdict.NotSupported) => "hypotheses.h17_not_supported",
            _ => "hypotheses.h17_cannot_tell",
        },
        ("estimate", result.Parts.Count == 0 ? double.NaN : result.Parts[0].Estimate),
        ("low", result.Parts.Count == 0 ? double.NaN : result.Parts[0].Low),
        ("high", result.Parts.Count == 0 ? double.NaN : result.Parts[0].High));

    private static IEnumerable<Block> Turning(HypothesisTestsResult tests)
    {
        foreach (TurningPoint turning in tests.Results.Select(result => result.Turning).OfType<TurningPoint>())
        {
            (string, object?)[] arguments =
            [
                ("outcome", turning.Outcome.Replace('_', ' ')), ("term", turning.Term), ("estimate", turning.Estimate), ("low", turning.Fieller.Low),
                ("high", turning.Fieller.High), ("least", turning.Least), ("greatest", turning.Greatest), ("p", SummarySection.PValue(turning.PValue)),
            ];
            yield return new ParagraphBlock([Sentence.Of(
                !turning.IsWithinFirms ? "hypotheses.turns_nowhere" : turning.Fieller.IsBounded ? "hypotheses.turns" : "hypotheses.turns_unbounded",
                arguments).Claiming("advantage-profile")]);
        }
    }

    private static Table Verdicts(HypothesisTestsResult tests)
    {
        HypothesisResult[] rows = [.. tests.Results];
        return Table.Of(
            "hypothesis_verdicts",
            Column.Of("hypothesis", rows.Select(row => (string?)row.Hypothesis.Id), "Hypothesis", "Number in the framework."),
            Column.Of("statement", rows.Select(row => (string?)row.Hypothesis.Statement), "Statement", "What it says."),
            Column.Of("verdict", rows.Select(row => (string?)Words.Spaced(row.Verdict)), "Verdict", "What these data say."),
            Column.Of("falsifier", rows.Select(row => (string?)row.Hypothesis.Falsifier), "Would speak against it", "What would speak against it."),
            Column.Of("missing", rows.Select(row => row.Missing?.Replace('_', ' ')), "Missing", "Why the data do not tell, where they were not enough."));
    }
}
