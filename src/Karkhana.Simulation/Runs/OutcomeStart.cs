namespace Karkhana.Simulation;

/// <summary>What outcomes need to know of the end of the burn-in.</summary>
/// <param name="Groups">The slots of each group.</param>
/// <param name="CapabilitySpread">Standard deviation of capability between firms.</param>
/// <param name="RegimeShares">Share of the firms by regime.</param>
/// <param name="Alive">The slots that are alive.</param>
/// <param name="Regimes">The regime by slot.</param>
/// <param name="FirstPartner">Where the partners of each slot begin, one more at the end.</param>
/// <param name="Partners">The slots that ties lead to.</param>
internal sealed record OutcomeStart(
    int[][] Groups, double CapabilitySpread, double[] RegimeShares, int[] Alive, Core.Exchange.LearningRegime[] Regimes,
    int[] FirstPartner, int[] Partners)
{
    /// <summary>Gives the slots that a firm was tied to: no policy moves a firm between groups by changing its ties.</summary>
    /// <param name="slot">The firm.</param>
    /// <returns>Its partners.</returns>
    public ReadOnlySpan<int> PartnersOf(int slot) => Partners.AsSpan(FirstPartner[slot]..FirstPartner[slot + 1]);
}
