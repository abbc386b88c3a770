using Karkhana.Core.Exchange;

namespace Karkhana.Policy;

/// <summary>What the advice rests on.</summary>
public sealed record PolicyEvidence
{
    /// <summary>Gets the regime and the named channel of each firm; null where not known.</summary>
    public required IReadOnlyList<(LearningRegime? Regime, LearningChannel? Named)> Firms { get; init; }

    /// <summary>Gets the mean channel indices of the clustered firms; NaN where not known.</summary>
    public required IReadOnlyDictionary<LearningChannel, double> ChannelIndices { get; init; }

    /// <summary>Gets the firms that report an indivisible step; null when not asked.</summary>
    public int? IndivisibleNeeds { get; init; }

    /// <summary>Gets the share of firms that report failed cooperation; NaN when not asked.</summary>
    public double ShareFailedCooperation { get; init; } = double.NaN;

    /// <summary>Gets the median share of technical staff with post-secondary training; NaN when not asked.</summary>
    public double MedianTrainedShare { get; init; } = double.NaN;
}
