using Karkhana.Core.Documents;

namespace Karkhana.Scenarios.Sections;

/// <summary>What a budget allows.</summary>
internal static class BudgetSection
{
    public static Section Compose(PolicyStudyResult result)
    {
        IReadOnlyList<Sentence> sentences = ScenarioSummary.Budget(result.Simulation);
        List<Block> blocks = sentences.Count == 0 ? [] : [new ParagraphBlock(sentences, Tone.Finding)];
        if (result.Simulation is { BelowMinimum: null, Budget: { Comparison: not null } answer })
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("scenarios.budget_sum")], Tone.Caution));
            blocks.Add(new TableBlock(BudgetTable.Of(answer), Sentence.Of("scenarios.budget_caption")));
        }

        return new Section("scenario_budget", blocks);
    }
}
