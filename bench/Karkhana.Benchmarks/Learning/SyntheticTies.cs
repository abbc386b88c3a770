using Karkhana.Core.Randomness;
using MathNet.Numerics;

namespace Karkhana.Benchmarks.Learning;

/// <summary>SYNTHETIC ties: P(i to j) = logit(−3.2 − 0.25 d + kin + 0.8 same stage + 1.2 mean capability), at most 12 per firm.</summary>
internal sealed class SyntheticTies
{
    private const int Most = 12;

    private readonly SyntheticFirms _firms;
    private readonly double[] _capability;
    private readonly ulong _seed;

    public SyntheticTies(SyntheticFirms firms, double[] capability, ulong seed)
    {
        (_firms, _capability, _seed) = (firms, capability, seed);
        Partners = [.. Enumerable.Range(0, SyntheticFirms.Count).Select(firm => At(firm, firms.Points[firm]))];
    }

    /// <summary>Gets those whom each firm turns to.</summary>
    public int[][] Partners { get; }

    /// <summary>Gives those whom a firm would turn to from another place, by the same draws.</summary>
    public int[] At(int firm, (double X, double Y) point)
    {
        RandomStream stream = new(_seed, RandomPurpose.SyntheticTies, 0, firm);
        List<(double Surplus, int Partner)> found = [];
        for (int other = 0; other < SyntheticFirms.Count; other++)
        {
            double surplus = Probability(firm, other, point) - stream.NextDouble();
            if (other != firm && surplus > 0)
            {
                found.Add((surplus, other));
            }
        }

        return [.. found.OrderByDescending(tie => tie.Surplus).Take(Most).Select(tie => tie.Partner).Order()];
    }

    private double Probability(int firm, int other, (double X, double Y) point) => SpecialFunctions.Logistic(
        -3.2 - (0.25 * _firms.Distance(other, point))
        + (_firms.Kin[firm] == _firms.Kin[other] ? 1 : 0)
        + (_firms.Stage[firm] == _firms.Stage[other] ? 0.8 : 0)
        + (1.2 * (_capability[firm] + _capability[other]) / 2));
}
