using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Learning;

/// <summary>The effort problem of each firm under each draw of what is not measured.</summary>
internal sealed class RegimeDraws : IReplicateJob<ReplicateRows>
{
    private const int PerFirm = 2;

    private readonly IReadOnlyList<(RegimeSituation Situation, int Firm)> _firms;
    private readonly Score _capability;
    private readonly RegimeAssumptions _assumptions;
    private readonly RegimeProbabilitiesOptions _options;

    private RegimeDraws(
        IReadOnlyList<(RegimeSituation Situation, int Firm)> firms, Score capability, RegimeAssumptions assumptions, RegimeProbabilitiesOptions options) =>
        (_firms, _capability, _assumptions, _options) = (firms, capability, assumptions, options);

    public string Stage => "regimes under drawn assumptions";

    public int Replicates => _options.Draws;

    public int BlockSize => 100;

    /// <summary>Gives the regime of each firm in each draw, and in how many draws nothing is left to learn within its reach.</summary>
    public static (int[][] Regimes, int[] Frontier) Of(
        IReadOnlyList<(RegimeSituation Situation, int Firm)> firms, Score capability, RegimeAssumptions assumptions, RegimeProbabilitiesOptions options,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ReplicateRows rows = ReplicateEngine.Local.Execute(new RegimeDraws(firms, capability, assumptions, options), execution, cancellationToken);
        int[][] regimes = [.. firms.Select((_, i) => rows.Column(PerFirm * i).Select(value => (int)value).ToArray())];
        return (regimes, [.. firms.Select((_, i) => rows.Column((PerFirm * i) + 1).Count(value => value == 1))]);
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = PerFirm * _firms.Count;
        double[] values = new double[range.Count * width];
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int draw = range.First + i;
            (RegimeAssumptions drawn, double curvature) = Drawn(draw);
            for (int firm = 0; firm < _firms.Count; firm++)
            {
                EffortSituation situation = _firms[firm].Situation.At(CapabilityOf(_capability, _firms[firm].Firm, draw), drawn) with { Curvature = curvature };
                EffortChoice choice = EffortProblem.Estimate(situation, drawn.LumpyRule);
                int cell = (i * width) + (PerFirm * firm);
                (values[cell], values[cell + 1]) = ((int)choice.Regime, choice.Frontier ? 1 : 0);
            }
        }

        return new ReplicateRows(width, values);
    }

    private (RegimeAssumptions Assumptions, double Curvature) Drawn(int draw)
    {
        RandomStream stream = new(_options.Seed, RandomPurpose.RegimeAssumptions, draw);
        double Times() => Math.Exp(_options.Spread * stream.NextGaussian());
        RegimeAssumptions drawn = _assumptions with
        {
            Incentive = _assumptions.Incentive * Times(),
            Effectiveness = _assumptions.Effectiveness * Times(),
            UnitCost = _assumptions.UnitCost * Times(),
            SlackWithFunds = _assumptions.SlackWithFunds * Times(),
            SlackWithoutFunds = _assumptions.SlackWithoutFunds * Times(),
            LeastEffortWhenLumpy = _assumptions.LeastEffortWhenLumpy * Times(),
            LeastEffortOtherwise = _assumptions.LeastEffortOtherwise * Times(),
        };
        return (drawn, _options.Spread > 0 ? 0.3 + (0.2 * stream.NextDouble()) : 0.4);
    }

    private static double CapabilityOf(Score capability, int firm, int draw)
    {
        double value = capability.PlausibleValues.Count == 0
            ? capability.Values[firm]
            : capability.PlausibleValues[draw % capability.PlausibleValues.Count][firm];
        return double.IsNaN(value) ? capability.Values[firm] : value;
    }
}
