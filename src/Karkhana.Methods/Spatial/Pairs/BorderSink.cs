namespace Karkhana.Methods.Spatial;

/// <summary>Adds pairs up by distance, at each radius only those of reference places at least so far from the
/// border.</summary>
internal struct BorderSink(RadiusBins bins, IReadOnlyList<double> radii, double[] borderOf) : IPairSink
{
    private readonly double[] _row = new double[bins.Count];
    private readonly double[] _within = new double[bins.Count];
    private int _place = -1;

    public readonly bool TakesDoubled => false;

    public void Begin(int place)
    {
        Close();
        _place = place;
    }

    public readonly void Count(ReadOnlySpan<double> squares, int times)
    {
        foreach (double squared in squares)
        {
            _row[bins.Of(squared)] += times;
        }
    }

    public readonly void Add(ReadOnlySpan<double> squares, ReadOnlySpan<double> weights) => bins.Tally(squares, weights, _row);

    /// <summary>Gives the sum within each radius, in the order of the radii as they were given.</summary>
    public readonly double[] Within()
    {
        Close();
        return _within;
    }

    private readonly void Close()
    {
        double sum = 0;
        for (int bin = 0; bin < _row.Length && _place >= 0 && radii[bins.Order[bin]] <= borderOf[_place]; bin++)
        {
            sum += _row[bin];
            _within[bins.Order[bin]] += sum;
        }

        Array.Clear(_row);
    }
}
