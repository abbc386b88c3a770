using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>Points sorted into square cells so small that all points of a cell lie within the radius of each other.</summary>
internal sealed class DensityGrid
{
    // Places of cells are rounded by up to 1.4e9 · 2⁻⁵² of a cell; shrinking by far more keeps the promise of the diagonal.
    private const double Shrink = 1 - 1e-6;
    private const double LeastShareOfExtent = 1e-9;
    private const int Reach = 2;

    private readonly long[] _keys;
    private readonly int[] _starts;
    private readonly int[] _order;

    private DensityGrid(PlainPoints points, double eps, int[] order, List<int> starts, List<long> keys)
    {
        Points = points;
        SquaredEps = eps * eps;
        Eps = eps;
        _order = order;
        _starts = [.. starts, order.Length];
        _keys = [.. keys];
        CellOf = new int[order.Length];
        for (int cell = 0; cell < _keys.Length; cell++)
        {
            foreach (int point in In(cell))
            {
                CellOf[point] = cell;
            }
        }
    }

    /// <summary>Gets the points in file order.</summary>
    public PlainPoints Points { get; }

    /// <summary>Gets the radius.</summary>
    public double Eps { get; }

    /// <summary>Gets the squared radius.</summary>
    public double SquaredEps { get; }

    /// <summary>Gets the number of cells that hold points.</summary>
    public int Cells => _keys.Length;

    /// <summary>Gets the cell of each point.</summary>
    public int[] CellOf { get; }

    /// <summary>Sorts the points.</summary>
    public static DensityGrid Of(PlainPoints points, double eps)
    {
        (double left, double bottom) = (points.X.Min(), points.Y.Min());
        double extent = Math.Max(points.X.Max() - left, points.Y.Max() - bottom);
        Require.That(
            eps >= LeastShareOfExtent * extent, "Eps",
            FormattableString.Invariant($"must be at least {LeastShareOfExtent * extent}, a thousand-millionth of the extent of the points; it was {eps}"));
        double side = eps / Math.Sqrt(2) * Shrink;
        long[] sorted = new long[points.Count];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = Key(Reach + (long)((points.X[i] - left) / side), Reach + (long)((points.Y[i] - bottom) / side));
        }

        int[] order = [.. Enumerable.Range(0, points.Count)];
        Array.Sort(sorted, order);
        List<int> starts = [];
        List<long> keys = [];
        for (int rank = 0; rank < sorted.Length; rank++)
        {
            if (rank == 0 || sorted[rank] != sorted[rank - 1])
            {
                starts.Add(rank);
                keys.Add(sorted[rank]);
            }
        }

        return new DensityGrid(points, eps, order, starts, keys);
    }

    /// <summary>Gives the points of a cell.</summary>
    public ReadOnlySpan<int> In(int cell) => _order.AsSpan(_starts[cell], _starts[cell + 1] - _starts[cell]);

    /// <summary>Gives the start of a walk through the cells in ascending order, for <see cref="Around"/>.</summary>
    public static int[] StartWalk() => new int[(2 * Reach) + 1];

    /// <summary>Finds the other cells that may hold a point within the radius.</summary>
    /// <param name="cell">The cell, after those already asked for on this walk.</param>
    /// <param name="walk">How far the walk has come in each column of the neighbourhood: the keys ascend with it.</param>
    /// <param name="found">Receives the cells.</param>
    public void Around(int cell, int[] walk, List<int> found)
    {
        found.Clear();
        for (int column = 0; column < walk.Length; column++)
        {
            long first = _keys[cell] + Key(column - Reach, -Reach);
            long last = _keys[cell] + Key(column - Reach, Reach);
            while (walk[column] < _keys.Length && _keys[walk[column]] < first)
            {
                walk[column]++;
            }

            for (int other = walk[column]; other < _keys.Length && _keys[other] <= last; other++)
            {
                if (other != cell)
                {
                    found.Add(other);
                }
            }
        }
    }

    /// <summary>Says whether two points lie within the radius of each other.</summary>
    public bool Near(int left, int right)
    {
        double dx = Points.X[left] - Points.X[right];
        double dy = Points.Y[left] - Points.Y[right];
        return (dx * dx) + (dy * dy) <= SquaredEps;
    }

    private static long Key(long column, long row) => (column << 32) + row;
}
