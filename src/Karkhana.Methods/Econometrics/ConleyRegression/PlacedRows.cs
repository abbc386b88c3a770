using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The places of the rows of a fit, in bands as high as the reach, each band in the order of x.</summary>
/// <remarks>Neighbours of a place lie in its own band and the two beside it, within a range of x that two binary searches
/// find; on a sphere bands are of latitude, and the range of longitudes is that of a cap at the latitude nearest a pole.</remarks>
internal sealed class PlacedRows
{
    private const double RadiansPerDegree = Math.PI / 180;
    private const double Margin = 1 + 1e-9;
    private const int MostBands = 1 << 20;

    private readonly bool _sphere;
    private readonly double _reach;
    private readonly double _origin;
    private readonly double _height;
    private readonly int[] _starts;
    private readonly double[] _x;
    private readonly double[] _y;

    private PlacedRows(double[] x, double[] y, SpatialDecay decay)
    {
        _sphere = decay.Distance == CoordinateDistance.GreatCircle;
        _reach = (_sphere ? decay.Cutoff / decay.EarthRadius : decay.Cutoff) * Margin;
        _origin = y.Length == 0 ? 0 : y.Min();
        double extent = y.Length == 0 ? 0 : y.Max() - _origin;
        _height = Math.Max(_reach, extent / MostBands);
        int[] band = [.. y.Select(BandOf)];
        int bands = y.Length == 0 ? 1 : BandOf(_origin + extent) + 1;
        Order = [.. Enumerable.Range(0, y.Length).OrderBy(row => band[row]).ThenBy(row => x[row]).ThenBy(row => y[row])];
        _x = [.. Order.Select(row => x[row])];
        _y = [.. Order.Select(row => y[row])];
        _starts = new int[bands + 1];
        foreach (int of in band)
        {
            _starts[of + 1]++;
        }

        for (int of = 0; of < bands; of++)
        {
            _starts[of + 1] += _starts[of];
        }

        if (_sphere)
        {
            (U, V, W) = (new double[y.Length], new double[y.Length], new double[y.Length]);
            for (int place = 0; place < y.Length; place++)
            {
                (double sinLat, double cosLat) = Math.SinCos(_y[place]);
                (double sinLon, double cosLon) = Math.SinCos(_x[place]);
                (U[place], V[place], W[place]) = (cosLat * cosLon, cosLat * sinLon, sinLat);
            }
        }
        else
        {
            (U, V, W) = (_x, _y, new double[y.Length]);
        }
    }

    /// <summary>Gets the row of the fit at each place.</summary>
    public int[] Order { get; }

    /// <summary>Gets the first coordinate in which squared distances, on a sphere squared chords, are sums of squares.</summary>
    public double[] U { get; }

    public double[] V { get; }

    public double[] W { get; }

    public static PlacedRows Of(int[] rows, IReadOnlyList<double> x, IReadOnlyList<double> y, SpatialDecay decay)
    {
        double[] first = [.. rows.Select(row => x[row])];
        double[] second = [.. rows.Select(row => y[row])];
        bool sphere = decay.Distance == CoordinateDistance.GreatCircle;
        for (int place = 0; place < first.Length; place++)
        {
            bool inRange = sphere
                ? Math.Abs(first[place]) <= 360 && Math.Abs(second[place]) <= 90
                : double.IsFinite(first[place]) && double.IsFinite(second[place]);
            if (!inRange)
            {
                Require.That(false, "x", FormattableString.Invariant(
                    $"and y must be {(sphere ? "a longitude in [-360, 360] and a latitude in [-90, 90]" : "finite")}; row {rows[place] + 1} was ({first[place]}, {second[place]})"));
            }
        }

        return sphere
            ? new PlacedRows([.. first.Select(Turned)], [.. second.Select(latitude => latitude * RadiansPerDegree)], decay)
            : new PlacedRows(first, second, decay);
    }

    /// <summary>Finds the places after this one that may lie within reach, as up to four ranges.</summary>
    /// <param name="place">The place.</param>
    /// <param name="ranges">Receives the ranges, the second place excluded.</param>
    /// <returns>How many ranges there are.</returns>
    public int After(int place, Span<(int First, int End)> ranges)
    {
        int count = 0;
        int band = BandOf(_y[place]);
        double width = Width(place);
        Add(ranges, ref count, place + 1, _starts[band + 1], (_x[place], width));
        if (band + 2 < _starts.Length)
        {
            Add(ranges, ref count, _starts[band + 1], _starts[band + 2], (_x[place], width));
        }

        return count;
    }

    /// <summary>Says how many rows share their place with another.</summary>
    public Note[] Notes()
    {
        int shared = 0;
        for (int place = 1; place < _x.Length; place++)
        {
            shared += _x[place] == _x[place - 1] && _y[place] == _y[place - 1] ? 1 : 0;
        }

        return shared == 0
            ? []
            : [new Note(
                "shared-places",
                Severity.Information,
                FormattableString.Invariant($"{shared} rows stand at the very place of another; pairs at distance 0 have the full weight."))];
    }

    private static double Turned(double longitude) => Math.IEEERemainder(longitude, 360) * RadiansPerDegree;

    private int BandOf(double y) => (int)((y - _origin) / _height);

    // Half the range of longitudes of a cap that may touch this band or the next: sin(Δλ/2)² cos φ cos φ' ≤ sin(reach/2)².
    private double Width(int place)
    {
        if (!_sphere)
        {
            return _reach;
        }

        double nearest = Math.Min(Math.Abs(_y[place]) + _reach, Math.PI / 2);
        double half = Math.Sin(Math.Min(_reach, Math.PI) / 2) / Math.Sqrt(Math.Max(0, Math.Cos(_y[place]) * Math.Cos(nearest)));
        return half < 1 ? 2 * Math.Asin(half) * Margin : double.PositiveInfinity;
    }

    private void Add(Span<(int First, int End)> ranges, ref int count, int first, int end, (double Centre, double Width) x)
    {
        (double low, double high) = (x.Centre - x.Width, x.Centre + x.Width);
        if (!_sphere || (low >= -Math.PI && high <= Math.PI))
        {
            ranges[count++] = (Lower(first, end, low), Lower(first, end, Math.BitIncrement(high)));
            return;
        }

        if (x.Width >= Math.PI)
        {
            ranges[count++] = (first, end);
            return;
        }

        // Across the antimeridian: the range leaves out what lies between its two ends.
        double east = low < -Math.PI ? low + (2 * Math.PI) : low;
        double west = high > Math.PI ? high - (2 * Math.PI) : high;
        int from = Lower(first, end, east);
        ranges[count++] = (first, Math.Min(from, Lower(first, end, Math.BitIncrement(west))));
        ranges[count++] = (from, end);
    }

    // The first place from which on x is not below the value.
    private int Lower(int first, int end, double value)
    {
        while (first < end)
        {
            int middle = first + ((end - first) / 2);
            (first, end) = _x[middle] < value ? (middle + 1, end) : (first, middle);
        }

        return first;
    }
}
