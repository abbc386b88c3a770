using System.Runtime.InteropServices;

namespace Karkhana.Methods.Spatial;

/// <summary>The different places of points, and which points lie on each.</summary>
internal sealed class DistinctPlaces
{
    public DistinctPlaces(PointPattern points)
    {
        Dictionary<(double X, double Y), int> places = [];
        List<double> x = [];
        List<double> y = [];
        List<List<int>> at = [];
        for (int point = 0; point < points.Count; point++)
        {
            (double px, double py) = (points.X[point] + 0.0, points.Y[point] + 0.0); // −0 is 0
            ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (px, py), out bool known);
            if (!known)
            {
                place = x.Count;
                x.Add(px);
                y.Add(py);
                at.Add([]);
            }

            at[place].Add(point);
        }

        (X, Y, PointsAt) = ([.. x], [.. y], at);
    }

    public double[] X { get; }

    public double[] Y { get; }

    public int Count => X.Length;

    /// <summary>Gets the points of each place, ascending.</summary>
    public IReadOnlyList<List<int>> PointsAt { get; }
}
