using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;
using Karkhana.Methods.Networks;

namespace Karkhana.Diagnosis;

/// <summary>What the ties of a study say beyond the knowledge network itself; what it does not allow is null.</summary>
public sealed record NetworkFindings
{
    private static readonly (int Least, int Most, string Name)[] NamedBy =
        [(10, int.MaxValue, "10 respondents or more"), (5, 9, "5 to 9"), (1, 4, "1 to 4"), (0, 0, "none")];

    /// <summary>Gets whether the two ends of a tie tell the same; null when the study does not say who told.</summary>
    public TieReconciliationResult? Reconciliation { get; private init; }

    /// <summary>Gets what firms that did not answer do to the network; null when it is not known who answered.</summary>
    public RosterDiagnosticsResult? Roster { get; private init; }

    /// <summary>Gets whether a list and free recall give the same ties; null unless firms were asked in both ways.</summary>
    public ElicitationAgreementResult? Elicitation { get; private init; }

    /// <summary>Gets the kinds of ties and how they overlap; null without ties among the firms.</summary>
    public TiePortfolioResult? Portfolio { get; private init; }

    /// <summary>Gets production against knowledge; null without ties among the firms.</summary>
    public KnowledgeSystemResult? System { get; private init; }

    /// <summary>Gets what is lost when gatekeepers leave; null without a knowledge network.</summary>
    public GatekeeperDependenceResult? Dependence { get; private init; }

    /// <summary>Gets what tied firms have in common; null without a knowledge network.</summary>
    public TiedPairsResult? Pairs { get; private init; }

    /// <summary>Gets what changed from wave to wave; empty with one wave.</summary>
    public IReadOnlyList<WaveChange> Waves { get; private init; } = [];

    /// <summary>Gets the indices of concepts from the literature.</summary>
    public required IReadOnlyList<ConceptIndexResult> Concepts { get; init; }

    /// <summary>Gets what made the parts that are there.</summary>
    internal IEnumerable<Provenance> Provenances
    {
        get
        {
            ITidyResult?[] parts =
                [Reconciliation, Roster, Elicitation, Portfolio, System, Dependence, Pairs, Waves.Select(wave => wave.Ties).FirstOrDefault(), .. Concepts];
            return parts.OfType<ITidyResult>().Select(part => part.Provenance);
        }
    }

    internal static NetworkFindings Of(Findings findings, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (Study study, KnowledgeNetwork? network) = (findings.Study, findings.Network);
        int[] clustered = study.Survey is { } survey
            ? RespondentGroups.Of(study, survey, findings.Focus, network).Clustered : [];
        TieTable? ties = study.Ties is null ? null : WithoutRecall(study.Ties);
        int[] firms = ties is null ? [] : FirmsOf(ties, findings);
        bool hasTies = firms.Length >= 3 && TieLayer.Of(ties!, firms).Count > 0;
        QapCorrelationOptions permutations = new() { Seed = findings.Seed };
        TiePortfolioResult? portfolio = hasTies ? TiePortfolio.Estimate(
            ties!, firms, permutations, execution, cancellationToken) : null;
        NetworkFindings all = new()
        {
            Portfolio = portfolio,
            System = hasTies ? KnowledgeSystem.Estimate(
                ties!, firms, study.Survey, clustered, new KnowledgeSystemOptions { Permutations = permutations }, execution, cancellationToken) : null,
            Concepts = study.Survey is null && portfolio is null
                ? []
                : [.. ConceptIndexDefinition.All.Select(definition => ConceptIndex.Estimate(definition, study.Survey, clustered, portfolio))],
        };
        return network is null ? all : all.With(findings, network, execution, cancellationToken);
    }

    private NetworkFindings With(Findings findings, KnowledgeNetwork network, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Study study = findings.Study;
        TieReports? reports = LastAdvice(study);
        TieTable recall = study.Ties!.OfKind(TieKinds.AdviceRecall);
        return this with
        {
            Dependence = GatekeeperDependence.Estimate(
                network.Graph, network.Roles, new GatekeeperDependenceOptions { Seed = findings.Seed }, execution, cancellationToken),
            Pairs = PairsOfFirms.Compare(findings, network, Portfolio, execution, cancellationToken),
            Roster = reports is null ? null : RosterOf(study, reports, network, findings.Seed, execution, cancellationToken),
            Reconciliation = reports is not null && reports.Reports.Any(report => report.Reporter is not null) ? TieReconciliation.Estimate(reports) : null,
            Elicitation = recall.Count > 0 ? ElicitationAgreement.Estimate(study.Ties.OfKind(TieKinds.Advice), recall) : null,
            Waves = WaveChange.All(study.TieReports?.OfKind(TieKinds.Advice), network),
        };
    }

    /// <summary>Gives the tables, small cells held back. A table of single ties is none of them.</summary>
    /// <param name="gatekeepersShown">Whether the number of gatekeepers is told.</param>
    /// <returns>The tables; names differ.</returns>
    internal IEnumerable<Table> ToTables(bool gatekeepersShown)
    {
        IEnumerable<Table?> tables =
        [
            .. OfQuality(), Portfolio?.ToTable(), Portfolio?.ToOverlaps(), Portfolio?.ToFirms(), System?.ToTable(),
            gatekeepersShown ? Dependence?.ToTable() : null, Dependence?.ToFirms(), Pairs?.ToTable(),
            WaveChange.ToTies(Waves), WaveChange.ToRoles(Waves), ToConcepts(),
        ];
        return tables.OfType<Table>().Where(table => table.RowCount > 0);
    }

    private IEnumerable<Table?> OfQuality() =>
    [
        Reconciliation?.ToTable(), Reconciliation?.ToFirms(), Roster?.ToTable(), Roster is null ? null : ToRevisit(Roster), Elicitation?.ToTable(),
    ];

    /// <summary>Gives the indices of concepts with their parts and indicators.</summary>
    /// <returns>The table <c>concept_indices</c>.</returns>
    internal Table ToConcepts() => TableRows.Joined("concept_indices", [.. Concepts.Select(concept => concept.ToTable())]);

    /// <summary>Gives the firms that did not answer by how many respondents name them, in classes: single counts would mostly be
    /// of one firm.</summary>
    /// <returns>The table <c>firms_to_visit_again</c>.</returns>
    internal static Table ToRevisit(RosterDiagnosticsResult roster) => SmallCells.SuppressWithComplement(Table.Of(
        "firms_to_visit_again",
        Column.Of("named_by", NamedBy.Select(named => (string?)named.Name), "Named by", "Respondents that report a tie with the firm."),
        Column.Of(
            "n", NamedBy.Select(named => roster.Missing.Count(firm => firm.NamedBy >= named.Least && firm.NamedBy <= named.Most)), "Firms", "",
            "Firms that did not answer and are named so often.")));

    /// <summary>Gives who told of ties, as positions; a firm comes as often as it told.</summary>
    internal static IEnumerable<int> Reporters(TieReports reports) => reports.Reports.SelectMany(report => report.Reporter switch
    {
        TieReporter.From => [report.From],
        TieReporter.To => [report.To],
        TieReporter.Both => [report.From, report.To],
        _ => Array.Empty<int>(),
    });

    // Advice that was recalled without a list measures the way of asking; it is no kind of tie of its own.
    private static TieTable WithoutRecall(TieTable ties)
    {
        int[] kept = [.. Enumerable.Range(0, ties.Count).Where(tie => ties.Kinds[tie] != TieKinds.AdviceRecall)];
        return new TieTable(
            ties.FirmIds, [.. kept.Select(tie => ties.From[tie])], [.. kept.Select(tie => ties.To[tie])],
            [.. kept.Select(tie => ties.Kinds[tie])], [.. kept.Select(tie => ties.Values[tie])]);
    }

    private static int[] FirmsOf(TieTable ties, Findings findings)
    {
        HashSet<int> tied = [.. ties.From, .. ties.To];
        return findings.Network is { } network
            ? [.. network.Firms]
            : [.. findings.Focus.Firms.Where((firm, i) => findings.Focus.Clustered[i] || tied.Contains(firm))];
    }

    private static TieReports? LastAdvice(Study study) => study.TieReports?.OfKind(TieKinds.Advice) is { Count: > 0 } advice
        ? advice.OfWave(advice.Waves[^1]) : null;

    private static RosterDiagnosticsResult? RosterOf(
        Study study, TieReports reports, KnowledgeNetwork network, ulong seed, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        HashSet<int> answered = [.. study.Survey?.Firms ?? [], .. Reporters(reports)];
        int[] respondents = [.. network.Firms.Where(answered.Contains)];
        return respondents.Length == 0 ? null : RosterDiagnostics.Estimate(
            reports, network.Firms, respondents, new RosterDiagnosticsOptions { Seed = seed }, execution, cancellationToken);
    }
}
