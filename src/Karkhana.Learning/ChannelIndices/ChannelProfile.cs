using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;

namespace Karkhana.Learning;

/// <summary>The mean channel indices of a group of firms, with what the reading rules look at.</summary>
/// <param name="Static">N.</param>
/// <param name="Cost">C.</param>
/// <param name="Resources">R.</param>
/// <param name="Incentive">I.</param>
/// <param name="Effectiveness">P.</param>
/// <param name="Spillover">S.</param>
/// <param name="EffortIsLow">Whether the group's mean effort is below the median of all firms.</param>
/// <param name="AbsorptiveCapacityIsLow">The same for absorptive capacity.</param>
/// <param name="ShareConstrained">The share that could not pay from own funds or faces an indivisible step; NaN when
/// not asked.</param>
public sealed record ChannelProfile(
    double Static,
    double Cost,
    double Resources,
    double Incentive,
    double Effectiveness,
    double Spillover,
    bool EffortIsLow,
    bool AbsorptiveCapacityIsLow,
    double ShareConstrained)
{
    /// <summary>Averages over a group of firms.</summary>
    /// <param name="indices">The channel indices of all firms.</param>
    /// <param name="group">The positions of the group.</param>
    /// <param name="effort">The effort of all firms, or null.</param>
    /// <param name="absorptiveCapacity">The absorptive capacity of all firms, or null.</param>
    /// <param name="shareConstrained">The share of the group that is constrained.</param>
    /// <returns>The profile.</returns>
    public static ChannelProfile Of(
        ChannelIndicesResult indices, IReadOnlyList<int> group, IReadOnlyList<double>? effort, IReadOnlyList<double>? absorptiveCapacity, double shareConstrained)
    {
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(group);
        double Of(LearningChannel channel) => MeanOf(indices.Of(channel), group);
        return new ChannelProfile(
            Of(LearningChannel.StaticCost),
            Of(LearningChannel.CostOfEffort),
            Of(LearningChannel.ResourcesForEffort),
            Of(LearningChannel.IncentiveForEffort),
            Of(LearningChannel.EffectivenessOfEffort),
            Of(LearningChannel.SpilloverWithoutEffort),
            effort is not null && ReadingRules.IsBelow(MeanOf(effort, group), effort),
            absorptiveCapacity is not null && ReadingRules.IsBelow(
                MeanOf(absorptiveCapacity, group), absorptiveCapacity),
            shareConstrained);
    }

    private static double MeanOf(IReadOnlyList<double> values, IReadOnlyList<int> group) =>
        Sums.Mean([.. group.Select(firm => values[firm]).Where(value => !double.IsNaN(value))]);
}
