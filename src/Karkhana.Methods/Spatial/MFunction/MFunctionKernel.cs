namespace Karkhana.Methods.Spatial;

/// <summary>Adds up weights of neighbours by distance, over points sorted along x.</summary>
internal sealed class MFunctionKernel
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _numeratorWeights;
    private readonly double[] _denominatorWeights;
    private readonly int[] _rankOf;
    private readonly int[] _references;
    private readonly double[] _globals;
    private readonly RadiusBins _bins;
    private readonly double[] _localSums;
    private readonly double[] _globalSums;

    public MFunctionKernel(PointPattern points, MFunctionOptions options)
    {
        int n = points.Count;
        string neighbourType = options.Neighbour ?? options.Reference;
        bool[] reference = points.Are(options.Reference);
        bool[] neighbour = points.Are(neighbourType);
        double[] weights = points.WeightsOrOnes();
        bool caseControl = options.Control == MFunctionControl.Neighbour;
        _bins = new RadiusBins(options.Distances);
        _references = [.. Enumerable.Range(0, n).Where(i => reference[i])];
        int[] order = points.SortedAlongX();
        _rankOf = new int[n];
        _x = new double[n];
        _y = new double[n];
        _numeratorWeights = new double[n];
        _denominatorWeights = new double[n];
        for (int rank = 0; rank < n; rank++)
        {
            int i = order[rank];
            _rankOf[i] = rank;
            (_x[rank], _y[rank]) = (points.X[i], points.Y[i]);
            _numeratorWeights[rank] = (caseControl ? reference[i] : neighbour[i]) ? weights[i] : 0;
            _denominatorWeights[rank] = !caseControl || neighbour[i] ? weights[i] : 0;
        }

        _globals = Globals(weights, reference, neighbour, caseControl, neighbourType == options.Reference);
        _localSums = new double[_bins.Count];
        _globalSums = new double[_bins.Count];
    }

    public int ReferenceCount => _references.Length;

    /// <summary>Gives local over global of each reference point, distance after distance, and gathers the sums of the
    /// curve.</summary>
    public double[] Individual(CancellationToken cancellationToken)
    {
        int width = _references.Length;
        double[] individual = new double[_bins.Count * width];
        double[] numerator = new double[_bins.Count];
        double[] denominator = new double[_bins.Count];
        for (int reference = 0; reference < width; reference++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Gather(_rankOf[_references[reference]], numerator, denominator);
            for (int bin = 0; bin < _bins.Count; bin++)
            {
                double local = numerator[bin] / denominator[bin];
                individual[(_bins.Order[bin] * width) + reference] = local / _globals[reference];
                if (denominator[bin] > 0)
                {
                    _localSums[bin] += local;
                    _globalSums[bin] += _globals[reference];
                }
            }
        }

        return individual;
    }

    /// <summary>Gives the curve after <see cref="Individual"/>.</summary>
    public double[] Curve()
    {
        double[] curve = new double[_bins.Count];
        for (int bin = 0; bin < curve.Length; bin++)
        {
            curve[_bins.Order[bin]] = _globalSums[bin] > 0 ? _localSums[bin] / _globalSums[bin] : double.NaN;
        }

        return curve;
    }

    private double[] Globals(double[] weights, bool[] reference, bool[] neighbour, bool caseControl, bool sameType)
    {
        double all = 0;
        double references = 0;
        double neighbours = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            references += reference[i] ? weights[i] : 0;
            neighbours += neighbour[i] ? weights[i] : 0;
        }

        return
        [
            .. _references.Select(i => (caseControl, sameType) switch
            {
                (true, _) => (references - weights[i]) / neighbours,
                (_, true) => (references - weights[i]) / (all - weights[i]),
                _ => neighbours / (all - weights[i]),
            }),
        ];
    }

    /// <summary>Cumulates the weights of the points within each radius of one point, the point itself left
    /// out.</summary>
    private void Gather(int centre, double[] numerator, double[] denominator)
    {
        Array.Clear(numerator);
        Array.Clear(denominator);
        double reach = _bins.Greatest;
        (double x, double y) = (_x[centre], _y[centre]);
        for (int rank = centre - 1; rank >= 0 && x - _x[rank] <= reach; rank--)
        {
            Add(rank, x, y, numerator, denominator);
        }

        for (int rank = centre + 1; rank < _x.Length && _x[rank] - x <= reach; rank++)
        {
            Add(rank, x, y, numerator, denominator);
        }

        for (int bin = 1; bin < numerator.Length; bin++)
        {
            numerator[bin] += numerator[bin - 1];
            denominator[bin] += denominator[bin - 1];
        }
    }

    private void Add(int rank, double x, double y, double[] numerator, double[] denominator)
    {
        double dx = _x[rank] - x;
        double dy = _y[rank] - y;
        double distance = Math.Sqrt((dx * dx) + (dy * dy));
        if (distance <= _bins.Greatest)
        {
            int bin = _bins.Of(distance);
            numerator[bin] += _numeratorWeights[rank];
            denominator[bin] += _denominatorWeights[rank];
        }
    }
}
