using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I of eight orders of the values in one pass over the links.</summary>
/// <remarks>
/// The pairs i ≤ j are kept once, with w_ij + w_ji: the cross product is the same and half the links are read. The eight
/// orders lie side by side for each unit, one per lane, and each lane adds in the same order, so that a lane's bits are
/// those of a scalar loop, whatever lies in the others.
/// </remarks>
internal sealed class MoranKernel
{
    public const int Lanes = 8;

    private readonly int[] _starts;
    private readonly int[] _others;
    private readonly double[] _weights;
    private readonly double _scale;

    public MoranKernel(SpatialValues input, WeightsStyle style)
    {
        double[] values = SpatialValues.Complete(input.Values, input.Weights, nameof(input.Values), least: 3);
        SpatialWeights weights = input.Weights.Coded(style);
        (Z, double squares) = Deviations.Of(values);
        (_starts, _others, _weights) = Halved(weights);
        double s0 = weights.S0;
        _scale = s0 > 0 && squares > 0 ? values.Length / s0 / squares : double.NaN;
        Notes = [.. SpatialNotes.Islands(weights, "they stay in n with lag 0"), .. SpatialNotes.Undefined(squares, s0)];
    }

    public int Count => Z.Length;

    /// <summary>Gets the values less their mean; their order is what is permuted.</summary>
    public double[] Z { get; }

    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Gives I of the values as they are.</summary>
    public double Observed()
    {
        double[] statistics = new double[Lanes];
        double[][] orders = [.. Enumerable.Repeat(Z, Lanes)];
        Statistics(orders, new double[Count * Lanes], statistics);
        return statistics[0];
    }

    /// <summary>Computes I of eight orders of the deviations.</summary>
    /// <param name="orders">The eight orders.</param>
    /// <param name="side">Room for eight numbers per unit.</param>
    /// <param name="statistics">Receives one I per order.</param>
    public void Statistics(double[][] orders, double[] side, Span<double> statistics)
    {
        Interleave(orders, side);
        Statistics(side, statistics);
    }

    private static void Interleave(double[][] orders, double[] side)
    {
        int count = side.Length / Lanes;
        ReadOnlySpan<double> order0 = orders[0].AsSpan(0, count);
        ReadOnlySpan<double> order1 = orders[1].AsSpan(0, count);
        ReadOnlySpan<double> order2 = orders[2].AsSpan(0, count);
        ReadOnlySpan<double> order3 = orders[3].AsSpan(0, count);
        ReadOnlySpan<double> order4 = orders[4].AsSpan(0, count);
        ReadOnlySpan<double> order5 = orders[5].AsSpan(0, count);
        ReadOnlySpan<double> order6 = orders[6].AsSpan(0, count);
        ReadOnlySpan<double> order7 = orders[7].AsSpan(0, count);
        for (int unit = 0; unit < count; unit++)
        {
            Span<double> lanes = side.AsSpan(unit * Lanes, Lanes);
            Vector256.Create(order0[unit], order1[unit], order2[unit], order3[unit]).CopyTo(lanes);
            Vector256.Create(order4[unit], order5[unit], order6[unit], order7[unit]).CopyTo(lanes[4..]);
        }
    }

    /// <summary>Computes I of the eight orders that lie side by side.</summary>
    private void Statistics(double[] side, Span<double> statistics)
    {
        ref double first = ref MemoryMarshal.GetArrayDataReference(side);
        Vector256<double> low = Vector256<double>.Zero;
        Vector256<double> high = Vector256<double>.Zero;
        for (int unit = 0; unit < _starts.Length - 1; unit++)
        {
            Vector256<double> lagLow = Vector256<double>.Zero;
            Vector256<double> lagHigh = Vector256<double>.Zero;
            for (int pair = _starts[unit]; pair < _starts[unit + 1]; pair++)
            {
                nuint other = (nuint)(_others[pair] * Lanes);
                Vector256<double> weight = Vector256.Create(_weights[pair]);
                lagLow += weight * Vector256.LoadUnsafe(ref first, other);
                lagHigh += weight * Vector256.LoadUnsafe(ref first, other + 4);
            }

            nuint own = (nuint)(unit * Lanes);
            low += Vector256.LoadUnsafe(ref first, own) * lagLow;
            high += Vector256.LoadUnsafe(ref first, own + 4) * lagHigh;
        }

        Vector256<double> scale = Vector256.Create(_scale);
        (low * scale).CopyTo(statistics);
        (high * scale).CopyTo(statistics[4..]);
    }

    /// <summary>Keeps each pair once, at its first unit: w_ij + w_ji, and w_ii as it is.</summary>
    private static (int[] Starts, int[] Others, double[] Weights) Halved(SpatialWeights weights)
    {
        SpatialWeights reversed = weights.Transposed();
        int[] starts = new int[weights.Count + 1];
        List<int> others = new(weights.Links);
        List<double> sums = new(weights.Links);
        for (int unit = 0; unit < weights.Count; unit++)
        {
            Merge(unit, weights, reversed, others, sums);
            starts[unit + 1] = others.Count;
        }

        return (starts, [.. others], [.. sums]);
    }

    private static void Merge(int unit, SpatialWeights weights, SpatialWeights reversed, List<int> others, List<double> sums)
    {
        ReadOnlySpan<int> to = weights.NeighboursOf(unit);
        ReadOnlySpan<double> forth = weights.WeightsOf(unit);
        ReadOnlySpan<int> from = reversed.NeighboursOf(unit);
        ReadOnlySpan<double> back = reversed.WeightsOf(unit);
        (int a, int b) = (0, 0);
        while (a < to.Length || b < from.Length)
        {
            int nextTo = a < to.Length ? to[a] : int.MaxValue;
            int nextFrom = b < from.Length ? from[b] : int.MaxValue;
            int other = Math.Min(nextTo, nextFrom);
            double sum = nextTo == other ? forth[a++] : 0;
            double returned = nextFrom == other ? back[b++] : 0;
            if (other >= unit)
            {
                others.Add(other);
                sums.Add(other == unit ? sum : sum + returned);
            }
        }
    }
}
