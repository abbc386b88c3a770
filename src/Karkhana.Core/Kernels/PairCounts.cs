using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Kernels;

/// <summary>Counts the pairs of points that lie within each of a few distances.</summary>
/// <remarks>
/// Squared distances are compared with squared limits, ten limits at a time; a pair exactly at a limit counts. Whole
/// numbers: any split of the rows and any width of vectors gives the same counts. Cost: pairs within the greatest limit
/// along x, for ten limits about 2.3 · 10⁹ a second on one core with 512-bit vectors.
/// Source: own measurements, see bench. Agrees with: the double-precision path, but for pairs that lie within rounding
/// of a limit.
/// </remarks>
public static class PairCounts
{
    /// <summary>The greatest number of distances; with more, <see cref="PairHistogram"/> is faster.</summary>
    public const int MostDistances = 64;

    private const int Group = 10;

    /// <summary>Counts the pairs of two sets on all workers; the pairs of one set, each once, when both are the same
    /// object.</summary>
    /// <param name="rows">The points of the one set.</param>
    /// <param name="neighbours">The points of the other, with the same centre and unit.</param>
    /// <param name="distances">The distances in units of the points, 1 to 64 of them, each zero or greater.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <returns>Whole numbers, one per distance, in the order of the distances.</returns>
    public static double[] Within(
        PlanePoints rows,
        PlanePoints neighbours,
        IReadOnlyList<double> distances,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(neighbours);
        double[] checkedDistances = Checked(distances);
        if (rows.Count == 0)
        {
            return new double[checkedDistances.Length];
        }

        PairRowsJob job = new(
            rows.Count, checkedDistances.Length,
            (range, counts) => Add((rows, neighbours), range.First, range.End, checkedDistances, counts));
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
    }

    /// <summary>Adds the counts of some rows.</summary>
    /// <param name="sets">The points whose rows are taken, and the same object or another set with the same centre and
    /// unit.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="distances">The distances in units of the points, 1 to 64 of them, each zero or greater.</param>
    /// <param name="counts">Receives whole numbers, one per distance; added to what is there.</param>
    public static void Add(
        (PlanePoints Rows, PlanePoints Neighbours) sets, int first, int end, IReadOnlyList<double> distances, Span<double> counts)
    {
        ArgumentNullException.ThrowIfNull(sets.Rows);
        ArgumentNullException.ThrowIfNull(sets.Neighbours);
        double[] limits = Checked(distances);
        Require.SameLength(limits.Length, counts.Length, nameof(counts));
        Require.Between(end, 0, sets.Rows.Count, nameof(end));
        Require.Between(first, 0, end, nameof(first));
        double reach = limits.Max();
        reach += 1e-6 * (1 + reach); // rounding can never cut off a pair
        bool same = ReferenceEquals(sets.Rows, sets.Neighbours);
        Span<float> squares = stackalloc float[(limits.Length + Group - 1) / Group * Group];
        squares.Fill(-1); // no distance is below it
        for (int k = 0; k < limits.Length; k++)
        {
            squares[k] = (float)limits[k] * (float)limits[k];
        }

        for (int row = first; row < end; row++)
        {
            double x = sets.Rows.X[row];
            int from = same ? row + 1 : sets.Neighbours.FirstBeyond(x - reach - 1);
            int to = sets.Neighbours.FirstBeyond(x + reach + 1); // beyond what single precision could round in
            if (sets.Rows.IsSingle && sets.Neighbours.IsSingle)
            {
                Row((sets.Rows.SingleX[row], sets.Rows.SingleY[row]), sets.Neighbours, (from, to), squares, counts);
            }
            else
            {
                RowExactly((x, sets.Rows.Y[row]), sets.Neighbours, (from, to), limits, counts);
            }
        }
    }

    private static double[] Checked(IReadOnlyList<double> distances)
    {
        Require.Finite(distances);
        Require.Between(distances.Count, 1, MostDistances, nameof(distances));
        Require.That(distances.All(distance => distance >= 0), nameof(distances), "must be zero or greater");
        return [.. distances];
    }

    private static void RowExactly(
        (double X, double Y) place, PlanePoints neighbours, (int First, int End) range, double[] limits, Span<double> counts)
    {
        for (int i = range.First; i < range.End; i++)
        {
            double dx = neighbours.X[i] - place.X;
            double dy = neighbours.Y[i] - place.Y;
            double distance = Math.Sqrt((dx * dx) + (dy * dy));
            for (int k = 0; k < limits.Length; k++)
            {
                counts[k] += distance <= limits[k] ? 1 : 0;
            }
        }
    }

    private static void Row(
        (float X, float Y) place, PlanePoints neighbours, (int First, int End) range, Span<float> squares, Span<double> counts)
    {
        for (int group = 0; group < squares.Length; group += Group)
        {
            Span<float> limits = squares.Slice(group, Group);
            Span<double> part = counts[group..];
            if (Vector512.IsHardwareAccelerated)
            {
                Row<FloatLanes512>(place, neighbours, range, limits, part);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Row<FloatLanes256>(place, neighbours, range, limits, part);
            }
            else
            {
                Row<FloatLaneSingle>(place, neighbours, range, limits, part);
            }
        }
    }

    // Written out: counts and limits must live in registers, and the compiler keeps only local variables there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<T>(
        (float X, float Y) place, PlanePoints neighbours, (int First, int End) range, Span<float> limits, Span<double> counts)
        where T : struct, IFloatLanes<T>
    {
        ref float x = ref neighbours.SingleX[range.First];
        ref float y = ref neighbours.SingleY[range.First];
        (T placeX, T placeY) = (T.Spread(place.X), T.Spread(place.Y));
        (T l0, T l1, T l2, T l3, T l4) = (T.Spread(limits[0]), T.Spread(limits[1]), T.Spread(limits[2]), T.Spread(limits[3]), T.Spread(limits[4]));
        (T l5, T l6, T l7, T l8, T l9) = (T.Spread(limits[5]), T.Spread(limits[6]), T.Spread(limits[7]), T.Spread(limits[8]), T.Spread(limits[9]));
        (T c0, T c1, T c2, T c3, T c4) = (T.Zero, T.Zero, T.Zero, T.Zero, T.Zero);
        (T c5, T c6, T c7, T c8, T c9) = (T.Zero, T.Zero, T.Zero, T.Zero, T.Zero);
        int length = range.End - range.First;
        for (int i = 0; i < length; i += T.Count)
        {
            T squared = T.Squared(placeX, placeY, ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref y, i));
            c0 = T.CountUpTo(c0, squared, l0);
            c1 = T.CountUpTo(c1, squared, l1);
            c2 = T.CountUpTo(c2, squared, l2);
            c3 = T.CountUpTo(c3, squared, l3);
            c4 = T.CountUpTo(c4, squared, l4);
            c5 = T.CountUpTo(c5, squared, l5);
            c6 = T.CountUpTo(c6, squared, l6);
            c7 = T.CountUpTo(c7, squared, l7);
            c8 = T.CountUpTo(c8, squared, l8);
            c9 = T.CountUpTo(c9, squared, l9);
        }

        ReadOnlySpan<long> totals =
        [
            T.Total(c0), T.Total(c1), T.Total(c2), T.Total(c3), T.Total(c4),
            T.Total(c5), T.Total(c6), T.Total(c7), T.Total(c8), T.Total(c9),
        ];
        for (int k = 0; k < Math.Min(counts.Length, totals.Length); k++)
        {
            counts[k] += totals[k];
        }
    }
}
