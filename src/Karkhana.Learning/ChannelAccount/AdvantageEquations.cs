using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The equations of one advantage: its channels, effort, capability, performance.</summary>
internal sealed class AdvantageEquations
{
    public const string Effort = "effort";
    public const string Capability = "capability";

    private AdvantageEquations(string advantage) => Advantage = advantage;

    public string Advantage { get; }

    /// <summary>Gets the answers of block M on the advantage, by channel.</summary>
    public Dictionary<LearningChannel, LearningFit> Channels { get; } = [];

    /// <summary>Gets effort on the advantage and the channels that need effort.</summary>
    public required LearningFit EffortFit { get; init; }

    /// <summary>Gets capability on the advantage and effort.</summary>
    public required LearningFit CapabilityFit { get; init; }

    /// <summary>Gets the same with the knowledge that is said to have come unsought; null when not asked.</summary>
    public LearningFit? InflowFit { get; init; }

    /// <summary>Gets performance on the advantage and capability; null when the sample has no performance.</summary>
    public LearningFit? PerformanceFit { get; init; }

    public IEnumerable<LearningChannel> EffortChannels => Channels.Keys.Where(channel => channel != LearningChannel.SpilloverWithoutEffort);

    public IEnumerable<LearningFit> All =>
        [.. Channels.Values, EffortFit, CapabilityFit, .. new[] { InflowFit, PerformanceFit }.OfType<LearningFit>()];

    public int Firms => All.Min(fit => fit.Firms.Count);

    /// <summary>Estimates them; null where effort or capability cannot be estimated.</summary>
    public static AdvantageEquations? Estimate(
        LearningVariables variables, string advantage, ChannelAccountOptions options, CancellationToken cancellationToken)
    {
        string[] held =
        [
            .. LearningRegressions.Others(variables, advantage, options.Equations), .. LearningRegressions.Controls(variables),
            .. LearningRegressions.StatusTerm(variables.Sample),
        ];
        LearningFit? Fit(string name, string outcome, params IEnumerable<string> terms) => !variables.HasValues(outcome) ? null
            : LearningEquations.Estimate(
                variables, new LearningEquation(name, outcome, [.. terms, .. held]), options.Equations, cancellationToken) is { } fit
                && fit.Coefficients.Find(advantage) >= 0 ? fit : null;

        Dictionary<LearningChannel, LearningFit> channels = [];
        foreach (LearningChannel channel in Enum.GetValues<LearningChannel>().Where(channel => channel != LearningChannel.StaticCost))
        {
            if (Fit($"channel_{Words.Of(channel)}", ChannelConstruct.Of(channel), advantage) is { } fit)
            {
                channels.Add(channel, fit);
            }
        }

        string[] carried = [.. channels.Keys.Where(channel => channel != LearningChannel.SpilloverWithoutEffort).Select(ChannelConstruct.Of)];
        LearningFit? effort = Fit(Effort, Effort, [advantage, .. carried]);
        LearningFit? capability = Fit(Capability, Capability, advantage, Effort);
        if (effort is null || capability is null || capability.Coefficients.Find(Effort) < 0)
        {
            return null;
        }

        AdvantageEquations equations = new(advantage)
        {
            EffortFit = effort,
            CapabilityFit = capability,
            InflowFit = channels.ContainsKey(LearningChannel.SpilloverWithoutEffort)
                ? Fit("capability_inflow", Capability, advantage, Effort, ChannelConstruct.Of(LearningChannel.SpilloverWithoutEffort))
                : null,
            PerformanceFit = Fit("performance", options.Performance, advantage, Capability),
        };
        foreach ((LearningChannel channel, LearningFit fit) in channels.Where(
            pair => pair.Key == LearningChannel.SpilloverWithoutEffort || effort.Coefficients.Find(ChannelConstruct.Of(pair.Key)) >= 0))
        {
            equations.Channels.Add(channel, fit);
        }

        return equations;
    }
}
