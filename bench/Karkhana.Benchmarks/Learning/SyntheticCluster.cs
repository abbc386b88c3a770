using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using MathNet.Numerics;

namespace Karkhana.Benchmarks.Learning;

/// <summary>The SYNTHETIC Punjab farm-implements cluster of framework Appendix B: firms, survey and the truth behind them. No firm in it exists.</summary>
/// <remarks>140 firms in a main cluster, 60 in a second, 30 in a town, 90 dispersed over 100 km. Owners with more education go to clusters more often
/// (sorting). Planted: rivalry raises effort up to the middle and lowers it beyond, poaching (DE02) goes with less training, eight gatekeepers, one
/// differential item, EE05 without any effect. Source: framework Appendix B, 5.5, 5.10, 3.3.</remarks>
public sealed class SyntheticCluster
{
    /// <summary>What every output of it says.</summary>
    public const string Label = "SYNTHETIC";

    /// <summary>The seed of the framework.</summary>
    public const ulong DefaultSeed = 20030903;

    private const int Gatekeepers = 8;

    private readonly SyntheticFirms _firms;
    private readonly SyntheticExposures _exposures;
    private readonly SyntheticPlan _plan;
    private readonly SyntheticLearning _learning;
    private readonly double[] _performance;
    private readonly double[] _gatekeeper;
    private readonly double[] _outsideTies;
    private readonly double[] _training;
    private readonly double[] _sales;

    /// <summary>Draws a cluster.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="effects">How strongly advantages act.</param>
    public SyntheticCluster(ulong seed = DefaultSeed, SyntheticEffects effects = SyntheticEffects.Index)
    {
        Seed = seed;
        _plan = new SyntheticPlan(ChannelMatrix.Default(), effects);
        _firms = SyntheticFirms.Draw(seed);
        _exposures = new SyntheticExposures(_firms, _plan.Advantages, seed);
        _learning = new SyntheticLearning(_firms, _exposures, _plan, seed);
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, 4);
        _performance = [.. _learning.Capability.Select((capability, firm) =>
            (0.3 * capability) + _plan.Sum(_exposures.Of(firm), LearningChannel.StaticCost) + (0.2 * _firms.Education[firm]) + (0.4 * stream.NextGaussian()))];
        HashSet<int> gatekeepers = [.. Enumerable.Range(0, SyntheticFirms.Clusters).OrderByDescending(firm => _learning.Absorption[firm]).Take(Gatekeepers)];
        _gatekeeper = [.. Enumerable.Range(0, SyntheticFirms.Count).Select(firm => gatekeepers.Contains(firm) ? 1.0 : 0)];
        _outsideTies = [.. _gatekeeper.Select(role => (double)Poisson(role == 1 ? 4 : 1, stream))];
        double[] poaching = Standard.Scores(_exposures.Values[_plan.Advantages.ToList().IndexOf("DE02")]);
        _training = [.. poaching.Select((exposure, firm) => (-0.3 * exposure) + (0.5 * (_firms.Education[firm] - 0.4)) + (0.8 * stream.NextGaussian()))];
        _sales = [.. Standard.Scores(_performance).Select((score, firm) =>
            stream.NextBool(SpecialFunctions.Logistic(Math.Log(0.25 / 0.75) + (0.5 * score))) ? double.NaN : _performance[firm])];
        Survey = Asked();
    }

    /// <summary>Gets the seed.</summary>
    public ulong Seed { get; }

    /// <summary>Gets the ids of the firms, which say that they are synthetic.</summary>
    public IReadOnlyList<string> FirmIds { get; } =
        [.. Enumerable.Range(1, SyntheticFirms.Count).Select(firm => FormattableString.Invariant($"{Label}-{firm:000}"))];

    /// <summary>Gets the answers.</summary>
    public Survey Survey { get; }

    /// <summary>Gets the slope of the item that works differently.</summary>
    public double DifferentialSlope { get; private set; }

    /// <summary>Gets whether each firm is clustered.</summary>
    public IReadOnlyList<bool> Clustered => _firms.Clustered;

    /// <summary>Gets the place of each firm.</summary>
    public IReadOnlyList<string> Places => _firms.Places;

    /// <summary>Gets the true capability.</summary>
    public IReadOnlyList<double> Capability => _learning.Capability;

    /// <summary>Gets the true effort.</summary>
    public IReadOnlyList<double> Effort => _learning.Effort;

    /// <summary>Gets the ties: those whom each firm turns to for knowledge.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Partners => _learning.Partners;

    /// <summary>Gets the share of gains lost to copying: 1 − exp(−0.25 rivals of the stage within a kilometre / 10).</summary>
    internal IReadOnlyList<double> Leakage => _learning.Leakage;

    /// <summary>Gets what differs between firms before any place acts: education and experience of the owner, workers.</summary>
    public IReadOnlyDictionary<string, double[]> Controls => new Dictionary<string, double[]>
    {
        ["education"] = _firms.Education,
        ["experience"] = _firms.Experience,
        ["workers_(log)"] = [.. _firms.Workers.Select(workers => Math.Log(workers))],
    };

    /// <summary>Gives the kilometres between two firms.</summary>
    internal double Distance(int firm, int other) => _firms.Distance(other, _firms.Points[firm]);

    /// <summary>Says whether two firms are of one family.</summary>
    internal bool AreKin(int firm, int other) => _firms.Kin[firm] == _firms.Kin[other];

    /// <summary>Says whether two firms are of one stage.</summary>
    internal bool ShareStage(int firm, int other) => _firms.Stage[firm] == _firms.Stage[other];

    /// <summary>Gives how near another firm is for knowledge that is in the air: exp(−km / 2) within 10 km, 0 beyond and for the firm itself.</summary>
    internal double Nearness(int firm, int other) => _learning.Nearness(firm, other, _firms.Points[firm]);

    /// <summary>Computes the true difference for the clustered: their capability less that which each would have elsewhere, all others staying.</summary>
    /// <returns>In units of capability.</returns>
    public double TrueDifference() => Sums.Mean([.. Enumerable.Range(0, SyntheticFirms.Clusters).Select(
        firm => _learning.Capability[firm] - _learning.CapabilityAt(firm, _firms.Elsewhere(firm)))]);

    /// <summary>Gives the sample with scores made of the answers, as a study would have them.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="mechanisms">The scores of the channels.</param>
    /// <returns>The sample.</returns>
    public LearningSample Scored(FirmScores scores, MechanismScoresResult mechanisms)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(mechanisms);
        return Sample([.. scores.Scores.Scores, .. mechanisms.Channels.Select(channel => channel.Score)]);
    }

    /// <summary>Gives the sample with the true values in place of scores.</summary>
    /// <returns>The sample.</returns>
    public LearningSample True() => Sample(
    [
        Known("capability", _learning.Capability),
        Known("effort", _learning.Effort),
        Known("absorptive_capacity", _learning.Absorption),
        .. SyntheticPlan.EffortChannels.Select(channel => Known(ChannelConstruct.Of(channel), Parameter(channel))),
        Known(ChannelConstruct.Of(LearningChannel.SpilloverWithoutEffort), _learning.InflowShare),
    ]);

    /// <summary>Gives all slopes on single advantages that were planted and are not zero.</summary>
    /// <returns>The cells with their signs.</returns>
    public IReadOnlyList<PlantedCell> Cells()
    {
        IEnumerable<PlantedCell> Of(PlantedKind kind, string outcome, Func<string, double> effect) => _plan.Advantages
            .Select(advantage => new PlantedCell(kind, outcome, advantage, Math.Sign(Math.Round(effect(advantage), 12)))).Where(cell => cell.Sign != 0);
        return
        [
            .. Of(PlantedKind.Effort, "effort", advantage => advantage == SyntheticPlan.Rivalry
                ? 0
                : SyntheticPlan.EffortChannels.Sum(channel => _plan.Effect(advantage, channel))),
            .. SyntheticPlan.EffortChannels.SelectMany(channel => Of(
                PlantedKind.Channel, ChannelConstruct.Of(channel), advantage => _plan.Effect(advantage, channel))),
            .. Of(PlantedKind.Capability, "capability", advantage => _plan.Effect(advantage, LearningChannel.EffectivenessOfEffort)),
            .. Of(PlantedKind.Performance, "performance", advantage => _plan.Effect(advantage, LearningChannel.StaticCost)),
        ];
    }

    private double[] Parameter(LearningChannel channel) => [.. _learning.Situations.Select(situation => channel switch
    {
        LearningChannel.CostOfEffort => -Math.Log(situation.UnitCost),
        LearningChannel.ResourcesForEffort => Math.Log(situation.Slack),
        LearningChannel.IncentiveForEffort => Math.Log(situation.Incentive),
        _ => Math.Log(situation.Effectiveness),
    })];

    private Survey Asked()
    {
        string[] Ids(string block, int count) => [.. Enumerable.Range(1, count).Select(item => FormattableString.Invariant($"{block}{item:00}"))];
        double[] turned = [.. _learning.Situations.Select(situation => Math.Log(situation.LeastEffort * situation.UnitCost / situation.Slack))];
        double[] incentive = Parameter(LearningChannel.IncentiveForEffort);
        double[] effectiveness = Parameter(LearningChannel.EffectivenessOfEffort);
        SyntheticAnswers answers = new SyntheticAnswers(_firms, Seed)
            .Ask("capability", "M3", _learning.Capability, Ids("C", 20), 3)
            .Ask("effort", "F5", _learning.Effort, Ids("E", 12), 4)
            .Ask("absorptive_capacity", "L5", _learning.Absorption, Ids("AC", 6), 4, least: 1)
            .Ask("mechanism", "C5", Parameter(LearningChannel.CostOfEffort), ["M2"], 4, least: -2)
            .Ask("mechanism", "Y", Parameter(LearningChannel.ResourcesForEffort), ["M3"], 1)
            .Ask("mechanism", "Y", turned, ["M4"], 1)
            .Ask("mechanism", "L5", incentive, ["M5"], 4)
            .Ask("mechanism", "L5", [.. incentive.Select(value => -value)], ["M6"], 4, least: 1)
            .Ask("mechanism", "L5", incentive, ["M7"], 4)
            .Ask("mechanism", "L5", effectiveness, ["M8", "M9"], 4)
            .Ask("mechanism", "Y", _learning.InflowShare, ["M10"], 1)
            .Ask("mechanism", "L5", _learning.InflowShare, ["M11"], 4);
        DifferentialSlope = answers.DifferentialSlope;
        return answers.ToSurvey();
    }

    private static Score Known(string construct, double[] values) => new(construct, values, [], $"true ({Label})", []);

    private LearningSample Sample(IReadOnlyList<Score> scores) => new(
        [.. Enumerable.Range(0, SyntheticFirms.Count)],
        _firms.Clustered,
        _firms.Places,
        new ExposureTable(FirmIds,
        [
            .. _exposures.Advantages.Select((advantage, a) => new Exposure(
                advantage, _exposures.Values[a], [.. _exposures.Values[a].Select(_ => double.NaN)], Label)),
        ]),
        new ScoreTable(FirmIds, scores),
        Controls)
    {
        Seed = Seed,
        Points = [.. _firms.Points.Select(point => (1000 * point.X, 1000 * point.Y))],
        Variables = new Dictionary<string, double[]>
        {
            [HypothesisVariables.Performance] = _sales,
            [HypothesisVariables.Training] = _training,
            [HypothesisVariables.Gatekeeper] = _gatekeeper,
            [HypothesisVariables.Openness] = _outsideTies,
            [HypothesisVariables.KnowledgeTies] = [.. _learning.Partners.Select(partners => (double)partners.Length)],
            [HypothesisVariables.Leader] = [.. Above(_learning.Capability)],
        },
    };

    // By multiplying uniforms (Knuth), for small means.
    private static int Poisson(double mean, RandomStream stream)
    {
        int count = 0;
        for (double product = stream.NextDouble(); product > Math.Exp(-mean); product *= stream.NextDouble())
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<double> Above(double[] values)
    {
        double median = Quantiles.Type7([.. values.Order()], 0.5);
        return values.Select(value => value > median ? 1.0 : 0);
    }
}
