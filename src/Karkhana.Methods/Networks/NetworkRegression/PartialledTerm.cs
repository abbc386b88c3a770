using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Networks;

/// <summary>A predictor less what the others say of it, ready to be permuted and put back beside them.</summary>
/// <remarks>
/// With the other terms taken out of outcome and permuted residual, t of the residual needs only dot products: t = z'y /
/// √(z'z · (y'y − (z'y)² / z'z) / df), where z'z is that of the residual less its projections on the other terms.
/// </remarks>
internal sealed class PartialledTerm
{
    private readonly DyadDesign _design;
    private readonly double[] _outcome;
    private readonly double[][] _others;
    private readonly double _outcomeSquares;
    private readonly double _squares;
    private readonly bool _complete;
    private readonly bool _directed;

    public PartialledTerm(DyadDesign design, int term, bool directed)
    {
        (_design, _directed) = (design, directed);
        int[] others = [.. Enumerable.Range(0, design.Columns.Length).Where(other => other != term)];
        DyadBasis basis = DyadBasis.Of([.. others.Select(other => design.Columns[other])], [.. others.Select(other => design.Terms[other])]);
        double[] residual = basis.Residual(design.Columns[term]);
        _squares = Sums.Dot(residual, residual);
        Residual = directed ? residual : Mirrored(residual, design.Nodes);
        _outcome = basis.Residual(design.Outcome);
        _outcomeSquares = Sums.Dot(_outcome, _outcome);
        double pairs = (double)design.Nodes * (design.Nodes - 1) / (directed ? 1 : 2);
        _complete = design.Observations == pairs;

        // Without gaps every order of the residual adds up to 0: it needs no projection on the intercept.
        _others = _complete ? basis.Columns[1..] : basis.Columns;
    }

    /// <summary>Gets the residual as a full matrix; 0 where a pair is missing.</summary>
    public double[] Residual { get; }

    /// <summary>Gives t when the residual is permuted.</summary>
    /// <param name="order">The order of the nodes.</param>
    /// <param name="moved">Room for one row.</param>
    public double Statistic(int[] order, double[] moved)
    {
        Span<double> projections = stackalloc double[NetworkRegressionInput.MostPredictors];
        projections = projections[.._others.Length];
        projections.Clear();
        (double cross, double squares) = (0, 0);
        int n = order.Length;
        for (int row = 0; row < n; row++)
        {
            int first = _directed ? 0 : row + 1;
            Span<double> part = moved.AsSpan(0, n - first);
            Gather(Residual.AsSpan(order[row] * n, n), order.AsSpan(first), part);
            int start = (row * n) + first;
            if (!_complete)
            {
                squares += MaskedSquares(part, _design.Present.AsSpan(start, part.Length));
            }

            cross += Sums.Dot(part, _outcome.AsSpan(start, part.Length));
            for (int other = 0; other < projections.Length; other++)
            {
                projections[other] += Sums.Dot(part, _others[other].AsSpan(start, part.Length));
            }
        }

        double left = _complete ? _squares : squares;
        double whole = left;
        foreach (double projection in projections)
        {
            left -= projection * projection;
        }

        double error = Math.Max(0, _outcomeSquares - (cross * cross / left)) / (_design.Observations - _design.Terms.Length);
        return left > 1e-12 * whole ? cross / Math.Sqrt(left * error) : double.NaN;
    }

    private static void Gather(ReadOnlySpan<double> row, ReadOnlySpan<int> order, Span<double> moved)
    {
        for (int place = 0; place < moved.Length; place++)
        {
            moved[place] = row[order[place]];
        }
    }

    private static double MaskedSquares(Span<double> part, ReadOnlySpan<double> present)
    {
        for (int place = 0; place < part.Length; place++)
        {
            part[place] *= present[place];
        }

        return Sums.Dot(part, part);
    }

    private static double[] Mirrored(double[] upper, int n)
    {
        double[] full = [.. upper];
        for (int cell = 0; cell < full.Length; cell++)
        {
            (int from, int to) = (cell / n, cell % n);
            full[(to * n) + from] = from < to ? upper[cell] : full[(to * n) + from];
        }

        return full;
    }
}
