using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The paths of one advantage, from the coefficients of its equations and draws of them.</summary>
internal sealed class AdvantagePaths
{
    // Where the draws of each equation come from.
    private const int ChannelEquations = 0;
    private const int EffortEquation = 10;
    private const int CapabilityEquation = 11;
    private const int InflowEquation = 12;

    private readonly AdvantageEquations _equations;
    private readonly ChannelAccountOptions _options;
    private readonly ulong _seed;
    private readonly int _address;
    private readonly Dictionary<LearningChannel, double[]> _toChannel = [];
    private readonly CoefficientDraws _effort;
    private readonly CoefficientDraws _capability;

    public AdvantagePaths(AdvantageEquations equations, ChannelAccountOptions options, ulong seed, int address)
    {
        (_equations, _options, _seed, _address) = (equations, options, seed, address);
        LearningChannel[] asked = [.. equations.Channels.Keys];
        double[][] slopes = CoefficientDraws.Together(
            [.. asked.Select(channel => equations.Channels[channel])], equations.Advantage, options.PathDraws, Stream(ChannelEquations));
        for (int i = 0; i < asked.Length; i++)
        {
            _toChannel.Add(asked[i], slopes[i]);
        }

        string[] channels = [.. equations.EffortChannels.Select(ChannelConstruct.Of)];
        _effort = Draws(equations.EffortFit, EffortEquation, [equations.Advantage, .. channels]);
        _capability = Draws(equations.CapabilityFit, CapabilityEquation, equations.Advantage, AdvantageEquations.Effort);
    }

    public AdvantageAccount Account()
    {
        (PathInterval through, double[] throughDraws) = ThroughEffort();
        (PathInterval without, double[] withoutDraws) = (Single(_equations.CapabilityFit), _capability.Of(_equations.Advantage));
        PathInterval total = CoefficientDraws.Interval(
            through.Estimate + without.Estimate, throughDraws.Zip(withoutDraws, (left, right) => left + right), Level);
        bool shareTells = total.IsClear && through.Estimate * without.Estimate >= 0;
        double[] unnamed = Product(_effort.Of(_equations.Advantage), _capability.Of(AdvantageEquations.Effort));
        return new AdvantageAccount(
            _equations.Advantage,
            total,
            through,
            CoefficientDraws.Interval(
                Estimate(_equations.EffortFit, _equations.Advantage) * EffortToCapability, unnamed, Level),
            without,
            Inflow(),
            shareTells ? through.Estimate / total.Estimate : double.NaN,
            _equations.Firms,
            _equations.CapabilityFit.Pooled.ShareBetween[_equations.CapabilityFit.Coefficients.Find(_equations.Advantage)]);
    }

    public List<ChannelPath> Paths()
    {
        List<ChannelPath> paths = [];
        if (_equations.PerformanceFit is { } performance)
        {
            paths.Add(Path(LearningChannel.StaticCost, Single(performance), PValue(performance, _equations.Advantage), performance.Firms.Count));
        }

        foreach (LearningChannel channel in _equations.EffortChannels)
        {
            string score = ChannelConstruct.Of(channel);
            double p = Math.Max(
                PValue(_equations.Channels[channel], _equations.Advantage),
                Math.Max(PValue(_equations.EffortFit, score), PValue(_equations.CapabilityFit, AdvantageEquations.Effort)));
            paths.Add(Path(
                channel,
                CoefficientDraws.Interval(ChannelEstimate(channel), ChannelDraws(channel), Level),
                p,
                new[] { _equations.Channels[channel], _equations.EffortFit, _equations.CapabilityFit }.Min(fit => fit.Firms.Count)));
        }

        paths.Add(Path(
            LearningChannel.SpilloverWithoutEffort, Single(_equations.CapabilityFit), PValue(_equations.CapabilityFit, _equations.Advantage),
            _equations.CapabilityFit.Firms.Count));
        return paths;
    }

    /// <summary>Gives the sum of the paths through some channels less the sum of those through others, with draws.</summary>
    public (double Estimate, double[] Draws) Contrast(IReadOnlyList<LearningChannel> more, IReadOnlyList<LearningChannel> less)
    {
        double estimate = more.Sum(ChannelEstimate) - less.Sum(ChannelEstimate);
        double[] draws = new double[_options.PathDraws];
        foreach ((LearningChannel channel, int sign) in more.Select(channel => (channel, 1)).Concat(less.Select(channel => (channel, -1))))
        {
            draws = [.. draws.Zip(ChannelDraws(channel), (sum, draw) => sum + (sign * draw))];
        }

        return (estimate, draws);
    }

    private double Level => _options.Equations.Level;

    private double EffortToCapability => Estimate(_equations.CapabilityFit, AdvantageEquations.Effort);

    private ChannelPath Path(LearningChannel channel, PathInterval interval, double pValue, int firms) => new(
        _equations.Advantage, channel, interval.Estimate, interval.Low, interval.High, pValue, double.NaN, 0, TheoryComparison.NotShown, firms);

    private (PathInterval Interval, double[] Draws) ThroughEffort()
    {
        double estimate = Estimate(_equations.EffortFit, _equations.Advantage) * EffortToCapability;
        double[] draws = Product(_effort.Of(_equations.Advantage), _capability.Of(AdvantageEquations.Effort));
        foreach (LearningChannel channel in _equations.EffortChannels)
        {
            estimate += ChannelEstimate(channel);
            draws = [.. draws.Zip(ChannelDraws(channel), (left, right) => left + right)];
        }

        return (CoefficientDraws.Interval(estimate, draws, Level), draws);
    }

    private PathInterval Inflow()
    {
        const LearningChannel Channel = LearningChannel.SpilloverWithoutEffort;
        string score = ChannelConstruct.Of(Channel);
        if (_equations.InflowFit is not { } fit || fit.Coefficients.Find(score) < 0)
        {
            return PathInterval.None;
        }

        return CoefficientDraws.Interval(
            Estimate(_equations.Channels[Channel], _equations.Advantage) * Estimate(fit, score),
            Product(_toChannel[Channel], Draws(fit, InflowEquation, score).Of(score)),
            Level);
    }

    private double ChannelEstimate(LearningChannel channel) =>
        Estimate(_equations.Channels[channel], _equations.Advantage)
        * Estimate(_equations.EffortFit, ChannelConstruct.Of(channel)) * EffortToCapability;

    private double[] ChannelDraws(LearningChannel channel) => Product(
        Product(_toChannel[channel], _effort.Of(ChannelConstruct.Of(channel))), _capability.Of(AdvantageEquations.Effort));

    private CoefficientDraws Draws(LearningFit fit, int equation, params string[] terms) =>
        new(fit, terms, _options.PathDraws, Stream(equation));

    private RandomStream Stream(int equation) => new(_seed, RandomPurpose.ChannelPaths, _address, equation);

    private PathInterval Single(LearningFit fit)
    {
        CoefficientTable table = fit.Coefficients;
        int place = table.Find(_equations.Advantage);
        return new PathInterval(table.Estimates[place], table.ConfidenceLow[place], table.ConfidenceHigh[place]);
    }

    private static double Estimate(LearningFit fit, string term) => fit.Coefficients.Estimates[fit.Coefficients.Find(term)];

    private static double PValue(LearningFit fit, string term) => fit.Coefficients.PValues[fit.Coefficients.Find(term)];

    private static double[] Product(double[] left, double[] right) => [.. left.Zip(right, (first, second) => first * second)];
}
