namespace Karkhana.Methods.Spatial;

/// <summary>Adds pairs up by distance.</summary>
internal readonly struct RadiusSink(RadiusBins bins) : IPairSink
{
    private readonly long[] _counts = new long[bins.Count];
    private readonly double[] _sums = new double[bins.Count];

    public bool TakesDoubled => true;

    public void Begin(int place)
    {
    }

    public void Count(ReadOnlySpan<double> squares, int times) => bins.Tally(squares, times, _counts);

    public void Add(ReadOnlySpan<double> squares, ReadOnlySpan<double> weights) => bins.Tally(squares, weights, _sums);

    /// <summary>Gives the sum within each radius, in the order of the radii as they were given.</summary>
    public double[] Within()
    {
        double[] within = new double[bins.Count];
        double sum = 0;
        long count = 0;
        for (int bin = 0; bin < within.Length; bin++)
        {
            count += _counts[bin];
            sum += _sums[bin];
            within[bins.Order[bin]] = count + sum;
        }

        return within;
    }
}
