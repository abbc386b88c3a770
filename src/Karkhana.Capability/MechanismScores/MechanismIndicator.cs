using Karkhana.Core.Exchange;

namespace Karkhana.Capability;

/// <summary>What an item of block M says about one channel of learning.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Item">The item.</param>
/// <param name="Favours">Whether a high answer means that the channel works for the firm.</param>
/// <param name="Counted">The answers that count as 1, all others as 0; empty when the answer itself is a degree.</param>
public sealed record MechanismIndicator(LearningChannel Channel, string Item, bool Favours, IReadOnlyList<double> Counted)
{
    /// <summary>Gets the indicators of framework 2.5, block M.</summary>
    /// <remarks>
    /// Cost: M2, a project costs less here than elsewhere. Resources: M3 own funds suffice; M4, the smallest version costs
    /// more than a month of sales, counts against. Incentive: M5 expected gain; M6 pushed by lost orders, customers or a
    /// rival; M7 months before it is copied. Effectiveness: M8 chance at the first try; M9 advice shortened the trials.
    /// Inflow: M10 learnt without looking; M11 share that just came.
    /// </remarks>
    public static IReadOnlyList<MechanismIndicator> Default { get; } =
    [
        new(LearningChannel.CostOfEffort, "M2", true, []),
        new(LearningChannel.ResourcesForEffort, "M3", true, []),
        new(LearningChannel.ResourcesForEffort, "M4", false, []),
        new(LearningChannel.IncentiveForEffort, "M5", true, []),
        new(LearningChannel.IncentiveForEffort, "M6", true, [1, 2, 3]),
        new(LearningChannel.IncentiveForEffort, "M7", true, []),
        new(LearningChannel.EffectivenessOfEffort, "M8", true, []),
        new(LearningChannel.EffectivenessOfEffort, "M9", true, []),
        new(LearningChannel.SpilloverWithoutEffort, "M10", true, []),
        new(LearningChannel.SpilloverWithoutEffort, "M11", true, []),
    ];
}
