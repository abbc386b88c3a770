using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What the simulation tells the users of a study.</summary>
public sealed record PolicyStudyResult
{
    /// <summary>Gets the policies against doing nothing.</summary>
    public required PolicySimulationResult Simulation { get; init; }

    /// <summary>Gets the policies judged over parameter draws by regret and by how often they meet a threshold.</summary>
    public required RobustChoiceResult Robustness { get; init; }

    /// <summary>Gets where in the parameters the first policy would not be the first; none when it has no gain.</summary>
    public required IReadOnlyList<OverturnSearch> Overturns { get; init; }

    /// <summary>Gets how far the gain of the first policy hangs on each parameter; null with too few draws.</summary>
    public RegressionSensitivityResult? Sensitivity { get; init; }

    /// <summary>Gets which parameters the variance of that gain comes from; null when it was not asked, or the first policy has no gain.</summary>
    public GainVarianceResult? Variance { get; init; }

    /// <summary>Gets which stylised facts the model shows on this population; null when they were not looked for.</summary>
    public StylisedFactsResult? Facts { get; init; }

    /// <summary>Gets what the world does to the cluster; null when it was not simulated.</summary>
    public ScenarioStudyResult? World { get; init; }

    /// <summary>Gets the story of the zero-till drill; null for studies of other places.</summary>
    public DrillImitationResult? Drills { get; init; }

    /// <summary>Gets the boom and bust of tubewells; null for studies of other places.</summary>
    public TubewellHistoryResult? Tubewells { get; init; }

    /// <summary>Gets a value indicating whether few levers were simulated, as goes with a diagnosis.</summary>
    public required bool IsBrief { get; init; }

    /// <summary>Gets the seconds of each stage.</summary>
    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    /// <summary>Gives the share of the draws of parameters in which the mean gain of a policy is 0.1 standard deviations or more.</summary>
    /// <param name="policy">The id of the policy.</param>
    /// <returns>From 0 to 1.</returns>
    public double ShareReachingStep(string policy) => RegretTable.ShareReachingStep(Robustness, policy);

    /// <summary>Gets the first policy of the order; null when none has a cost per gain.</summary>
    public PolicyEffect? Leading => Simulation.Ranking.Policies[0].Effect is { CostPerGain.State: CostPerGainState.Defined } first ? first : null;
}
