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
        (Deviations, double squares) = SpatialValues.Centred(values);
        (_starts, _others, _weights) = Halved(weights);
        double s0 = weights.S0;
        _scale = s0 > 0 && squares > 0 ? values.Length / s0 / squares : double.NaN;
        Notes = [.. SpatialNotes.Islands(weights, "they stay in n with lag 0"), .. SpatialNotes.Undefined(squares, s0)];
    }

    public int Count => Deviations.Length;

    /// <summary>Gets the values less their mean; their order is what is permuted.</summary>
    public double[] Deviations { get; }

    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Gives I of the values as they are.</summary>
    public double Observed()
    {
        double[] side = new double[Count * Lanes];
        Place(Deviations, side, 0);
        double[] statistics = new double[Lanes];
        Statistics(side, statistics);
        return statistics[0];
    }

    /// <summary>Puts one order of the deviations into a lane.</summary>
    public static void Place(ReadOnlySpan<double> order, double[] side, int lane)
    {
        for (int unit = 0; unit < order.Length; unit++)
        {
            side[(unit * Lanes) + lane] = order[unit];
        }
    }

    /// <summary>Computes I of the eight orders that lie side by side.</summary>
    /// <param name="side">Eight numbers per unit.</param>
    /// <param name="statistics">Receives one I per lane.</param>
    public void Statistics(double[] side, Span<double> statistics)
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
