using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Learning;

/// <summary>SYNTHETIC effort and capability: parameters of framework 5.5 and 5.10, effort by the exact rule 3.3.1 at the first capability, and
/// eight quarters of 3.3.4.</summary>
/// <remarks>What the framework leaves open is set here: first capability 0.12 + 0.3 education + N(0, 0.05), absorptive capacity 0.2 + 0.6 education + 0.05
/// experience + N(0, 0.1), leakage by firms of the stage within a kilometre with weight 0.2, rivalry 1.2 r − 1.2 r² in the
/// incentive, pooling 0.8 of exposure to joint action of many (JA05), mobility by its expectation.</remarks>
internal sealed class SyntheticLearning
{
    private const int Quarters = 8;
    private const double Curvature = 0.4;
    private const double Decay = 0.02;
    private const double Interactive = 0.06;
    private const double Passive = 0.036;
    private const double Mobility = 0.03 * 0.1;
    private const double Reach = 10; // km

    private readonly SyntheticFirms _firms;
    private readonly SyntheticExposures _exposures;
    private readonly SyntheticPlan _plan;
    private readonly SyntheticTies _ties;
    private readonly double[] _taste;
    private readonly double[][] _paths = new double[Quarters + 1][];

    public SyntheticLearning(SyntheticFirms firms, SyntheticExposures exposures, SyntheticPlan plan, ulong seed)
    {
        (_firms, _exposures, _plan) = (firms, exposures, plan);
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, 3);
        double[] experience = Standard.Scores(firms.Experience);
        Absorption = [.. firms.Education.Select((education, firm) => Math.Clamp(
            0.2 + (0.6 * education) + (0.05 * experience[firm]) + (0.1 * stream.NextGaussian()), 0, 1))];
        double[] start = [.. firms.Education.Select(education => Math.Clamp(0.12 + (0.3 * education) + (0.05 * stream.NextGaussian()), 0.01, 0.95))];
        _taste = [.. start.Select(_ => 0.45 * stream.NextGaussian())];
        _ties = new SyntheticTies(firms, start, seed);
        Situations = [.. Enumerable.Range(0, start.Length).Select(firm => Situation(firm, exposures.Of(firm), firms.Points[firm]))];
        Effort = [.. Situations.Select((situation, firm) => Choose(situation, start[firm]))];
        InflowShare = new double[start.Length];
        Run(start);
    }

    public double[] Absorption { get; }

    public SyntheticSituation[] Situations { get; }

    public double[] Effort { get; }

    public double[] Capability => _paths[Quarters];

    /// <summary>Gets the share of what was learnt that came without own effort.</summary>
    public double[] InflowShare { get; }

    public int[][] Partners => _ties.Partners;

    /// <summary>Gives the capability that a firm would have elsewhere, all others as they are.</summary>
    public double CapabilityAt(int firm, (double X, double Y) point)
    {
        SyntheticSituation situation = Situation(firm, _exposures.At(firm, point), point);
        double capability = _paths[0][firm];
        double effort = Choose(situation, capability);
        (int[] partners, double[] near) = (_ties.At(firm, point), Near(firm, point));
        for (int quarter = 0; quarter < Quarters; quarter++)
        {
            (double own, double inflow) = Learnt(firm, capability, situation, effort, _paths[quarter], partners, near);
            capability = Next(capability, own + inflow);
        }

        return capability;
    }

    private void Run(double[] start)
    {
        double[][] near = [.. Enumerable.Range(0, start.Length).Select(firm => Near(firm, _firms.Points[firm]))];
        (double[] worked, double[] came) = (new double[start.Length], new double[start.Length]);
        _paths[0] = start;
        for (int quarter = 0; quarter < Quarters; quarter++)
        {
            double[] now = _paths[quarter];
            _paths[quarter + 1] = [.. now.Select((capability, firm) =>
            {
                (double own, double inflow) = Learnt(firm, capability, Situations[firm], Effort[firm], now, Partners[firm], near[firm]);
                worked[firm] += own;
                came[firm] += inflow;
                return Next(capability, own + inflow);
            })];
        }

        for (int firm = 0; firm < start.Length; firm++)
        {
            InflowShare[firm] = came[firm] + worked[firm] > 0 ? came[firm] / (came[firm] + worked[firm]) : 0;
        }
    }

    private static double Next(double capability, double learnt) => Math.Clamp(((1 - Decay) * capability) + learnt, 0, 1);

    private (double Own, double Inflow) Learnt(
        int firm, double capability, SyntheticSituation situation, double effort, double[] others, int[] partners, double[] near)
    {
        double gap = 1 - capability;
        double ahead = partners.Length == 0 ? 0 : partners.Sum(other => Math.Max(0, others[other] - capability)) / partners.Length;
        double around = 0;
        for (int other = 0; other < near.Length; other++)
        {
            around += near[other] * Math.Max(0, others[other] - capability);
        }

        return (situation.Effectiveness * Math.Pow(effort, Curvature) * gap,
            (Interactive * Absorption[firm] * ahead) + (((Passive * (0.15 + (0.85 * Absorption[firm]))) + (Mobility * Absorption[firm])) * around));
    }

    private double[] Near(int firm, (double X, double Y) point)
    {
        double[] weights = [.. Enumerable.Range(0, SyntheticFirms.Count).Select(other =>
            other != firm && _firms.Distance(other, point) is double distance && distance <= Reach ? Math.Exp(-distance / 2) : 0)];
        double sum = Sums.Sum(weights);
        return sum > 0 ? [.. weights.Select(weight => weight / sum)] : weights;
    }

    private static double Choose(SyntheticSituation situation, double capability) => EffortProblem.Estimate(new EffortSituation
    {
        Incentive = situation.Incentive,
        Effectiveness = situation.Effectiveness,
        Gap = 1 - capability,
        UnitCost = situation.UnitCost,
        Slack = situation.Slack,
        LeastEffort = situation.LeastEffort,
        Curvature = Curvature,
    }).Effort;

    private SyntheticSituation Situation(int firm, double[] exposures, (double X, double Y) point)
    {
        double rivalry = _plan.Of(exposures, SyntheticPlan.Rivalry);
        int rivals = Enumerable.Range(0, SyntheticFirms.Count).Count(
            other => other != firm && _firms.Stage[other] == _firms.Stage[firm] && _firms.Distance(other, point) <= 1);
        double leak = 1 - Math.Exp(-0.25 * rivals / 10);
        return new SyntheticSituation(
            10 * Math.Exp(_plan.Sum(exposures, LearningChannel.IncentiveForEffort) + (1.2 * rivalry * (1 - rivalry)) + _taste[firm] - (0.2 * leak)),
            0.045 * Math.Exp(_plan.Sum(exposures, LearningChannel.EffectivenessOfEffort) + (0.5 * (Absorption[firm] - 0.44))),
            Math.Exp(-_plan.Sum(exposures, LearningChannel.CostOfEffort)),
            0.08 * Math.Exp((0.8 * Math.Log(_firms.Workers[firm] / 10)) + _plan.Sum(exposures, LearningChannel.ResourcesForEffort)),
            0.1 * (1 - (0.8 * _plan.Of(exposures, "JA05"))));
    }
}
