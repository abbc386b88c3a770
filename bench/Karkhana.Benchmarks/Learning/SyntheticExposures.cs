using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Learning;

/// <summary>SYNTHETIC exposures: the rank of a decayed count of providers plus noise of 0.15, ranked again.</summary>
internal sealed class SyntheticExposures
{
    private const double Noise = 0.15;
    private const double ShareOfProviders = 0.3;
    private static readonly double[] Decays = [1, 2, 5, 10, 20]; // km

    private readonly SyntheticFirms _firms;
    private readonly double[] _decay;
    private readonly bool[][] _provides;
    private readonly double[][] _counts;
    private readonly double[][] _noise;
    private readonly double[][] _noisy;

    public SyntheticExposures(SyntheticFirms firms, IReadOnlyList<string> advantages, ulong seed)
    {
        (_firms, Advantages) = (firms, advantages);
        int count = advantages.Count;
        (_decay, _provides, _counts, _noise, _noisy) = (new double[count], new bool[count][], new double[count][], new double[count][], new double[count][]);
        Values = new double[count][];
        for (int a = 0; a < count; a++)
        {
            RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, 2, a);
            _decay[a] = Decays[stream.NextInt(Decays.Length)];
            _provides[a] = [.. Enumerable.Range(0, SyntheticFirms.Count).Select(_ => stream.NextBool(ShareOfProviders))];
            _noise[a] = [.. Enumerable.Range(0, SyntheticFirms.Count).Select(_ => Noise * stream.NextGaussian())];
            int advantage = a;
            _counts[a] = [.. Enumerable.Range(0, SyntheticFirms.Count).Select(firm => Counted(advantage, firm, firms.Points[firm]))];
            _noisy[a] = [.. Ranks.Normalise(_counts[a]).Zip(_noise[a], (rank, noise) => rank + noise)];
            Values[a] = Ranks.Normalise(_noisy[a]);
        }
    }

    public IReadOnlyList<string> Advantages { get; }

    /// <summary>Gets the exposures by advantage, then by firm, each in [0, 1].</summary>
    public double[][] Values { get; }

    public double[] Of(int firm) => [.. Values.Select(values => values[firm])];

    /// <summary>Gives the exposures that a firm would have elsewhere, all others staying.</summary>
    public double[] At(int firm, (double X, double Y) point) => [.. Enumerable.Range(0, Values.Length).Select(a =>
    {
        double rank = ShareBelow(_counts[a], Counted(a, firm, point));
        return ShareBelow(_noisy[a], rank + _noise[a][firm]);
    })];

    private double Counted(int advantage, int firm, (double X, double Y) point)
    {
        double sum = 0;
        for (int other = 0; other < SyntheticFirms.Count; other++)
        {
            if (other != firm && _provides[advantage][other])
            {
                sum += Math.Exp(-_firms.Distance(other, point) / _decay[advantage]);
            }
        }

        return sum;
    }

    private static double ShareBelow(double[] values, double value) =>
        (values.Count(other => other < value) + 0.5) / values.Length;
}
