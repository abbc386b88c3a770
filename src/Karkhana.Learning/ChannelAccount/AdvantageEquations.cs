using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The equations of one advantage: its channels, effort, capability, performance.</summary>
internal sealed class AdvantageEquations
{
    public const string Effort = Constructs.Effort;
    public const string Capability = Constructs.Capability;

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
        LearningVariables variables, string advantage, ChannelAccountOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (!variables.HasValues(Effort) || !variables.HasValues(Capability))
        {
            return null;
        }

        Estimator estimator = new(variables, advantage, options.Equations, execution, cancellationToken);
        Dictionary<LearningChannel, LearningFit> channels = estimator.Channels();
        string[] carried = [.. channels.Keys.Where(channel => channel != LearningChannel.SpilloverWithoutEffort).Select(ChannelConstruct.Of)];
        LearningFit? effort = estimator.Fit(Effort, Effort, [advantage, .. carried]);
        LearningFit? capability = estimator.Fit(Capability, Capability, advantage, Effort);
        if (effort is null || capability is null || capability.Coefficients.Find(Effort) < 0)
        {
            return null;
        }

        AdvantageEquations equations = new(advantage)
        {
            EffortFit = effort,
            CapabilityFit = capability,
            InflowFit = channels.ContainsKey(LearningChannel.SpilloverWithoutEffort)
                ? estimator.Fit("capability_inflow", Capability, advantage, Effort, ChannelConstruct.Of(LearningChannel.SpilloverWithoutEffort))
                : null,
            PerformanceFit = estimator.Fit("performance", options.Performance, advantage, Capability),
        };
        foreach ((LearningChannel channel, LearningFit fit) in channels.Where(
            pair => pair.Key == LearningChannel.SpilloverWithoutEffort || effort.Coefficients.Find(ChannelConstruct.Of(pair.Key)) >= 0))
        {
            equations.Channels.Add(channel, fit);
        }

        return equations;
    }

    /// <summary>Estimates equations of one advantage on the same firms: their slopes would not add up on different ones.</summary>
    private sealed class Estimator
    {
        private readonly LearningVariables _variables;
        private readonly string _advantage;
        private readonly EquationOptions _options;
        private readonly string[] _held;
        private readonly LearningChannel[] _asked;
        private readonly ExecutionOptions? _execution;
        private readonly CancellationToken _cancellationToken;

        public Estimator(
            LearningVariables variables, string advantage, EquationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
        {
            (_variables, _advantage, _options, _execution, _cancellationToken) = (variables, advantage, options, execution, cancellationToken);
            _held =
            [
                .. LearningRegressions.Others(variables, advantage, options), .. LearningRegressions.Controls(variables),
                .. LearningRegressions.StatusTerm(variables.Sample),
            ];
            _asked = [.. Enum.GetValues<LearningChannel>().Where(
                channel => channel != LearningChannel.StaticCost && IsAnswered(ChannelConstruct.Of(channel)))];
        }

        public Dictionary<LearningChannel, LearningFit> Channels()
        {
            Dictionary<LearningChannel, LearningFit> channels = [];
            foreach (LearningChannel channel in _asked)
            {
                if (Fit($"channel_{Words.Of(channel)}", ChannelConstruct.Of(channel), _advantage) is { } fit)
                {
                    channels.Add(channel, fit);
                }
            }

            return channels;
        }

        public LearningFit? Fit(string name, string outcome, params IEnumerable<string> terms)
        {
            if (!_variables.HasValues(outcome))
            {
                return null;
            }

            LearningEquation equation = new(name, outcome, [.. terms, .. _held])
            {
                AlsoKnown = [Effort, Capability, .. _asked.Select(ChannelConstruct.Of)],
            };
            LearningFit? fit = LearningEquations.Estimate(_variables, equation, _options, _execution, _cancellationToken);
            return fit?.Coefficients.Find(_advantage) >= 0 ? fit : null;
        }

        // A channel that few answered would take too many firms away from the others.
        private bool IsAnswered(string score)
        {
            if (!_variables.HasValues(score))
            {
                return false;
            }

            (double[] own, double[] effort, double[] capability) = (_variables.Of(score), _variables.Of(Effort), _variables.Of(Capability));
            int[] scored = [.. Enumerable.Range(0, own.Length).Where(firm => !double.IsNaN(effort[firm]) && !double.IsNaN(capability[firm]))];
            return 2 * scored.Count(firm => !double.IsNaN(own[firm])) >= scored.Length;
        }
    }
}
