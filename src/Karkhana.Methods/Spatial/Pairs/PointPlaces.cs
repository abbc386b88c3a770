namespace Karkhana.Methods.Spatial;

/// <summary>The different places of points: many firms in one building are one place.</summary>
/// <remarks>What is counted between places costs no more for any number of points on one spot.</remarks>
internal sealed class PointPlaces
{
    private PointPlaces(double[] x, double[] y, int[] placeOf) => (X, Y, PlaceOf) = (x, y, placeOf);

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>Gets the place of each point; −1 for one that is left out.</summary>
    public int[] PlaceOf { get; }

    public int Count => X.Length;

    /// <summary>Gathers the points that are wanted; places come in the order of their first point.</summary>
    public static PointPlaces Of(PointPattern points, Func<int, bool> wanted)
    {
        Dictionary<(double X, double Y), int> known = new(points.Count);
        List<double> x = [];
        List<double> y = [];
        int[] placeOf = new int[points.Count];
        for (int i = 0; i < placeOf.Length; i++)
        {
            placeOf[i] = -1;
            if (wanted(i))
            {
                if (known.TryAdd((points.X[i], points.Y[i]), x.Count))
                {
                    x.Add(points.X[i]);
                    y.Add(points.Y[i]);
                }

                placeOf[i] = known[(points.X[i], points.Y[i])];
            }
        }

        return new PointPlaces([.. x], [.. y], placeOf);
    }
}
