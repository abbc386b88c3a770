using Karkhana.Policy;

namespace Karkhana.Scenarios;

/// <summary>A policy in the order in which it is shown, as people read it.</summary>
/// <param name="Name">Id and title.</param>
/// <param name="Ranked">Its place and what it changed.</param>
internal sealed record LeverRow(string Name, RankedPolicy Ranked)
{
    public PolicyEffect Effect => Ranked.Effect;

    public CostPerGain Cost => Effect.CostPerGain;

    /// <summary>Gets a value indicating whether no firm took part in any run.</summary>
    public bool ReachesNobody => Cost.State == CostPerGainState.NobodyReached;

    /// <summary>Gets a value indicating whether a cost per gain can be given.</summary>
    public bool IsPriced => Cost.State == CostPerGainState.Defined;

    public static LeverRow[] Of(PolicySimulationResult simulation) =>
    [
        .. simulation.Shown.Select(ranked => new LeverRow(simulation.NameOf(ranked.Effect.Scenario), ranked)),
    ];
}
