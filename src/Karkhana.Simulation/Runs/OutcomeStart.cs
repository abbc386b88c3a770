namespace Karkhana.Simulation;

/// <summary>What outcomes need to know of the end of the burn-in.</summary>
/// <param name="Groups">The slots of each group.</param>
/// <param name="CapabilitySpread">Standard deviation of capability between firms.</param>
/// <param name="RegimeShares">Share of the firms by regime.</param>
/// <param name="Alive">The slots that are alive.</param>
/// <param name="Regimes">The regime by slot.</param>
internal sealed record OutcomeStart(
    int[][] Groups, double CapabilitySpread, double[] RegimeShares, int[] Alive, Core.Exchange.LearningRegime[] Regimes);
