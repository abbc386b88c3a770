using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Plans;
using Karkhana.Policy;
using Karkhana.Scenarios.Sections;

namespace Karkhana.Scenarios.Programme;

/// <summary>The documents from diagnosis to programme that a study fills: action plan, indicators, check of the design (framework 4.4, 6.2, 6.3).</summary>
internal sealed class ProgrammeDocuments
{
    private readonly Findings _findings;
    private readonly PolicyStudyResult _result;
    private readonly ProgrammePlan _plan;
    private readonly ProgrammeDesignResult _design;
    private readonly RationaleCoverage _rationale;

    public ProgrammeDocuments(Findings findings, PolicyStudyResult result)
    {
        (_findings, _result) = (findings, result);
        PolicyFile file = result.Simulation.Policies;
        _plan = ProgrammePlan.Of(findings, file);
        _design = ProgrammeDesign.Estimate(file.Policies);
        _rationale = RationaleCoverage.Of(file.Policies.Where(policy => !policy.Intervention.IsBaseline).Select(policy => policy.Lever));
    }

    /// <summary>Gets the tables behind the documents.</summary>
    public IReadOnlyList<Table> Tables => [.. _plan.ToTables(), _design.ToTable(), _design.ChecklistTable(), _rationale.ToTable()];

    /// <summary>Gets the documents with their file names, without ending.</summary>
    public IReadOnlyList<(string Name, Report Report)> All =>
    [
        ("action-plan", ProgrammePlan.Document(_findings, "action_plan", [.. _plan.ActionBlocks(), .. InTheModel()])),
        ("monitoring-plan", ProgrammePlan.Document(_findings, "monitoring", _plan.MonitoringBlocks())),
        ("programme-design", ProgrammePlan.Document(_findings, "programme_design",
        [
            .. DesignSection.Blocks(_design),
            new TableBlock(_design.ToTable(), Sentence.Of("scenarios.design_caption")),
            new TableBlock(
                DesignSection.OfProgramme(_design.ChecklistTable(), "policy"), Sentence.Of("scenarios.checklist_caption")),
            new TableBlock(_rationale.ToTable(), Sentence.Of("scenarios.rationale_caption")),
        ])),
    ];

    private IEnumerable<Block> InTheModel()
    {
        if (_plan.Actions is not { Actions.Count: > 0 } plan)
        {
            yield break;
        }

        PolicySimulationResult simulation = _result.Simulation;
        HashSet<string> planned = [.. plan.Actions.Select(action => action.Policy.Intervention.Id)];
        yield return new ParagraphBlock([Sentence.Of("scenarios.plan_by_model")], Tone.Caution);
        yield return new ParagraphBlock([Sentence.Of("scenarios.plan_model"), .. ScenarioSummary.Cautions(_result)], Tone.Caution);
        yield return new TableBlock(
            LeverOutcomeSection.Ranked(_result, lever => planned.Contains(lever.Effect.Scenario)), Sentence.Of("scenarios.plan_model_caption"));
        yield return new ParagraphBlock(
            [Sentence.Of("scenarios.plan_costs", ("planned", plan.Firms), ("years", ActionPlan.Quarters / 4), ("firms", simulation.Firms), ("horizon", simulation.Options.Model.Horizon))]);
        foreach (IReadOnlyList<Sentence> told in new[] { CombinationSentences.Of(simulation), ScenarioSummary.Budget(simulation) }.Where(told => told.Count > 0))
        {
            yield return new ParagraphBlock(told, Tone.Finding);
        }
    }
}
