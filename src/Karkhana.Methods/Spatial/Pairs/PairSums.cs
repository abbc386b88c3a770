using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Sums of products of weights over ordered pairs of different points in a window.</summary>
internal sealed class PairSums
{
    private readonly WindowedPattern _pattern;
    private readonly double[] _reference;
    private readonly double[] _neighbour;
    private readonly IReadOnlyList<double> _radii;
    private readonly EdgeCorrection _correction;

    /// <summary>Takes what each point weighs as reference and as neighbour; 0 leaves it out.</summary>
    public PairSums(
        WindowedPattern pattern, double[] reference, double[] neighbour, IReadOnlyList<double> radii, EdgeCorrection correction)
    {
        SquaredRadii.Check(radii);
        (_pattern, _reference, _neighbour, _radii, _correction) = (pattern, reference, neighbour, radii, correction);
    }

    /// <summary>Sums over the pairs within each radius.</summary>
    public PairTotals Within(CancellationToken cancellationToken)
    {
        RadiusBins bins = RadiusBins.OfSquared(_radii);
        Reach reach = new(_radii.Max(), bins.Greatest);
        PairGrid grid = new(_pattern.Points, _reference, _neighbour, reach.Distance);
        PairScan scan = new(grid, EdgeWeights.Of(_correction, _pattern.Window, grid), reach);
        if (_correction == EdgeCorrection.Border)
        {
            double[] border = Borders(grid);
            BorderSink inner = new(bins, _radii, border);
            scan.Run(ref inner, cancellationToken);
            return Totals(inner.Within(), Inside(grid, border), scan);
        }

        RadiusSink sink = new(bins);
        scan.Run(ref sink, cancellationToken);
        return Totals(sink.Within(), All(), scan);
    }

    /// <summary>Sums over all pairs by Epanechnikov's kernel of radius less distance.</summary>
    public PairTotals Smoothed(double halfWidth, CancellationToken cancellationToken)
    {
        double[] ascending = [.. _radii.Order()];
        double distance = ascending[^1] + halfWidth;
        Reach reach = new(distance, distance * distance);
        PairGrid grid = new(_pattern.Points, _reference, _neighbour, distance);
        PairScan scan = new(grid, EdgeWeights.Of(_correction, _pattern.Window, grid), reach);
        double[]? border = _correction == EdgeCorrection.Border ? Borders(grid) : null;
        SmoothSink sink = new(ascending, halfWidth, border);
        scan.Run(ref sink, cancellationToken);
        double[] sums = sink.Sums;
        double[] given = [.. _radii.Select(radius => sums[Array.BinarySearch(ascending, radius)])];
        return Totals(given, border is null ? All() : Inside(grid, border), scan);
    }

    /// <summary>Gives the note on distances that reach the border from every point.</summary>
    public static IEnumerable<Note> NobodyInside(bool isSo) => isSo
        ? [new Note("no-point-inside-border", Severity.Warning, "At some distances no point is so far from the border; the value is not defined there.")]
        : [];

    private double[] Borders(PairGrid grid) =>
    [
        .. Enumerable.Range(0, grid.Count).Select(place =>
            grid.Reference[place] == 0 ? 0 : _pattern.Window.DistanceToBorder(grid.X[place], grid.Y[place])),
    ];

    private double[] All()
    {
        double[] all = new double[_radii.Count];
        Array.Fill(all, Sums.Sum(_reference));
        return all;
    }

    private double[] Inside(PairGrid grid, double[] border)
    {
        double[] inside = new double[_radii.Count];
        double[] kept = new double[grid.Count];
        for (int k = 0; k < inside.Length; k++)
        {
            for (int place = 0; place < kept.Length; place++)
            {
                kept[place] = border[place] >= _radii[k] ? grid.Reference[place] : 0;
            }

            inside[k] = Sums.Sum(kept);
        }

        return inside;
    }

    private PairTotals Totals(double[] sums, double[] references, PairScan scan)
    {
        List<Note> notes = [];
        double half = _pattern.Window.ShorterSide / 2;
        if (_radii.Max() > half)
        {
            notes.Add(new Note("radius-beyond-half-window", Severity.Warning, FormattableString.Invariant(
                $"Distances beyond half the shorter side of the window ({half}) rest on few pairs or large edge weights.")));
        }

        if (scan.Capped > 0)
        {
            notes.Add(new Note("edge-weights-capped", Severity.Warning, FormattableString.Invariant(
                $"{scan.Capped} pairs carry the greatest edge weight, {EdgeWeights.Cap}: less than a hundredth of their circles lies in the window.")));
        }

        notes.AddRange(NobodyInside(_correction == EdgeCorrection.Border && references.Any(mass => mass <= 0)));
        return new PairTotals(sums, references, notes);
    }
}
