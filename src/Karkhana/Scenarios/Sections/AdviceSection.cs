using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>The advice by rules beside the order by simulation, disagreements said.</summary>
internal static class AdviceSection
{
    public static Section Compose(PolicyStudyResult result) => new("scenario_advice", Blocks(result));

    public static IReadOnlyList<Block> Blocks(PolicyStudyResult result)
    {
        if (result.Simulation.Agreement is not { Levers.Count: > 0 } agreement)
        {
            return [new ParagraphBlock([Sentence.Of("scenarios.agreement_none")], Tone.Caution)];
        }

        LeverAgreement[] apart = [.. agreement.Levers.Where(lever => lever.Verdict != AgreementVerdict.Agree)];
        List<Block> blocks =
        [
            new ParagraphBlock(
                [Sentence.Of(
                    "scenarios.agreement", ("agree", agreement.Levers.Count - apart.Length), ("levers", agreement.Levers.Count),
                    ("correlation", agreement.RankCorrelation))],
                Tone.Finding),
            new ParagraphBlock([Sentence.Of("scenarios.agreement_reading", ("horizon", result.Simulation.Options.Model.Horizon))]),
        ];
        if (apart.Length > 0)
        {
            blocks.Add(new ListBlock([.. apart.Select(lever => Sentence.Of(
                $"scenarios.disagree_{Words.Of(lever.Verdict)}", ("lever", $"{lever.Lever.Id} {lever.Lever.Name}"), ("rule", lever.RuleRank),
                ("simulation", lever.SimulationRank)))]));
        }

        blocks.Add(new TableBlock(agreement.ToTable(), Sentence.Of("scenarios.agreement_caption")));
        return blocks;
    }
}
