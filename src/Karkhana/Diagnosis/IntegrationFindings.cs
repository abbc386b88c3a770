using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>How advantages, effort and capability go together: the integration of the framework; what the study does not allow is
/// empty or null.</summary>
public sealed record IntegrationFindings
{
    // What a report tells; more draws and outcomes are a call of the library away.
    private static readonly ClusterComparisonOptions ForComparison = new()
    {
        Equations = new EquationOptions { Draws = 5 },
        Outcomes = [Constructs.Capability, Constructs.Effort],
        BootstrapSamples = 39,
        Permutations = 99,
    };

    /// <summary>Gets the sample that the equations read, with the indices of exposures that the hypotheses add.</summary>
    public required LearningSample Sample { get; init; }

    /// <summary>Gets the association of each advantage with capability, through effort and without.</summary>
    public required ChannelAccountResult Account { get; init; }

    /// <summary>Gets the paths between indices, channels, effort, capability and performance.</summary>
    public required LearningPathsResult Paths { get; init; }

    /// <summary>Gets the hypotheses with their verdicts.</summary>
    public required HypothesisTestsResult Hypotheses { get; init; }

    /// <summary>Gets the associations that were run through every combination of choices.</summary>
    public required IReadOnlyList<SpecificationCurveResult> Curves { get; init; }

    /// <summary>Gets clustered firms beside dispersed ones; null without both kinds.</summary>
    public ClusterComparisonResult? Comparison { get; init; }

    /// <summary>Gets what of the associations with capability runs along effort.</summary>
    public required EffortMediationResult Mediation { get; init; }

    /// <summary>Gets how the associations change with absorptive capacity.</summary>
    public required CapacityModerationResult Moderation { get; init; }

    /// <summary>Gets what goes with roles, ties and peers; null without a knowledge network of surveyed firms.</summary>
    public KnowledgeModels? Knowledge { get; init; }

    /// <summary>Gets what lies within places and between them, and whether residuals of neighbours go together.</summary>
    public required PlaceModels Places { get; init; }

    /// <summary>Gets how sure the regimes of firms are; null without a survey that asks.</summary>
    public RegimeProbabilitiesResult? Regimes { get; init; }

    /// <summary>Gets how effort goes with exposure by regime, and what goes with what firms name as holding them back; null without regimes.</summary>
    public EffortByRegimeResult? EffortByRegime { get; init; }

    /// <summary>Gets what made the parts that are there.</summary>
    internal IEnumerable<Provenance> Provenances =>
    [
        .. new[] { Comparison?.Provenance }.OfType<Provenance>(), Account.Provenance, Paths.Provenance, Mediation.Provenance, Moderation.Provenance, Hypotheses.Provenance, .. Curves.Select(curve => curve.Provenance),
        .. Knowledge?.Provenances ?? [], .. Places.Provenances, .. new[] { Regimes?.Provenance, EffortByRegime?.Provenance }.OfType<Provenance>(),
    ];

    /// <summary>Compares clustered with dispersed firms, before anything may be said of it; null without both kinds.</summary>
    internal static ClusterComparisonResult? Compare(LearningSample sample, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        sample.Clustered.Distinct().Count() == 2 ? ClusterComparison.Estimate(sample, ForComparison, execution, cancellationToken) : null;

    internal static IntegrationFindings Of(
        Findings findings, LearningSample sample, ClusterComparisonResult? comparison, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ChannelAccountResult account = ChannelAccount.Estimate(sample, findings.Matrix, null, execution, cancellationToken);
        HypothesisTestsResult hypotheses = HypothesisTests.Estimate(
            sample, findings.Matrix, findings.Gate, null, comparison?.ToHypotheses(), execution, cancellationToken);
        KnowledgeModels? knowledge = KnowledgeModels.Of(findings, sample, execution, cancellationToken);
        LearningSample withIndices = ExposureIndex.AddTo(knowledge?.AddTo(sample) ?? sample, findings.Matrix);
        return new IntegrationFindings
        {
            Comparison = comparison,
            Sample = withIndices,
            Account = account,
            Paths = LearningPaths.Estimate(sample, findings.Matrix, null, execution, cancellationToken),
            Mediation = EffortMediation.Estimate(withIndices, null, execution, cancellationToken),
            Moderation = CapacityModeration.Estimate(sample, null, execution, cancellationToken),
            Hypotheses = hypotheses,
            Knowledge = knowledge,
            Places = PlaceModels.Of(
                withIndices,
                [
                    .. findings.Regressions?.Equations ?? [], .. account.Equations, .. hypotheses.Equations,
                    .. new[] { knowledge?.Capability.Roles, knowledge?.Capability.RolesAndDegrees }.OfType<LearningFit>(),
                ],
                cancellationToken),
            EffortByRegime = findings.Regimes is { } regimes
                ? Karkhana.Learning.EffortByRegime.Estimate(sample, findings.Matrix, regimes, null, execution, cancellationToken) : null,
            Curves = CurvesOf(findings, withIndices, execution, cancellationToken),
            Regimes = RegimeProbabilities.Estimate(
                findings.Study.Survey!, findings.Channels, findings.Scores!.Scores, findings.Study.Firms.Places, null,
                new RegimeProbabilitiesOptions { Seed = findings.Seed }, execution, cancellationToken),
        };
    }

    /// <summary>Gives the tables, small cells held back, and what the gate does not allow left out.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="gate">What may be said.</param>
    /// <returns>The tables; names differ.</returns>
    internal IEnumerable<Table> ToTables(IReadOnlyList<string> firmIds, ClaimsGate gate)
    {
        bool channels = gate.Allows("channel-learning");
        ClusterComparisonResult? comparison = gate.Allows("cluster-raises-capability") ? Comparison : null;
        IEnumerable<Table?> tables =
        [
            comparison is null ? null : Published(comparison.ToTable()), comparison?.ToBalance(), comparison?.ToSensitivity(),
            .. channels ? [Account.ToTable(), Account.ToPaths(), Paths.ToTable(), Mediation.ToTable(), Mediation.ToSensitivity(), Moderation.ToTable(), Moderation.ToCurve(), EffortByRegime?.ToTable(), EffortByRegime?.ToConstraints()] : Array.Empty<Table?>(),
            Hypotheses.ToTable(), Hypotheses.ToParts(), Hypotheses.ToTurningPoints(), ToCurves(gate),
            .. Knowledge?.ToTables(gate.Allows("peer-effects")) ?? [], .. Places.ToTables(),
            Regimes?.ToTable(firmIds), Regimes is null ? null : SmallCells.Suppress(Regimes.ToPlaces()),
        ];
        return tables.OfType<Table>().Where(table => table.RowCount > 0);
    }

    /// <summary>Gets the curves that the gate allows.</summary>
    internal IReadOnlyList<SpecificationCurveResult> AllowedCurves(ClaimsGate gate) =>
        [.. Curves.Where(curve => curve.Term != "clustered" || gate.Allows("cluster-raises-capability"))];

    // A comparison with a side of one to four firms is told nowhere.
    private static Table Published(Table comparison) => TableRows.Where(comparison, row =>
        new[] { "n_clustered", "n_dispersed" }.All(side => comparison.Numbers(side)[row] is 0 or >= SmallCells.LeastFirms));

    private Table? ToCurves(ClaimsGate gate)
    {
        IReadOnlyList<SpecificationCurveResult> allowed = AllowedCurves(gate);
        string[] questions = [.. allowed.SelectMany(curve => curve.Dimensions).Select(dimension => dimension.Name).Distinct()];
        return allowed.Count == 0 ? null : TableRows.Joined("specification_curve", [.. allowed.Select(curve => curve.ToTable(questions))]);
    }

    private static IReadOnlyList<SpecificationCurveResult> CurvesOf(
        Findings findings, LearningSample sample, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (string Outcome, string Term)[] asked =
        [
            .. sample.Clustered.Distinct().Count() == 2 ? [(Constructs.Capability, "clustered")] : Array.Empty<(string, string)>(),
            (Constructs.Effort, ExposureIndex.Advantages),
        ];
        return [.. asked
            .Where(pair => sample.Scores.Find(pair.Outcome) is not null)
            .Select(pair => SpecificationCurve.Estimate(
                sample, pair.Outcome, pair.Term,
                SpecificationDimensions.Of(sample, pair.Term, SpecificationVariants.Of(pair.Term, findings, sample, cancellationToken)), null, execution, cancellationToken))
            .Where(curve => curve.Estimated.Count > 0)];
    }
}
