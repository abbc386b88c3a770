using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;

namespace Karkhana.Diagnosis.Plans;

/// <summary>What comes after a diagnosis: a first action plan and what to watch, as documents to go on writing (framework 6.2, steps 7 and
/// 9).</summary>
/// <param name="Actions">The action plan; null when too few firms said what holds them back for levers to be ranked.</param>
/// <param name="Monitoring">The indicators with their baselines.</param>
public sealed record ProgrammePlan(ActionPlan? Actions, MonitoringPlan Monitoring)
{
    private static readonly string[] ActionColumns = ["policy", "activity", "start", "end", "may_take_part", "cost", "owner", "date", "state"];
    private static readonly string[] ReasonColumns = ["policy", "reason", "indicators", "failure"];
    private static readonly string[] WatchedColumns =
        ["name", "unit", "frequency", "estimate", "conf_low", "conf_high", "n", "target", "target_date", "target_author"];

    private static readonly string[] DefinitionColumns = ["level", "indicator", "version", "name", "formula"];

    /// <summary>Gets the firms of the industry in the study, clustered or not.</summary>
    public required int AllFirms { get; init; }

    /// <summary>Fills the plan from the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="policies">The policies with their costs; those that ship, in the currency of the study where that can be said, unless given.</param>
    /// <returns>The plan.</returns>
    public static ProgrammePlan Of(Findings findings, PolicyFile? policies = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        IndicatorSet indicators = IndicatorSet.Default();
        string currency = findings.Study.Settings.Currency;
        PolicyFile shipped = PolicyFile.Default();
        policies ??= currency.Length > 0 && shipped.Money!.Knows(currency) ? shipped.In(currency) : shipped;
        bool ranks = findings.Advice is { Levers.Count: > 0 } && LeverSection.IsAllowed(findings);
        return new ProgrammePlan(
            ranks ? ActionPlan.Of(
                findings.Advice!, policies, indicators, findings.Focus.ClusteredFirms.Length, eligible: EligibleFirms.Of(findings, policies)) : null,
            new MonitoringPlan(indicators, IndicatorBaselines.Of(findings, indicators)) { Groups = IndicatorBaselines.ByGroup(findings, indicators) })
        {
            AllFirms = findings.Focus.Firms.Length,
        };
    }

    /// <summary>Gives the tables of the plan.</summary>
    /// <returns>The tables.</returns>
    public IReadOnlyList<Table> ToTables() => [.. Actions is null ? [] : new[] { Actions.ToTable() }, Monitoring.ToTable(), Monitoring.GroupsTable()];

    /// <summary>Gives the documents of the plan with their file names, without ending.</summary>
    /// <param name="findings">The findings that it was filled from.</param>
    /// <returns>Action plan and monitoring plan.</returns>
    internal IReadOnlyList<(string Name, Report Report)> Documents(Findings findings) =>
    [
        ("action-plan", Document(findings, "action_plan",
        [
            .. ActionBlocks(),
            .. Actions is { Actions.Count: > 0 } && findings.RegimeMix is { } mix
                ?
                [
                    new ParagraphBlock([Sentence.Of("scenarios.plan_by_answers")], Tone.Caution),
                    new TableBlock(mix, Sentence.Of("regimes.mix_caption")),
                ]
                : Array.Empty<Block>(),
        ])),
        ("monitoring-plan", Document(findings, "monitoring", MonitoringBlocks())),
    ];

    /// <summary>Gives the actions, or why there are none.</summary>
    internal IReadOnlyList<Block> ActionBlocks() => Actions switch
    {
        null => [new ParagraphBlock([Sentence.Of("scenarios.plan_not_ranked")], Tone.Caution)],
        { Actions.Count: 0 } => [new ParagraphBlock([Sentence.Of("scenarios.plan_none")], Tone.Caution)],
        _ =>
        [
            new ParagraphBlock([Sentence.Of("scenarios.plan", ("firms", Actions.Firms), ("all", AllFirms), ("currency", Actions.Money))]),
            .. Split(Actions.ToTable(), ActionColumns, ReasonColumns, "scenarios.plan_caption", "scenarios.plan_reasons"),
        ],
    };

    /// <summary>Gives the indicators with their baselines.</summary>
    internal IReadOnlyList<Block> MonitoringBlocks() =>
    [
        new ParagraphBlock([Sentence.Of("scenarios.monitoring")]),
        .. Split(Monitoring.ToTable(), WatchedColumns, DefinitionColumns, "scenarios.monitoring_caption", "scenarios.monitoring_definitions"),
        .. Monitoring.Groups.Count > 0
            ? [new TableBlock(Monitoring.GroupsTable(), Sentence.Of("scenarios.monitoring_groups"))] : Array.Empty<Block>(),
    ];

    // All columns of the table would run out of the page, and the last are those that are to be filled in.
    private static TableBlock[] Split(Table table, string[] toFill, string[] toRead, string fillCaption, string readCaption) =>
    [
        new(Table.Of(table.Name, [.. toFill.Select(column => table[column])]), Sentence.Of(fillCaption)),
        new(Table.Of(table.Name, [.. toRead.Select(column => table[column])]), Sentence.Of(readCaption)),
    ];

    /// <summary>Makes a document of one section.</summary>
    internal static Report Document(Findings findings, string section, IReadOnlyList<Block> blocks) => new(
        findings.Study.Settings.Title, findings.Study.IsSynthetic, [new Section(section, blocks)], DiagnosisReport.ProvenanceOf(findings))
    {
        IsBrief = true,
    };
}
