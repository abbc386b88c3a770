using Karkhana.Core.Exchange;
using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>What acts through which channel in a SYNTHETIC cluster, in log points per unit of exposure.</summary>
internal sealed class SyntheticPlan
{
    public const string Null = "EE05";
    public const string Rivalry = "EE11";

    // 5.10: η_C, η_P, η_I, η_R; static advantages act on performance (Appendix B).
    private static readonly Dictionary<LearningChannel, double> Scales = new()
    {
        [LearningChannel.CostOfEffort] = 0.2,
        [LearningChannel.EffectivenessOfEffort] = 0.15,
        [LearningChannel.IncentiveForEffort] = 0.15,
        [LearningChannel.ResourcesForEffort] = 0.2,
        [LearningChannel.StaticCost] = 0.1,
    };

    private static readonly double PerDeviation = Math.Sqrt(12); // exposures are uniform

    private readonly ChannelMatrix _matrix;
    private readonly SyntheticEffects _effects;
    private readonly Dictionary<LearningChannel, double> _strengths;

    public SyntheticPlan(ChannelMatrix matrix, SyntheticEffects effects)
    {
        (_matrix, _effects) = (matrix, effects);
        _strengths = Scales.Keys.ToDictionary(channel => channel, channel => matrix.Rows.Sum(row => Math.Abs(row.In(channel))));
    }

    public IReadOnlyList<string> Advantages => [.. _matrix.Rows.Select(row => row.Id)];

    public static IEnumerable<LearningChannel> EffortChannels => Scales.Keys.Where(channel => channel != LearningChannel.StaticCost);

    /// <summary>Gives what one unit of exposure adds to the logarithm of a channel's parameter (static: to performance); costs turned round, so
    /// that a positive number favours effort.</summary>
    public double Effect(string advantage, LearningChannel channel)
    {
        double strength = _matrix.Rows.First(row => row.Id == advantage).In(channel);
        if (advantage == Null || !Scales.TryGetValue(channel, out double scale) || (advantage == Rivalry && channel == LearningChannel.IncentiveForEffort))
        {
            return 0; // rivalry bends: see SyntheticLearning
        }

        return _effects == SyntheticEffects.Index ? scale * strength / _strengths[channel]
            : Math.Abs(strength) == 2 || advantage == "DE02" ? scale * strength * PerDeviation
            : 0;
    }

    /// <summary>Sums over the advantages, as deviation from the middle of all exposures.</summary>
    public double Sum(IReadOnlyList<double> exposures, LearningChannel channel)
    {
        double sum = 0;
        for (int a = 0; a < exposures.Count; a++)
        {
            sum += Effect(_matrix.Rows[a].Id, channel) * (_effects == SyntheticEffects.Index ? exposures[a] : exposures[a] - 0.5);
        }

        return sum;
    }

    public double Of(IReadOnlyList<double> exposures, string advantage) => exposures[_matrix.Rows.ToList().FindIndex(row => row.Id == advantage)];
}
