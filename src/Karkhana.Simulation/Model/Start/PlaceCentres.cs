namespace Karkhana.Simulation;

/// <summary>The middle of each place: the mean position of its firms at the start.</summary>
internal sealed class PlaceCentres
{
    private readonly double[] _x;
    private readonly double[] _y;

    private PlaceCentres(double[] x, double[] y)
    {
        _x = x;
        _y = y;
    }

    /// <summary>Gets the number of places.</summary>
    public int Count => _x.Length;

    /// <summary>Finds the middles.</summary>
    /// <param name="firms">The firms of the start.</param>
    /// <returns>The middles.</returns>
    public static PlaceCentres Of(FirmColumns firms)
    {
        int places = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            places = Math.Max(places, firms.Place[slot] + 1);
        }

        (double[] x, double[] y, int[] count) = (new double[places], new double[places], new int[places]);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            int place = firms.Place[slot];
            x[place] += firms.X[slot];
            y[place] += firms.Y[slot];
            count[place]++;
        }

        for (int place = 0; place < places; place++)
        {
            x[place] /= Math.Max(1, count[place]);
            y[place] /= Math.Max(1, count[place]);
        }

        return new PlaceCentres(x, y);
    }

    /// <summary>Gives the position of the middle of a place.</summary>
    /// <param name="place">The place.</param>
    /// <returns>East and north, km.</returns>
    public (double X, double Y) Of(int place) => (_x[place], _y[place]);

    /// <summary>Gives the kilometres from a position to the middle of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="x">East, km.</param>
    /// <param name="y">North, km.</param>
    /// <returns>The distance.</returns>
    public double Distance(int place, double x, double y)
    {
        (double dx, double dy) = (x - _x[place], y - _y[place]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
