using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>The k-th nearest other point of each selected point.</summary>
/// <remarks>
/// Neighbours are ordered by distance, then by row. The search runs over the different places, so that any number of
/// points on one spot costs as one: a place among the k nearest that comes later than another at the same distance also begins
/// with a later row, so that the k nearest places hold the k nearest points.
/// </remarks>
internal sealed class NearestOthers
{
    private readonly PointPlaces _places;
    private readonly GroupedRows _rows;

    private NearestOthers(PointPlaces places, int[] placeOfRow)
    {
        _places = places;
        _rows = new GroupedRows(placeOfRow, places.Count);
        Distances = new double[placeOfRow.Length];
        Neighbours = new int[placeOfRow.Length];
    }

    /// <summary>Gets the distance of each selected point; NaN where there are fewer than k others.</summary>
    public double[] Distances { get; }

    /// <summary>Gets the row, from 0 among the selected points, of the k-th neighbour; −1 where there is none.</summary>
    public int[] Neighbours { get; }

    public static NearestOthers Of(PointPattern points, bool[] selected, int k, CancellationToken cancellationToken)
    {
        PointPlaces places = PointPlaces.Of(points.X, points.Y, i => selected[i]);
        int[] placeOfRow = [.. places.PlaceOf.Where(place => place >= 0)];
        NearestOthers nearest = new(places, placeOfRow);
        if (placeOfRow.Length > 0)
        {
            nearest.Search(placeOfRow, k, cancellationToken);
        }

        return nearest;
    }

    private void Search(int[] placeOfRow, int k, CancellationToken cancellationToken)
    {
        PointIndex index = PointIndex.Of(_places.X, _places.Y);
        int[] positions = new int[Math.Min(k, _places.Count)];
        double[] squares = new double[positions.Length];
        List<(double Squared, int Row)> found = [];
        for (int row = 0; row < placeOfRow.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int place = placeOfRow[row];
            int own = _rows.Of(place).Length - 1;
            found.Clear();
            Take(place, 0, row, k, found);
            if (own < k)
            {
                int count = index.Nearest(_places.X[place], _places.Y[place], positions.AsSpan(0, Math.Min(k - own, positions.Length)), squares, place);
                for (int i = 0; i < count; i++)
                {
                    Take(positions[i], squares[i], row, k - own, found);
                }

                found.Sort();
            }

            bool any = found.Count >= k;
            (Distances[row], Neighbours[row]) = any ? (Math.Sqrt(found[k - 1].Squared), found[k - 1].Row) : (double.NaN, -1);
        }
    }

    /// <summary>Adds the first points of a place other than the row itself.</summary>
    private void Take(int place, double squared, int except, int most, List<(double Squared, int Row)> found)
    {
        int taken = 0;
        foreach (int row in _rows.Of(place))
        {
            if (taken == most)
            {
                break;
            }

            if (row != except)
            {
                found.Add((squared, row));
                taken++;
            }
        }
    }
}
