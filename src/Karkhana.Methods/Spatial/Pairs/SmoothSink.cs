namespace Karkhana.Methods.Spatial;

/// <summary>Spreads pairs over the radii near their distance by Epanechnikov's kernel.</summary>
internal struct SmoothSink(double[] ascending, double halfWidth, double[]? borderOf) : IPairSink
{
    private readonly double[] _sums = new double[ascending.Length];
    private double _border = double.PositiveInfinity;

    /// <summary>Gets the sums by radius, ascending.</summary>
    public readonly double[] Sums => _sums;

    public void Begin(int place) => _border = borderOf is null ? double.PositiveInfinity : borderOf[place];

    public readonly void Count(double squared) => Add(squared, 1);

    public readonly void Add(double squared, double weight)
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
