namespace Karkhana.Methods.Spatial;

/// <summary>Adds pairs up by distance, at each radius only those of reference places at least so far from the
/// border.</summary>
internal struct BorderSink(RadiusBins bins, IReadOnlyList<double> radii, double[] borderOf) : IPairSink
{
    private readonly double[] _row = new double[bins.Count];
    private readonly double[] _within = new double[bins.Count];
    private int _place = -1;

    public void Begin(int place)
    {
        Close();
        _place = place;
    }

    public readonly void Count(double squared) => _row[bins.Of(squared)]++;

    public readonly void Add(double squared, double weight) => _row[bins.Of(squared)] += weight;

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
