using System.Runtime.InteropServices;
using Karkhana.Core.Kernels;

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

    /// <summary>Gathers the points that are wanted, all unless said; places come in the order of their first
    /// point.</summary>
    public static PointPlaces Of(double[] xs, double[] ys, Func<int, bool>? wanted = null)
    {
        Dictionary<(double X, double Y), int> known = new(xs.Length);
        List<double> x = [];
        List<double> y = [];
        int[] placeOf = new int[xs.Length];
        for (int i = 0; i < placeOf.Length; i++)
        {
            if (wanted is not null && !wanted(i))
            {
                placeOf[i] = -1;
                continue;
            }

            (double X, double Y) spot = (xs[i] + 0.0, ys[i] + 0.0); // −0 is 0
            ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, spot, out bool seen);
            if (!seen)
            {
                place = x.Count;
                x.Add(spot.X);
                y.Add(spot.Y);
            }

            placeOf[i] = place;
        }

        return new PointPlaces([.. x], [.. y], placeOf);
    }

    /// <summary>Gives the points of each place.</summary>
    public GroupedRows Points() => new(PlaceOf, Count);
}
