namespace Karkhana.Methods.Experiments;

/// <summary>Cuts a tree back where that costs least for each leaf saved, and notes at which complexity each node becomes a leaf.</summary>
/// <remarks>
/// g(t) = (R(t) − R(T_t))/(leaves − 1), R the loss per case of the root; the nodes with the least g collapse first. A cut changes g of the nodes
/// above it only, so that a queue gives the order. Cost: nodes times depth, times log nodes.
/// Source: Breiman, Friedman, Olshen and Stone 1984, section 3.3.
/// </remarks>
internal sealed class WeakestLinks
{
    private const double Rounding = 1e-10;

    private readonly List<TreeNode> _nodes;
    private readonly double[] _own;
    private readonly double[] _below;
    private readonly int[] _leaves;
    private readonly double[] _queued;
    private readonly PriorityQueue<int, (double Link, int Node)> _queue = new();

    private WeakestLinks(List<TreeNode> nodes, bool numeric)
    {
        _nodes = nodes;
        _own = [.. nodes.Select(node => node.Tally.Loss(numeric) / nodes[0].Tally.Count)];
        _below = [.. _own];
        _leaves = [.. nodes.Select(_ => 1)];
        _queued = [.. nodes.Select(_ => double.NaN)];
        for (int place = nodes.Count - 1; place >= 0; place--)
        {
            if (nodes[place].Split is not null)
            {
                (int left, int right) = (nodes[place].LeftChild, nodes[place].RightChild);
                (_below[place], _leaves[place]) = (_below[left] + _below[right], _leaves[left] + _leaves[right]);
                Enqueue(place);
            }
        }
    }

    /// <summary>Gives the complexities at which the tree shrinks, from 0, with the leaves and the loss from each on.</summary>
    public static List<(double Complexity, int Leaves, double Loss)> Of(List<TreeNode> nodes, bool numeric)
    {
        WeakestLinks links = new(nodes, numeric);
        double slack = Rounding * links._own[0];
        List<(double Complexity, int Leaves, double Loss)> sequence = [(0, links._leaves[0], links._below[0])];
        while (links._queue.TryDequeue(out int node, out (double Link, int Node) link))
        {
            if (link.Link != links._queued[node] || !links.Stands(node))
            {
                continue;
            }

            double complexity = link.Link <= sequence[^1].Complexity + slack ? sequence[^1].Complexity : link.Link;
            links.Collapse(node, complexity);
            (double, int, double) now = (complexity, links._leaves[0], links._below[0]);
            if (complexity == sequence[^1].Complexity)
            {
                sequence[^1] = now;
            }
            else
            {
                sequence.Add(now);
            }
        }

        return sequence;
    }

    private bool Stands(int node)
    {
        for (int place = node; place >= 0; place = _nodes[place].Parent)
        {
            if (!double.IsPositiveInfinity(_nodes[place].CollapsesAt))
            {
                return false;
            }
        }

        return true;
    }

    private void Collapse(int node, double complexity)
    {
        (double loss, int leaves) = (_own[node] - _below[node], _leaves[node] - 1);
        _nodes[node].CollapsesAt = complexity;
        for (int place = node; place >= 0; place = _nodes[place].Parent)
        {
            _below[place] += loss;
            _leaves[place] -= leaves;
            if (place != node)
            {
                Enqueue(place);
            }
        }
    }

    private void Enqueue(int place)
    {
        _queued[place] = Math.Max(0, (_own[place] - _below[place]) / (_leaves[place] - 1));
        _queue.Enqueue(place, (_queued[place], place));
    }
}
