namespace Karkhana.Methods.Spatial;

/// <summary>Spreads pairs over the radii near their distance by Epanechnikov's kernel.</summary>
internal struct SmoothSink(double[] ascending, double halfWidth, double[]? borderOf) : IPairSink
{
    private readonly double[] _sums = new double[ascending.Length];
    private double _border = double.PositiveInfinity;

    /// <summary>Gets the sums by radius, ascending.</summary>
    public readonly double[] Sums => _sums;

    public readonly bool TakesDoubled => borderOf is null;

    public void Begin(int place) => _border = borderOf is null ? double.PositiveInfinity : borderOf[place];

    public readonly void Count(ReadOnlySpan<double> squares, int times)
    {
        foreach (double squared in squares)
        {
            Spread(squared, times);
        }
    }

    public readonly void Add(ReadOnlySpan<double> squares, ReadOnlySpan<double> weights)
    {
        for (int k = 0; k < squares.Length; k++)
        {
            Spread(squares[k], weights[k]);
        }
    }

    private readonly void Spread(double squared, double weight)
    {
        double distance = Math.Sqrt(squared);
        int first = Array.BinarySearch(ascending, distance - halfWidth);
        for (int k = first < 0 ? ~first : first; k < ascending.Length && ascending[k] <= _border; k++)
        {
            double away = (ascending[k] - distance) / halfWidth;
            if (away >= 1)
            {
                break;
            }

            _sums[k] += away > -1 ? weight * 0.75 / halfWidth * (1 - (away * away)) : 0;
        }
    }
}
