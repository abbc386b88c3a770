using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;
using Karkhana.Scenarios.Sections;

namespace Karkhana.Scenarios.Programme;

/// <summary>The documents from diagnosis to programme that a study fills: action plan, indicators, check of the design (framework 4.4, 6.2, 6.3).</summary>
internal sealed class ProgrammeDocuments
{
    private readonly Findings _findings;
    private readonly PolicyStudyResult _result;
    private readonly ActionPlan? _plan;
    private readonly MonitoringPlan _monitoring;
    private readonly ProgrammeDesignResult _design;
    private readonly RationaleCoverage _rationale;

    public ProgrammeDocuments(Findings findings, PolicyStudyResult result)
    {
        (_findings, _result) = (findings, result);
        PolicyFile file = result.Simulation.Policies;
        IndicatorSet indicators = IndicatorSet.Default();
        _plan = findings.Advice is null || !LeverSection.IsAllowed(findings) ? null : ActionPlan.Of(findings.Advice, file, indicators, findings.Focus.Firms.Length);
        _monitoring = new MonitoringPlan(indicators, IndicatorBaseline.Of(findings, indicators));
        _design = ProgrammeDesign.Estimate(file.Policies);
        _rationale = RationaleCoverage.Of(file.Policies.Where(policy => !policy.Intervention.IsBaseline).Select(policy => policy.Lever));
    }

    /// <summary>Gets the tables behind the documents.</summary>
    public IReadOnlyList<Table> Tables =>
    [
        .. _plan is null ? Array.Empty<Table>() : [_plan.ToTable()],
        _monitoring.ToTable(), _design.ToTable(), _design.ChecklistTable(), _rationale.ToTable(),
    ];

    /// <summary>Gets the documents with their file names, without ending.</summary>
    public IReadOnlyList<(string Name, Report Report)> All =>
    [
        ("action-plan", Document("action_plan", Plan())),
        ("monitoring", Document("monitoring",
        [
            new ParagraphBlock([Sentence.Of("scenarios.monitoring")]),
            new TableBlock(_monitoring.ToTable(), Sentence.Of("scenarios.monitoring_caption")),
        ])),
        ("programme-design", Document("programme_design",
        [
            new ParagraphBlock([Sentence.Of("scenarios.design")]),
            new TableBlock(_design.ToTable(), Sentence.Of("scenarios.design_caption")),
            new TableBlock(
                TableRows.Where(_design.ChecklistTable(), row => _design.Checks[row].Policy == ProgrammeDesignResult.Programme),
                Sentence.Of("scenarios.checklist_caption")),
            new TableBlock(_rationale.ToTable(), Sentence.Of("scenarios.rationale_caption")),
        ])),
    ];

    private List<Block> Plan()
    {
        PolicySimulationResult simulation = _result.Simulation;
        if (_plan is not { Actions.Count: > 0 } plan)
        {
            return [new ParagraphBlock([Sentence.Of("scenarios.plan_none")], Tone.Caution)];
        }

        HashSet<string> planned = [.. plan.Actions.Select(action => simulation.NameOf(action.Policy.Intervention.Id))];
        Table order = LeverOutcomeSection.Ranked(simulation);
        List<Block> blocks =
        [
            new ParagraphBlock([Sentence.Of("scenarios.plan", ("firms", plan.Firms), ("currency", plan.Money))]),
            new TableBlock(plan.ToTable(), Sentence.Of("scenarios.plan_caption")),
            new ParagraphBlock([Sentence.Of("scenarios.plan_model"), .. ScenarioSummary.Order(simulation).Skip(1)], Tone.Caution),
            new TableBlock(TableRows.Where(order, row => planned.Contains((string)order["policy_name"][row]!)), Sentence.Of("scenarios.plan_model_caption")),
        ];
        IReadOnlyList<Sentence> budget = ScenarioSummary.Budget(simulation);
        if (budget.Count > 0)
        {
            blocks.Add(new ParagraphBlock(budget, Tone.Finding));
        }

        return blocks;
    }

    private Report Document(string section, IReadOnlyList<Block> blocks) => new(
        _findings.Study.Settings.Title, _findings.Study.IsSynthetic, [new Section(section, blocks)], DiagnosisReport.ProvenanceOf(_findings))
    {
        IsBrief = true,
    };
}
