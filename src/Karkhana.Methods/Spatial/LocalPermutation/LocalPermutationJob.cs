using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>Draws neighbours for all units at once and counts how often the observed sums are reached.</summary>
/// <typeparam name="TTerm">What one neighbour adds.</typeparam>
internal sealed class LocalPermutationJob<TTerm> : IReplicateJob<TailCounts>
    where TTerm : struct, ILocalTerm
{
    private const int UnitsBetweenLooks = 4096;

    private readonly double[] _values;
    private readonly SpatialWeights _weights;
    private readonly ulong _seed;
    private readonly int _width;
    private readonly (double Low, double High)[] _bounds;

    public LocalPermutationJob(double[] values, SpatialWeights weights, int replicates, ulong seed)
    {
        _values = values;
        _weights = weights;
        _seed = seed;
        Replicates = replicates;
        _width = weights.GreatestDegree();
        double greatest = 0;
        foreach (double value in values)
        {
            greatest = Math.Max(greatest, Math.Max(Math.Abs(TTerm.Of(0, value)), Math.Abs(TTerm.Of(-value, value))));
        }

        _bounds = new (double, double)[values.Length];
        for (int unit = 0; unit < values.Length; unit++)
        {
            double observed = LocalPermutationKernel<TTerm>.Observed(unit, weights, values);
            double slack = LocalPermutationKernel<TTerm>.Slack(unit, weights, greatest);
            _bounds[unit] = (observed - slack, observed + slack);
        }
    }

    public string Stage => "conditional permutation";

    public int Replicates { get; }

    public int BlockSize => 32;

    public TailCounts Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int[] draws = Draw(range, cancellationToken);
        double[] places = [.. _values];
        TailCounts counts = new(new int[places.Length], new int[places.Length]);
        for (int unit = 0; unit < places.Length; unit++)
        {
            if (unit % UnitsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            (counts.Greater[unit], counts.Less[unit]) =
                LocalPermutationKernel<TTerm>.Count(unit, _weights, draws, _width, places, _bounds[unit]);
        }

        return counts;
    }

    private int[] Draw(ReplicateRange range, CancellationToken cancellationToken)
    {
        int[] identity = [.. Enumerable.Range(0, _values.Length - 1)];
        int[] positions = new int[identity.Length];
        int[] draws = new int[range.Count * _width];
        for (int s = 0; s < range.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            identity.CopyTo(positions, 0);
            new RandomStream(_seed, RandomPurpose.ConditionalPermutation, range.First + s).ShuffleFront<int>(positions, _width);
            positions.AsSpan(0, _width).CopyTo(draws.AsSpan(s * _width));
        }

        return draws;
    }
}
