using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>The weights around one point by distance in narrow bins, and their sums under the kernel.</summary>
/// <remarks>A point is shared between the two nearest nodes by nearness (linear binning), so that its mean distance is
/// kept and the error is of second order in the width of a bin, wherever it lies.</remarks>
internal sealed class MDensityBins
{
    private const int BinsPerBandwidth = 32;
    private const int MostBins = 1 << 16;
    private readonly MDensityPoints _points;
    private readonly double _reach;
    private readonly double _perUnit;
    private readonly double[] _all;
    private readonly double[] _neighbours;
    private readonly int[] _first;
    private readonly double[][] _kernels;
    private readonly List<(int Position, double Distance)> _found = [];

    public MDensityBins(MDensityPoints points, IReadOnlyList<double> distances, double bandwidth)
    {
        _points = points;
        double span = DistanceSample.Near * bandwidth;
        double width = Math.Max(bandwidth / BinsPerBandwidth, (distances.Max() + span) / MostBins);
        _perUnit = 1 / width;
        int bins = (int)((distances.Max() + span) * _perUnit) + 1;
        _reach = (bins - 1) * width;
        _all = new double[bins + 1];
        _neighbours = new double[bins + 1];
        // Sharing between two nodes spreads distances by a variance of width² / 6 on average.
        double narrowed = (bandwidth * bandwidth) - (width * width / 6);
        double h = narrowed > 0 ? Math.Sqrt(narrowed) : bandwidth;
        _first = new int[distances.Count];
        _kernels = new double[distances.Count][];
        for (int r = 0; r < distances.Count; r++)
        {
            _first[r] = Math.Max(0, (int)Math.Ceiling((distances[r] - span) * _perUnit));
            int last = Math.Min(bins, (int)((distances[r] + span) * _perUnit));
            _kernels[r] = new double[last - _first[r] + 1];
            for (int bin = _first[r]; bin <= last; bin++)
            {
                double u = (distances[r] - (bin * width)) / h;
                _kernels[r][bin - _first[r]] = Math.Exp(-0.5 * u * u);
            }
        }
    }

    /// <summary>Sums the weights around one point under the kernel at each distance.</summary>
    public void Gather(int centre, double[] numerator, double[] denominator)
    {
        Array.Clear(_all);
        Array.Clear(_neighbours);
        if (_points.Search is not null)
        {
            _points.Search.Within(centre, _reach, _found);
            foreach ((int position, double distance) in _found)
            {
                Put(position, distance);
            }
        }
        else
        {
            Sweep(centre);
        }

        for (int r = 0; r < numerator.Length; r++)
        {
            ReadOnlySpan<double> kernel = _kernels[r];
            denominator[r] = Sums.Dot(_all.AsSpan(_first[r], kernel.Length), kernel);
            numerator[r] = Sums.Dot(_neighbours.AsSpan(_first[r], kernel.Length), kernel);
        }
    }

    private void Sweep(int centre)
    {
        double x = _points.X[centre];
        for (int i = centre - 1; i >= 0 && x - _points.X[i] < _reach; i--)
        {
            Add(i, centre);
        }

        for (int i = centre + 1; i < _points.X.Length && _points.X[i] - x < _reach; i++)
        {
            Add(i, centre);
        }
    }

    private void Add(int i, int centre)
    {
        double dx = _points.X[i] - _points.X[centre];
        double dy = _points.Y[i] - _points.Y[centre];
        Put(i, Math.Sqrt((dx * dx) + (dy * dy)));
    }

    private void Put(int i, double distance)
    {
        if (distance >= _reach)
        {
            return;
        }

        double position = distance * _perUnit;
        int node = (int)position;
        double share = position - node;
        double weight = _points.Weights[i];
        _all[node] += weight * (1 - share);
        _all[node + 1] += weight * share;
        if (_points.NeighbourWeights[i] > 0)
        {
            _neighbours[node] += weight * (1 - share);
            _neighbours[node + 1] += weight * share;
        }
    }
}
