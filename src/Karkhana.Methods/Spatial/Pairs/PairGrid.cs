using System.Runtime.Intrinsics;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Places with what they weigh as reference and as neighbour, found by nearness.</summary>
/// <remarks>
/// Neighbour places come first, in the order of their cells, so that a row of cells is one stretch of memory; reference
/// places that are never neighbours follow. The order depends on the points alone, and sums over it have a fixed order.
/// </remarks>
internal sealed class PairGrid
{
    private readonly CellLayout _cells;
    private readonly int[] _starts;

    public PairGrid(PointPattern points, double[] reference, double[] neighbour, double reach)
    {
        PointPlaces places = PointPlaces.Of(points.X, points.Y, i => reference[i] != 0 || neighbour[i] != 0);
        Masses masses = new(places, reference, neighbour);
        int[] order = [.. Enumerable.Range(0, places.Count).Where(place => masses.Neighbour[place] != 0)];
        NeighbourCount = order.Length;
        _cells = new CellLayout([.. order.Select(place => places.X[place])], [.. order.Select(place => places.Y[place])], order.Length, reach);
        int[] cellOf = [.. order.Select(place => (_cells.Row(places.Y[place]) * _cells.Columns) + _cells.Column(places.X[place]))];
        GroupedRows byCell = new(cellOf, _cells.Columns * _cells.Rows);
        _starts = byCell.Starts.ToArray();
        int[] sorted = [.. Array.ConvertAll(byCell.Rows.ToArray(), i => order[i]), .. Enumerable.Range(0, places.Count).Where(place => masses.Neighbour[place] == 0)];
        X = [.. sorted.Select(place => places.X[place])];
        Y = [.. sorted.Select(place => places.Y[place])];
        Reference = [.. sorted.Select(place => masses.Reference[place])];
        Neighbour = [.. sorted.Select(place => masses.Neighbour[place])];
        Own = [.. sorted.Select(place => masses.Own[place])];
        IsUnit = Reference.All(mass => mass is 0 or 1) && Neighbour.All(mass => mass is 0 or 1);
        IsSymmetric = Reference.AsSpan().SequenceEqual(Neighbour);
        PlaceOf = Renumbered(places.PlaceOf, sorted);
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>Gets what each place weighs as reference.</summary>
    public double[] Reference { get; }

    /// <summary>Gets what each place weighs as neighbour.</summary>
    public double[] Neighbour { get; }

    /// <summary>Gets the products of reference and neighbour over the ordered pairs of different points on each place.</summary>
    public double[] Own { get; }

    /// <summary>Gets the place of each point; −1 for one without weight.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Gets how many places can be neighbours; they come first.</summary>
    public int NeighbourCount { get; }

    public int Count => X.Length;

    /// <summary>Gets a value indicating whether every place weighs the same as reference and as neighbour.</summary>
    public bool IsSymmetric { get; }

    /// <summary>Gets a value indicating whether every place weighs 1 or nothing.</summary>
    public bool IsUnit { get; }

    /// <summary>Finds the neighbour places within a reach, the place <paramref name="except"/> left out.</summary>
    /// <returns>How many were found, in ascending order.</returns>
    public int Gather(double x, double y, int except, Reach reach, PairBuffer found)
    {
        int count = 0;
        double limit = reach.Distance + _cells.Margin;
        int last = _cells.Row(y + limit);
        for (int row = _cells.Row(y - limit); row <= last; row++)
        {
            double half = _cells.HalfWidth(row, y, reach.Distance);
            int cell = row * _cells.Columns;
            int from = _starts[cell + _cells.Column(x - half)];
            int to = _starts[cell + _cells.Column(x + half) + 1];
            if (except >= from && except < to)
            {
                count = Scan(from, except, (x, y), reach.Squared, found, count);
                from = except + 1;
            }

            count = Scan(from, to, (x, y), reach.Squared, found, count);
        }

        return count;
    }

    private int Scan(int from, int to, (double X, double Y) centre, double reach, PairBuffer found, int count)
    {
        Vector256<double> x = Vector256.Create(centre.X);
        Vector256<double> y = Vector256.Create(centre.Y);
        Vector256<double> limit = Vector256.Create(reach);
        int place = from;
        for (; place <= to - Vector256<double>.Count; place += Vector256<double>.Count)
        {
            Vector256<double> dx = Vector256.Create(X, place) - x;
            Vector256<double> dy = Vector256.Create(Y, place) - y;
            Vector256<double> squared = (dx * dx) + (dy * dy);
            count += Compaction.Store(
                (squared, Vector128.Create(place) + Vector128<int>.Indices), Vector256.LessThanOrEqual(squared, limit),
                found.Squared.AsSpan(count), found.Places.AsSpan(count));
        }

        for (; place < to; place++)
        {
            double dx = X[place] - centre.X;
            double dy = Y[place] - centre.Y;
            double squared = (dx * dx) + (dy * dy);
            (found.Squared[count], found.Places[count]) = (squared, place);
            count += squared <= reach ? 1 : 0;
        }

        return count;
    }

    private static int[] Renumbered(int[] placeOf, int[] sorted)
    {
        int[] rank = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            rank[sorted[i]] = i;
        }

        return [.. placeOf.Select(place => place < 0 ? -1 : rank[place])];
    }

    /// <summary>What the points of each place weigh together.</summary>
    private sealed class Masses
    {
        public Masses(PointPlaces places, double[] reference, double[] neighbour)
        {
            (Reference, Neighbour, Own) = (new double[places.Count], new double[places.Count], new double[places.Count]);
            double[] selves = new double[places.Count];
            int[] points = new int[places.Count];
            for (int i = 0; i < places.PlaceOf.Length; i++)
            {
                int place = places.PlaceOf[i];
                if (place >= 0)
                {
                    Reference[place] += reference[i];
                    Neighbour[place] += neighbour[i];
                    selves[place] += reference[i] * neighbour[i];
                    points[place]++;
                }
            }

            for (int place = 0; place < Own.Length; place++)
            {
                Own[place] = points[place] == 1 ? 0 : Math.Max(0, (Reference[place] * Neighbour[place]) - selves[place]);
            }
        }

        public double[] Reference { get; }

        public double[] Neighbour { get; }

        public double[] Own { get; }
    }
}
