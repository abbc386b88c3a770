using Karkhana.Core.Kernels;

namespace Karkhana.Agglomeration;

/// <summary>The points of one role: all establishments, suppliers, market towns; indexed once, asked for every firm.</summary>
/// <remarks>Lists come in the order of the index, which depends on the points alone.</remarks>
internal sealed class PointLayer
{
    private const double MetresPerKilometre = 1000;

    private readonly int[] _positions;
    private readonly PointIndex? _index;
    private readonly List<(int Position, double SquaredDistance)> _found = [];

    /// <summary>Indexes some rows of a table.</summary>
    /// <param name="x">The eastings of the table, in metres.</param>
    /// <param name="y">The northings of the table.</param>
    /// <param name="positions">The rows that play the role, in ascending order.</param>
    public PointLayer(IReadOnlyList<double> x, IReadOnlyList<double> y, int[] positions)
    {
        _positions = positions;
        _index = positions.Length == 0
            ? null
            : PointIndex.Of([.. positions.Select(row => x[row])], [.. positions.Select(row => y[row])]);
    }

    /// <summary>Gets the number of points.</summary>
    public int Count => _positions.Length;

    /// <summary>Lists what lies within a radius of a place, the rim included.</summary>
    /// <param name="x">The easting of the place.</param>
    /// <param name="y">The northing.</param>
    /// <param name="kilometres">The radius.</param>
    /// <param name="except">A row to leave out, the firm itself; −1 leaves out none.</param>
    /// <param name="near">Receives what was found; emptied first.</param>
    public void Around(double x, double y, double kilometres, int except, List<Neighbour> near)
    {
        near.Clear();
        _index?.Within(x, y, kilometres * MetresPerKilometre, _found);
        if (_index is null)
        {
            return;
        }

        foreach ((int point, double squared) in _found)
        {
            if (_positions[point] != except)
            {
                near.Add(new Neighbour(_positions[point], Math.Sqrt(squared) / MetresPerKilometre));
            }
        }
    }

    /// <summary>Gives the mean distance to the nearest points; to those there are, when there are fewer.</summary>
    /// <param name="x">The easting of the place.</param>
    /// <param name="y">The northing.</param>
    /// <param name="count">How many.</param>
    /// <param name="except">A row to leave out; −1 leaves out none.</param>
    /// <returns>Kilometres; NaN when there is no other point.</returns>
    public double MeanDistanceToNearest(double x, double y, int count, int except)
    {
        if (_index is null)
        {
            return double.NaN;
        }

        Span<int> points = stackalloc int[count];
        Span<double> squared = stackalloc double[count];
        int found = _index.Nearest(x, y, points, squared, Math.Max(-1, Array.BinarySearch(_positions, except)));
        double sum = 0;
        for (int i = 0; i < found; i++)
        {
            sum += Math.Sqrt(squared[i]);
        }

        return found == 0 ? double.NaN : sum / found / MetresPerKilometre;
    }
}
