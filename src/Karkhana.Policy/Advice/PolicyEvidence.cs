using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;

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

    /// <summary>Gets the gaps of exposure to the firms that the cluster is compared with; null when there is nobody to compare with.</summary>
    public ExposureGapsResult? Gaps { get; init; }

    /// <summary>Gets the advantages that feed each channel, by id, with the strength above 0 that the matrix gives them.</summary>
    public IReadOnlyDictionary<LearningChannel, IReadOnlyDictionary<string, double>> FedBy { get; init; } =
        new Dictionary<LearningChannel, IReadOnlyDictionary<string, double>>();

    /// <summary>Gives the gaps below the comparison set that feed a channel of the lever, the widest first.</summary>
    internal IReadOnlyList<ExposureGap> GapsBelow(Lever lever)
    {
        ExposureGap[] below = [.. Known.Where(gap => gap.IsBelow && lever.Channels.Any(channel => Strength(channel, gap) > 0))];
        return below.Length == 0 ? [] : [.. below.OrderBy(gap => gap.Gap).ThenBy(gap => gap.AdvantageId, StringComparer.Ordinal)];
    }

    /// <summary>Gives the share of what feeds the lever's channels that lies below the comparison set, by strength, of what is known; the mean over its channels.</summary>
    internal double ShareBelow(Lever lever) => lever.IsBaseline ? 0 : Sums.Mean([.. lever.Channels.Select(ShareBelow)]);

    private IReadOnlyList<ExposureGap> Known => Gaps?.Known ?? [];

    private double ShareBelow(LearningChannel channel)
    {
        double known = Sums.Sum([.. Known.Select(gap => Strength(channel, gap))]);
        return known == 0 ? 0 : Sums.Sum([.. Known.Where(gap => gap.IsBelow).Select(gap => Strength(channel, gap))]) / known;
    }

    private double Strength(LearningChannel channel, ExposureGap gap) =>
        FedBy.TryGetValue(channel, out IReadOnlyDictionary<string, double>? strengths) ? strengths.GetValueOrDefault(gap.AdvantageId) : 0;
}
