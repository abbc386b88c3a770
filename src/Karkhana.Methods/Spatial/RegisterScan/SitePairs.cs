using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Sites in an order, each of which is paired with those before it; blocks of sites beyond reach are passed
/// over.</summary>
internal sealed class SitePairs
{
    private const int BlockSites = 256;

    private readonly float[] _x;
    private readonly float[] _y;
    private readonly List<Block> _blocks = [];
    private readonly double _reach;

    /// <summary>Takes sites.</summary>
    /// <param name="plan">The coordinates and the reach.</param>
    /// <param name="sites">The sites in their order.</param>
    /// <param name="ends">Where the sets end that may be put in another order within themselves, ascending.</param>
    public SitePairs(KdPlan plan, ReadOnlySpan<int> sites, IReadOnlyList<int> ends)
    {
        int[] order = sites[..ends[^1]].ToArray();
        if (plan.IsLimited)
        {
            for (int set = 0, first = 0; set < ends.Count; first = ends[set++])
            {
                int[] places = Array.ConvertAll(order[first..ends[set]], site => plan.Places[site]);
                SortPart(order, places, first);
            }
        }

        _x = Array.ConvertAll(order, site => plan.X[site]);
        _y = Array.ConvertAll(order, site => plan.Y[site]);
        _reach = plan.IsLimited ? plan.Bins * plan.Width * (1 + 1e-5) : double.PositiveInfinity;
        if (plan.IsLimited)
        {
            MakeBlocks(ends);
        }
    }

    /// <summary>Counts the pairs of the sites from one position to before another with all sites before them.</summary>
    public void Count(PairDistanceBins bins, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            (float x, float y) = (_x[i], _y[i]);
            if (_blocks.Count == 0)
            {
                bins.Add(x, y, _x.AsSpan(0, i), _y.AsSpan(0, i));
                continue;
            }

            foreach (Block block in _blocks)
            {
                if (block.First >= i)
                {
                    break;
                }

                if (block.Gap(x, y) <= _reach)
                {
                    int count = Math.Min(block.End, i) - block.First;
                    bins.Add(x, y, _x.AsSpan(block.First, count), _y.AsSpan(block.First, count));
                }
            }
        }
    }

    private static void SortPart(int[] order, int[] places, int first)
    {
        int[] part = order[first..(first + places.Length)];
        Array.Sort(places, part);
        part.CopyTo(order, first);
    }

    // Small sets share a block; a large one begins its own, as its sites are in an order of their own.
    private void MakeBlocks(IReadOnlyList<int> ends)
    {
        int first = 0;
        for (int set = 0, start = 0; set < ends.Count; start = ends[set++])
        {
            if (ends[set] - start >= BlockSites && start > first)
            {
                Cut(first, start);
                first = start;
            }

            while (ends[set] - first >= BlockSites)
            {
                Cut(first, first + BlockSites);
                first += BlockSites;
            }
        }

        Cut(first, _x.Length);
    }

    private void Cut(int first, int end)
    {
        if (end > first)
        {
            Span<float> x = _x.AsSpan(first, end - first);
            Span<float> y = _y.AsSpan(first, end - first);
            Block block = new(first, end, x[0], x[0], y[0], y[0]);
            for (int i = 0; i < x.Length; i++)
            {
                block = block with
                {
                    Left = Math.Min(block.Left, x[i]),
                    Right = Math.Max(block.Right, x[i]),
                    Bottom = Math.Min(block.Bottom, y[i]),
                    Top = Math.Max(block.Top, y[i]),
                };
            }

            _blocks.Add(block);
        }
    }

    private readonly record struct Block(int First, int End, float Left, float Right, float Bottom, float Top)
    {
        public double Gap(float x, float y)
        {
            double dx = Math.Max(0, Math.Max(Left - x, x - Right));
            double dy = Math.Max(0, Math.Max(Bottom - y, y - Top));
            return Math.Sqrt((dx * dx) + (dy * dy));
        }
    }
}
