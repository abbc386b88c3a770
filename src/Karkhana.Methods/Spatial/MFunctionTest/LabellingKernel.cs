namespace Karkhana.Methods.Spatial;

/// <summary>M of a set of establishments that each weigh 1, from pair distances within the set and known neighbour
/// totals.</summary>
/// <param name="totals">The points with the number of their neighbours.</param>
/// <param name="size">The size of the set.</param>
internal sealed class LabellingKernel(NeighbourTotals totals, int size)
{
    private readonly int[] _counts = new int[size * totals.Bins.Count];
    private readonly double[] _x = new double[size];
    private readonly double[] _y = new double[size];

    /// <summary>Computes the curve at the ascending radii.</summary>
    /// <param name="members">The points of the set.</param>
    /// <param name="curve">The curve; NaN where no member has a neighbour.</param>
    public void Curve(ReadOnlySpan<int> members, Span<double> curve)
    {
        int width = totals.Bins.Count;
        for (int i = 0; i < size; i++)
        {
            _x[i] = totals.Points.X[members[i]];
            _y[i] = totals.Points.Y[members[i]];
        }

        Array.Clear(_counts);
        CountPairs(width);
        Span<int> cumulated = stackalloc int[width];
        Span<double> locals = stackalloc double[width];
        Span<int> defined = stackalloc int[width];
        for (int i = 0; i < size; i++)
        {
            ReadOnlySpan<int> all = totals.Of(members[i]);
            int inside = 0;
            for (int bin = 0; bin < width; bin++)
            {
                inside += _counts[(i * width) + bin];
                locals[bin] += all[bin] > 0 ? (double)inside / all[bin] : 0;
                defined[bin] += all[bin] > 0 ? 1 : 0;
            }
        }

        double global = (size - 1.0) / (totals.Points.Count - 1.0);
        for (int bin = 0; bin < width; bin++)
        {
            curve[bin] = defined[bin] > 0 ? locals[bin] / (defined[bin] * global) : double.NaN;
        }
    }

    private void CountPairs(int width)
    {
        RadiusBins bins = totals.Bins;
        double reach = bins.Greatest;
        for (int i = 0; i < size; i++)
        {
            (double x, double y) = (_x[i], _y[i]);
            int own = i * width;
            for (int j = i + 1; j < size; j++)
            {
                double dx = _x[j] - x;
                double dy = _y[j] - y;
                double distance = Math.Sqrt((dx * dx) + (dy * dy));
                if (distance <= reach)
                {
                    int bin = bins.Of(distance);
                    _counts[own + bin]++;
                    _counts[(j * width) + bin]++;
                }
            }
        }
    }
}
