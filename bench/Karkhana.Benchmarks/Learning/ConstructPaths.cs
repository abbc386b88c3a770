using Karkhana.Core.Exchange;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>The thirty arrows that framework Appendix B, 5.5, 3.3.1 and 3.3.4 write between constructs of which a study has data. The list was fixed
/// before any was estimated (docs/decisions/0012).</summary>
public static class ConstructPaths
{
    internal const string Leakage = "leakage";
    internal const string Partners = "capability_of_partners";
    internal const string Neighbours = "capability_of_neighbours";
    internal const string SmallestTooLarge = "smallest_version_too_large";
    internal const string Tie = "knowledge_tie";
    internal const string Distance = "distance";
    internal const string Kin = "kin";
    internal const string SameStage = "same_stage";
    internal const string BothCapabilities = "capability_of_both";

    internal const string Workers = "workers_(log)";
    internal const string Rivalry = SyntheticPlan.Rivalry;
    internal const string RivalrySquared = $"{SyntheticPlan.Rivalry}:{SyntheticPlan.Rivalry}";

    internal static readonly string Ease = ChannelConstruct.Of(LearningChannel.CostOfEffort);
    internal static readonly string Resources = ChannelConstruct.Of(LearningChannel.ResourcesForEffort);
    internal static readonly string Incentive = ChannelConstruct.Of(LearningChannel.IncentiveForEffort);
    internal static readonly string Effectiveness = ChannelConstruct.Of(LearningChannel.EffectivenessOfEffort);

    /// <summary>Gets the paths.</summary>
    public static IReadOnlyList<ConstructPath> All { get; } =
    [
        new(Ease, LearningPaths.IndexOf(LearningChannel.CostOfEffort), 1, "5.5"),
        new(Effectiveness, LearningPaths.IndexOf(LearningChannel.EffectivenessOfEffort), 1, "5.5"),
        new(Effectiveness, "absorptive_capacity", 1, "5.5"),
        new(Incentive, LearningPaths.IndexOf(LearningChannel.IncentiveForEffort), 1, "5.5"),
        new(Incentive, Rivalry, 1, "5.5"),
        new(Incentive, RivalrySquared, -1, "5.5"),
        new(Incentive, Leakage, -1, "5.5"),
        new(Resources, LearningPaths.IndexOf(LearningChannel.ResourcesForEffort), 1, "5.5"),
        new(Resources, Workers, 1, "5.5"),
        new(SmallestTooLarge, "JA05", -1, "5.5"),
        new("effort", Ease, 1, "3.3.1"),
        new("effort", Resources, 1, "3.3.1"),
        new("effort", Incentive, 1, "3.3.1"),
        new("effort", Effectiveness, 1, "3.3.1"),
        new("capability", "effort", 1, "3.3.4"),
        new("capability", Effectiveness, 1, "3.3.4"),
        new("capability", "absorptive_capacity", 1, "3.3.4"),
        new("capability", Partners, 1, "3.3.4"),
        new("capability", Neighbours, 1, "3.3.4"),
        new(HypothesisVariables.Performance, "capability", 1, "B"),
        new(HypothesisVariables.Performance, LearningPaths.IndexOf(LearningChannel.StaticCost), 1, "B"),
        new(HypothesisVariables.Performance, "education", 1, "B"),
        new("clustered", "education", 1, "B"),
        new(Tie, Distance, -1, "B"),
        new(Tie, Kin, 1, "B"),
        new(Tie, SameStage, 1, "B"),
        new(Tie, BothCapabilities, 1, "B"),
        new(HypothesisVariables.Training, "DE02", -1, "B"),
        new(HypothesisVariables.Openness, HypothesisVariables.Gatekeeper, 1, "B"),
        new("absorptive_capacity", HypothesisVariables.Gatekeeper, 1, "B"),
    ];
}
