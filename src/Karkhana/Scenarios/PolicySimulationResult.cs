using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Results;
using Karkhana.Learning;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What policies change in the model of a study's own cluster.</summary>
public sealed record PolicySimulationResult
{
    /// <summary>Gets the policies, with their costs in the currency of the study.</summary>
    public required PolicyFile Policies { get; init; }

    /// <summary>Gets the currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets how it was run.</summary>
    public required PolicySimulationOptions Options { get; init; }

    /// <summary>Gets a value indicating whether firms or answers are synthetic.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Gets what the model started from: the firms of the study.</summary>
    public required ClusterPopulation Population { get; init; }

    /// <summary>Gets what was believed of the parameters before any calibration.</summary>
    public required JointPrior Priors { get; init; }

    /// <summary>Gets the number of firms in the model.</summary>
    public int Firms => Population.Firms.Count;

    /// <summary>Gets the number of firms when policies start, mean over runs: those over which gains are means. It differs from
    /// <see cref="Firms"/> by who came and who left during the burn-in.</summary>
    internal double FirmsAtStart => Sums.Mean(Compared.Baseline.Values(OutcomeNames.FirmsAtStart));

    /// <summary>Gets what Learning gave to the model; null when the survey does not allow it.</summary>
    public ChannelScalesResult? Scales { get; init; }

    /// <summary>Gets the calibration; null when parameters were drawn from what is believed before.</summary>
    public ClusterCalibrationResult? Calibration { get; init; }

    /// <summary>Gets what the calibration predicts of a place that it did not see; null when none was held out.</summary>
    public HeldOutPlace? HeldOut { get; init; }

    /// <summary>Gets the draws of parameters.</summary>
    public required ParameterDraws Parameters { get; init; }

    /// <summary>Gets the runs, doing nothing first.</summary>
    public required IReadOnlyList<ScenarioRun> Runs { get; init; }

    /// <summary>Gets whether runs have settled when policies start; null for runs of fewer than four quarters.</summary>
    public BurnInCheckResult? BurnIn { get; init; }

    /// <summary>Gets the runs as they are compared.</summary>
    public required ComparedScenarios Compared { get; init; }

    /// <summary>Gets the differences from doing nothing.</summary>
    public required PolicyComparisonResult Comparison { get; init; }

    /// <summary>Gets the order by what a gain costs, with the mix of regimes.</summary>
    public required PolicyRankingResult Ranking { get; init; }

    /// <summary>Gets the advice by rules beside that order; null without advice.</summary>
    public AdviceAgreement? Agreement { get; init; }

    /// <summary>Gets what policies give when they are run together; null when neither pairs nor a factorial were asked for.</summary>
    public CombinationAnswer? Combinations { get; init; }

    /// <summary>Gets what a budget allows; null when it was not asked for.</summary>
    public BudgetAnswer? Budget { get; init; }

    /// <summary>Gets what the study lacks for an order of levers; null when it may have one.</summary>
    public ClaimDecision? BelowMinimum { get; init; }

    /// <summary>Gets the regimes by the answers of the study; null without a survey. The mix of <see cref="Ranking"/> is that of the model.</summary>
    public LearningRegimesResult? Stated { get; init; }

    /// <summary>Gets the policies as they are shown: in their order, or by id where the study may have none.</summary>
    public IReadOnlyList<RankedPolicy> Shown => BelowMinimum is null
        ? Ranking.Policies
        : [.. Ranking.Policies.OrderBy(policy => policy.Effect.Scenario, StringComparer.Ordinal)];

    /// <summary>Gets what must be known of the results.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Gets the outcomes of a scenario.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The outcomes by replicate.</returns>
    public ScenarioOutcomes OutcomesOf(string id) => Compared.Find(id);

    /// <summary>Gives a policy or portfolio as people read it.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The id with the title; the id alone for a portfolio.</returns>
    public string NameOf(string id) => Policies.Find(id) is { } policy ? $"{id} {policy.Intervention.Title}" : id;
}
