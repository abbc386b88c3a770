using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Learning;

/// <summary>The pools by distance and by both, unit by unit.</summary>
internal sealed class SpilloverKernel : IReplicateJob<ReplicateRows>
{
    /// <summary>Where the pool by distance stands in a row.</summary>
    public const int Distance = 0;

    /// <summary>Where the pool by both stands in a row.</summary>
    public const int Joint = 1;

    private const int Width = 2;
    private const double MetresPerKilometre = 1000;

    private readonly SpilloverSample _sample;
    private readonly double[]?[] _directions;
    private readonly double _decayKilometres;
    private readonly int[] _adding;

    /// <param name="sample">Research and points.</param>
    /// <param name="directions">The profiles brought to length 1; null where there is none.</param>
    /// <param name="decayKilometres">The distance over which what is near falls to 1/e.</param>
    public SpilloverKernel(SpilloverSample sample, double[]?[] directions, double decayKilometres)
    {
        (_sample, _directions, _decayKilometres) = (sample, directions, decayKilometres);
        _adding = [.. Enumerable.Range(0, sample.Points.Count).Where(unit => !double.IsNaN(sample.Research[unit]) && IsKnown(sample.Points[unit]))];
    }

    public string Stage => "spillover pools";

    public int Replicates => _sample.Points.Count;

    public int BlockSize => 64;

    public static bool IsKnown((double X, double Y) point) => !double.IsNaN(point.X) && !double.IsNaN(point.Y);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * Width];
        (double[] near, double[] both, double[] research) = (new double[_adding.Length], new double[_adding.Length], new double[_adding.Length]);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int unit = range.First + i;
            int others = Weigh(unit, near, both, research);
            bool isKnown = IsKnown(_sample.Points[unit]);
            rows[(i * Width) + Distance] = isKnown ? Sums.Dot(near.AsSpan(0, others), research.AsSpan(0, others)) : double.NaN;
            rows[(i * Width) + Joint] = isKnown && _directions[unit] is not null ? Sums.Dot(both.AsSpan(0, others), research.AsSpan(0, others)) : double.NaN;
        }

        return new ReplicateRows(Width, rows);
    }

    private int Weigh(int unit, double[] near, double[] both, double[] research)
    {
        (double x, double y) = _sample.Points[unit];
        double[]? own = _directions[unit];
        int others = 0;
        foreach (int other in _adding)
        {
            if (other == unit)
            {
                continue;
            }

            (double east, double north) = (_sample.Points[other].X - x, _sample.Points[other].Y - y);
            near[others] = Math.Exp(-Math.Sqrt((east * east) + (north * north)) / MetresPerKilometre / _decayKilometres);
            both[others] = own is null || _directions[other] is not { } direction ? 0 : near[others] * Sums.Dot(own, direction);
            research[others++] = _sample.Research[other];
        }

        return others;
    }
}
