namespace Karkhana.Methods.Experiments;

/// <summary>Grows a tree by the best split of each node.</summary>
/// <remarks>
/// Every input is sorted once; a node owns the same stretch of every order, which its split parts in two without sorting again.
/// Of equally good splits the first input's is taken, then the lowest threshold. Cost: k n log n and k n for each level.
/// </remarks>
internal sealed class TreeGrower
{
    // Sums of the same cases in another order differ by rounding, which must not decide.
    private const double Rounding = 1e-12;

    private readonly CaseColumn[] _columns;
    private readonly TreeOutcome _outcome;
    private readonly ClassificationTreeOptions _options;
    private readonly int[][] _orders;
    private readonly bool[] _goesLeft;
    private readonly int[] _kept;

    private TreeGrower(CaseColumn[] columns, TreeOutcome outcome, ClassificationTreeOptions options)
    {
        (_columns, _outcome, _options) = (columns, outcome, options);
        int count = outcome.Slots.Length;
        _orders = [.. columns.Select(column => Enumerable.Range(0, count).OrderBy(row => column.Values[row]).ToArray())];
        _goesLeft = new bool[count];
        _kept = new int[count];
    }

    /// <summary>Gives the nodes, each before its children, the left one first.</summary>
    public static List<TreeNode> Grow(
        CaseColumn[] columns, TreeOutcome outcome, ClassificationTreeOptions options, CancellationToken cancellationToken)
    {
        TreeGrower grower = new(columns, outcome, options);
        List<TreeNode> nodes = [];
        Stack<(int Parent, bool IsLeft, int Start, int End)> open = new([(-1, false, 0, outcome.Slots.Length)]);
        while (open.TryPop(out (int Parent, bool IsLeft, int Start, int End) own))
        {
            cancellationToken.ThrowIfCancellationRequested();
            TreeNode node = new(own.Parent, own.IsLeft, own.Parent < 0 ? 0 : nodes[own.Parent].Depth + 1, grower.Tally(own.Start, own.End));
            int place = nodes.Count;
            nodes.Add(node);
            Attach(nodes, node, place);
            if (grower.BestSplit(node, own.Start, own.End, nodes[0].Tally.Spread) is { } split)
            {
                node.Split = split;
                int middle = grower.Part(split, own.Start, own.End);
                open.Push((place, false, middle, own.End));
                open.Push((place, true, own.Start, middle));
            }
        }

        return nodes;
    }

    private static void Attach(List<TreeNode> nodes, TreeNode node, int place)
    {
        if (node.Parent >= 0 && node.IsLeft)
        {
            nodes[node.Parent].LeftChild = place;
        }
        else if (node.Parent >= 0)
        {
            nodes[node.Parent].RightChild = place;
        }
    }

    private NodeTally Tally(int start, int end)
    {
        NodeTally tally = new(_outcome.SlotCount);
        foreach (int row in _orders[0].AsSpan(start, end - start))
        {
            tally.Add(_outcome, row);
        }

        return tally;
    }

    private TreeSplit? BestSplit(TreeNode node, int start, int end, double whole)
    {
        int count = end - start;
        double least = Rounding * whole;
        if (count < _options.LeastSplit || count < 2 * _options.LeastLeaf || node.Depth >= _options.MostDepth || node.Tally.Spread <= least)
        {
            return null;
        }

        TreeSplit? best = null;
        for (int input = 0; input < _columns.Length; input++)
        {
            TreeSplit? own = _columns[input].IsCategorical ? OfCategories(node, input, start, end) : OfNumbers(node, input, start, end);
            if (own is not null && own.Gain > (best?.Gain ?? 0) + least)
            {
                best = own;
            }
        }

        return best;
    }

    private TreeSplit? OfNumbers(TreeNode node, int input, int start, int end)
    {
        int[] order = _orders[input];
        double[] values = _columns[input].Values;
        (int place, double gain) = BestCut(node, order.AsSpan(start, end - start), (before, after) => values[before] < values[after]);
        if (place == 0)
        {
            return null;
        }

        (double below, double above) = (values[order[start + place - 1]], values[order[start + place]]);
        double middle = below + ((above - below) / 2);
        return new TreeSplit(input, middle > below ? middle : above, [], gain);
    }

    /// <summary>Cuts the categories in the order of their means, among which the best split lies for two classes and for numbers.</summary>
    /// <remarks>Source: Breiman, Friedman, Olshen and Stone 1984, theorem 4.5.</remarks>
    private TreeSplit? OfCategories(TreeNode node, int input, int start, int end)
    {
        double[] values = _columns[input].Values;
        int[] rows = _orders[input][start..end];
        Dictionary<double, double> means = rows.GroupBy(row => values[row])
            .ToDictionary(group => group.Key, group => group.Aggregate(0.0, (sum, row) => sum + _outcome.Rank(row)) / group.Count());
        int[] order = [.. rows.OrderBy(row => means[values[row]]).ThenBy(row => values[row])];
        (int place, double gain) = BestCut(node, order, (before, after) => values[before] != values[after]);
        if (place == 0)
        {
            return null;
        }

        bool[] left = new bool[_columns[input].Categories.Length];
        foreach (int row in order[..place])
        {
            left[(int)values[row]] = true;
        }

        return new TreeSplit(input, double.NaN, left, gain);
    }

    /// <summary>Gives the cases left of the best cut and its gain; 0 cases without a cut.</summary>
    private (int Place, double Gain) BestCut(TreeNode node, ReadOnlySpan<int> order, Func<int, int, bool> mayCut)
    {
        NodeTally left = new(_outcome.SlotCount);
        NodeTally right = new(_outcome.SlotCount);
        foreach (int row in order)
        {
            right.Add(_outcome, row);
        }

        (int best, double gain) = (0, 0);
        double least = Rounding * node.Tally.Spread;
        for (int place = 1; place <= order.Length - _options.LeastLeaf; place++)
        {
            left.Add(_outcome, order[place - 1]);
            right.Add(_outcome, order[place - 1], -1);
            if (place < _options.LeastLeaf || !mayCut(order[place - 1], order[place]))
            {
                continue;
            }

            double own = (left.SquaredSums / left.Count) + (right.SquaredSums / right.Count) - (node.Tally.SquaredSums / order.Length);
            if (own > gain + least)
            {
                (best, gain) = (place, own);
            }
        }

        return (best, gain);
    }

    /// <summary>Parts the stretch of a node in every order and gives where the right part begins.</summary>
    private int Part(TreeSplit split, int start, int end)
    {
        double[] asked = _columns[split.Input].Values;
        foreach (int row in _orders[0].AsSpan(start, end - start))
        {
            _goesLeft[row] = split.GoesLeft(asked[row]);
        }

        int middle = start;
        foreach (int[] order in _orders)
        {
            int right = 0;
            middle = start;
            for (int i = start; i < end; i++)
            {
                if (_goesLeft[order[i]])
                {
                    order[middle++] = order[i];
                }
                else
                {
                    _kept[right++] = order[i];
                }
            }

            _kept.AsSpan(0, right).CopyTo(order.AsSpan(middle));
        }

        return middle;
    }
}
