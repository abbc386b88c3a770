using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>M of nested sets of establishments that each weigh 1: the first n₁, the first n₂, … of one order, from
/// counts of neighbours within the sets and known neighbour totals.</summary>
/// <param name="totals">The points with the number of their neighbours.</param>
/// <param name="sizes">The sizes of the sets, ascending.</param>
internal sealed class LabellingKernel(NeighbourTotals totals, IReadOnlyList<int> sizes)
{
    private readonly int _width = totals.Radii.Count;
    private readonly double[] _counts = new double[sizes[^1] * totals.Radii.Count];
    private readonly int[] _ranks = new int[sizes[^1]];
    private readonly int[] _slots = new int[sizes[^1]];
    private readonly double[] _x = new double[sizes[^1]];
    private readonly double[] _y = new double[sizes[^1]];

    /// <summary>Computes the curves at the ascending radii.</summary>
    /// <param name="members">The points in their order, as many as the greatest set has.</param>
    /// <param name="curves">One curve after the other; NaN where no member has a neighbour.</param>
    public void Curves(ReadOnlySpan<int> members, Span<double> curves)
    {
        int[] places = new int[members.Length];
        for (int rank = 0; rank < members.Length; rank++)
        {
            (places[rank], _ranks[rank]) = (totals.PlaceOf(members[rank]), rank);
        }

        Array.Sort(places, _ranks);
        for (int slot = 0; slot < members.Length; slot++)
        {
            _slots[_ranks[slot]] = slot;
            (_x[slot], _y[slot]) = (totals.Points.X[members[_ranks[slot]]], totals.Points.Y[members[_ranks[slot]]]);
        }

        PointBlocks shown = PointBlocks.Of(_x, _y, hidden: true);
        Array.Clear(_counts);
        int before = 0;
        for (int set = 0; set < sizes.Count; set++)
        {
            Extend(shown, before, sizes[set]);
            Curve(members[..sizes[set]], curves.Slice(set * _width, _width));
            before = sizes[set];
        }
    }

    /// <summary>Counts the pairs that come in with the members from one rank to before another: the neighbours of the
    /// new ones, and the new neighbours of the old ones.</summary>
    private void Extend(PointBlocks shown, int first, int end)
    {
        int[] fresh = _slots[first..end];
        Array.Sort(fresh);
        foreach (int slot in fresh)
        {
            shown.Show(slot);
        }

        foreach (int slot in fresh)
        {
            shown.Gather(_x[slot], _y[slot], slot, totals.Radii, Row(_ranks[slot]));
        }

        if (first == 0)
        {
            return;
        }

        PointBlocks coming = PointBlocks.Of(
            Array.ConvertAll(fresh, slot => _x[slot]), Array.ConvertAll(fresh, slot => _y[slot]));
        for (int rank = 0; rank < first; rank++)
        {
            int slot = _slots[rank];
            coming.Gather(_x[slot], _y[slot], -1, totals.Radii, Row(rank));
        }
    }

    private Span<double> Row(int rank) => _counts.AsSpan(rank * _width, _width);

    private void Curve(ReadOnlySpan<int> members, Span<double> curve)
    {
        double[] locals = new double[_width];
        int[] defined = new int[_width];
        for (int rank = 0; rank < members.Length; rank++)
        {
            ReadOnlySpan<int> all = totals.Of(members[rank]);
            ReadOnlySpan<double> counts = Row(rank);
            double inside = 0;
            for (int bin = 0; bin < all.Length; bin++)
            {
                inside += counts[bin];
                if (all[bin] > 0)
                {
                    locals[bin] += inside / all[bin];
                    defined[bin]++;
                }
            }
        }

        double global = (members.Length - 1.0) / (totals.Points.Count - 1.0);
        for (int bin = 0; bin < curve.Length; bin++)
        {
            curve[bin] = defined[bin] > 0 ? locals[bin] / (defined[bin] * global) : double.NaN;
        }
    }
}
