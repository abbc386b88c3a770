namespace Karkhana.Methods.Networks;

/// <summary>A core of nodes and its correlation with the ideal; nodes go in and out in the time of their ties.</summary>
internal sealed class CoreFit
{
    private readonly Graph _merged;
    private readonly bool _attached;
    private readonly double[] _toCore;
    private readonly double[] _squaresToCore;
    private readonly double[] _strengths;
    private readonly double[] _squares;
    private readonly double _total;
    private readonly double _totalSquares;
    private Tied _within;
    private Tied _across;
    private int _size;

    public CoreFit(Graph merged, CorePattern pattern)
    {
        _merged = merged;
        _attached = pattern == CorePattern.CoreOrAttached;
        int n = merged.NodeCount;
        InCore = new bool[n];
        (_toCore, _squaresToCore, _strengths, _squares) = (new double[n], new double[n], new double[n], new double[n]);
        for (int node = 0; node < n; node++)
        {
            foreach (double value in merged.Values(node))
            {
                _strengths[node] += value;
                _squares[node] += value * value;
            }

            _total += _strengths[node] / 2;
            _totalSquares += _squares[node] / 2;
        }
    }

    public bool[] InCore { get; }

    public double Correlation => Of(_within, _across, _size);

    public double StrengthOf(int node) => _strengths[node];

    /// <summary>Gives the correlation that a flip would bring.</summary>
    public double After(int node)
    {
        (Tied within, Tied across) = Flipped(node, InCore[node], _within, _across, 0);
        return Of(within, across, _size + (InCore[node] ? -1 : 1));
    }

    /// <summary>Gives the correlation when one node leaves the core for another.</summary>
    public double AfterSwap(int leaving, int entering)
    {
        int place = _merged.Targets(leaving).BinarySearch(entering);
        double tie = place < 0 ? 0 : _merged.Values(leaving)[place];
        (Tied within, Tied across) = Flipped(leaving, true, _within, _across, 0);
        (within, across) = Flipped(entering, false, within, across, tie);
        return Of(within, across, _size);
    }

    /// <summary>Takes a node into the core or out of it.</summary>
    public void Flip(int node)
    {
        (_within, _across) = Flipped(node, InCore[node], _within, _across, 0);
        double sign = InCore[node] ? -1 : 1;
        InCore[node] = !InCore[node];
        _size += (int)sign;
        ReadOnlySpan<int> targets = _merged.Targets(node);
        ReadOnlySpan<double> values = _merged.Values(node);
        for (int k = 0; k < targets.Length; k++)
        {
            _toCore[targets[k]] += sign * values[k];
            _squaresToCore[targets[k]] += sign * values[k] * values[k];
        }
    }

    /// <summary>Adds a node to sums or takes it away; <paramref name="without"/> is a tie to one that left.</summary>
    private (Tied Within, Tied Across) Flipped(int node, bool leaves, Tied within, Tied across, double without)
    {
        double sign = leaves ? -1 : 1;
        double core = _toCore[node] - without;
        double squares = _squaresToCore[node] - (without * without);
        return (
            new Tied(within.Values + (sign * core), within.Squares + (sign * squares)),
            new Tied(across.Values + (sign * (_strengths[node] - (2 * core))), across.Squares + (sign * (_squares[node] - (2 * squares)))));
    }

    private double Of(Tied within, Tied across, double size)
    {
        double n = _merged.NodeCount;
        double corePairs = size * (size - 1) / 2;
        (double pairs, double ideal, double tied, double sum, double squares) = _attached
            ? (n * (n - 1) / 2, corePairs + (size * (n - size)), within.Values + across.Values, _total, _totalSquares)
            : (corePairs + ((n - size) * (n - size - 1) / 2), corePairs, within.Values, _total - across.Values, _totalSquares - across.Squares);
        double spread = squares - (sum * sum / pairs);
        double idealSpread = ideal - (ideal * ideal / pairs);
        return spread > 1e-12 * squares && idealSpread > 0
            ? (tied - (sum * ideal / pairs)) / Math.Sqrt(spread * idealSpread)
            : double.NaN;
    }

    private readonly record struct Tied(double Values, double Squares);
}
