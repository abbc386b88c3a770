using Karkhana.Core.Documents;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What a programme is estimated to have changed (M10), or what that would need.</summary>
internal static class ProgrammeSection
{
    private const string Claim = "programme-worked";

    public static Section Compose(Findings findings) => new("programme", Blocks(findings.Programme));

    private static IReadOnlyList<Block> Blocks(ProgrammeFindings? programme) => programme switch
    {
        null => [new ParagraphBlock([Sentence.Of("programme.none")], Tone.Caution)],
        { Evaluation: null } => [new ParagraphBlock([Sentence.Of("programme.no_panel", ("takers", programme.Takers), ("years", programme.Years))], Tone.Caution)],
        { Evaluation: { Arms.Count: 0 } refused } => [new ParagraphBlock([Refused(refused)], Tone.Caution), Notes(refused)],
        { Evaluation: { } evaluation } =>
        [
            evaluation.Arms[0].HasOnePlace
                ? new ParagraphBlock([Effect(evaluation)], Tone.Caution)
                : new ParagraphBlock([Effect(evaluation), Sentence.Of("programme.detectable", ("effect", evaluation.DetectableEffect), ("power", evaluation.Power))], Tone.Finding),
            Notes(evaluation),
            new TableBlock(evaluation.ToTable(), Sentence.Of("programme.caption")),
            new TableBlock(evaluation.EventTimeTable(), Sentence.Of("programme.event_caption")),
            new TableBlock(evaluation.BoundsTable(), Sentence.Of("programme.bounds_caption")),
        ],
    };

    private static Sentence Refused(ProgrammeEvaluationResult refused) => Sentence.Of(
        "programme.refused", ("takers", refused.Treated), ("least_takers", ProgrammeEvaluation.LeastFirms), ("periods", refused.PeriodsBefore),
        ("controls", refused.Controls), ("least_controls", ProgrammeEvaluation.LeastControls));

    private static Sentence Effect(ProgrammeEvaluationResult evaluation)
    {
        ArmEffect took = evaluation.Arms[0];
        bool isClear = took.Low > 0 || took.High < 0;
        return Sentence.Of(
            took.HasOnePlace ? "programme.effect_one_place" : isClear ? "programme.effect" : "programme.effect_unclear", ("effect", took.Estimate), ("low", took.Low), ("high", took.High), ("firms", took.Firms),
            ("controls", took.Controls), ("periods", evaluation.PeriodsBefore), ("trend", took.Effects.BeforeAdoption.PValue)).Claiming(Claim);
    }

    private static ListBlock Notes(ProgrammeEvaluationResult evaluation) =>
        new([.. evaluation.Notes.Select(note => Sentence.Of("scenarios.note", ("text", note.Text)))]);
}
