using Karkhana.Core.Documents;

namespace Karkhana.Scenarios.Sections;

/// <summary>The scenario part that goes with a diagnosis.</summary>
internal static class BriefSection
{
    public const string Key = "scenarios";

    public static Section Compose(PolicyStudyResult? result) => result is null
        ? new Section(Key, [])
        : StudyMoney.In(
            new Section(Key, Blocks(result)), result.Simulation.Currency);

    private static IReadOnlyList<Block> Blocks(PolicyStudyResult result) =>
        [
            new ParagraphBlock([SetupSection.Setup(result.Simulation), Sentence.Of("scenarios.setup_doses")]),
            new ParagraphBlock([.. Extent(result), SetupSection.Calibrated(result.Simulation)], Tone.Caution),
            .. SetupSection.Notes(result.Simulation),
            .. LeverOutcomeSection.Blocks(result),
            .. PathSection.Blocks(result),
            .. RobustnessSection.Overturn(result),
            .. AdviceSection.Blocks(result),
        ];

    private static IEnumerable<Sentence> Extent(PolicyStudyResult result) => result.IsBrief
        ?
        [
            Sentence.Of(
                "scenarios.brief", ("levers", result.Simulation.Comparison.Effects.Count), ("replicates", result.Simulation.Options.Replicates)),
        ]
        : [];
}
