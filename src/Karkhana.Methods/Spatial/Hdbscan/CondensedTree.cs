namespace Karkhana.Methods.Spatial;

/// <summary>The hierarchy with splits that leave fewer than the least size on one side taken as points falling off.</summary>
internal sealed class CondensedTree
{
    // Sums of the same terms in another order differ by less than this share: the parent wins a tie.
    private const double Rounding = 1e-12;

    private readonly Dendrogram _dendrogram;
    private readonly int _leastSize;
    private readonly double _leastDistance;
    private readonly List<int> _parents = [-1];
    private readonly List<double> _births = [0];
    private readonly List<double> _deaths = [0];
    private readonly List<double> _stabilities = [0];
    private readonly int[] _leftFrom;
    private readonly double[] _leftAt;

    public CondensedTree(SpanningTree tree, int leastSize)
    {
        _dendrogram = new Dendrogram(tree);
        _leastSize = leastSize;
        double[] positive = [.. tree.Distances.Where(distance => distance > 0).Take(1)];
        _leastDistance = positive.Length == 0 ? 1 : positive[0] / 2; // points on one spot part at a finite density
        _leftFrom = new int[tree.Distances.Length + 1];
        _leftAt = new double[_leftFrom.Length];
        Condense();
    }

    /// <summary>Picks clusters and labels the points.</summary>
    /// <returns>The cluster of the tree that each point is in, or −1.</returns>
    public int[] Select(ClusterSelection selection)
    {
        bool[] chosen = selection == ClusterSelection.Leaf ? Leaves() : MostStable();
        int[] owners = new int[chosen.Length];
        for (int cluster = 0; cluster < owners.Length; cluster++)
        {
            int inherited = cluster == 0 ? -1 : owners[_parents[cluster]];
            owners[cluster] = inherited >= 0 ? inherited : chosen[cluster] ? cluster : -1;
        }

        return [.. _leftFrom.Select(cluster => owners[cluster])];
    }

    /// <summary>Gives the stability of a cluster of the tree.</summary>
    public double Stability(int cluster) => _stabilities[cluster];

    /// <summary>Gives how firmly a point belongs to a cluster: the density at which it leaves over the greatest at which
    /// anything leaves the cluster itself.</summary>
    public double Probability(int point, int cluster) => Math.Min(_leftAt[point], _deaths[cluster]) / _deaths[cluster];

    /// <summary>Gives the outlier scores: how much less dense a point leaves than the densest of its last cluster.</summary>
    public double[] OutlierScores()
    {
        double[] greatest = [.. _deaths];
        for (int cluster = greatest.Length - 1; cluster > 0; cluster--)
        {
            greatest[_parents[cluster]] = Math.Max(greatest[_parents[cluster]], greatest[cluster]);
        }

        return [.. _leftFrom.Select((cluster, point) => 1 - (_leftAt[point] / greatest[cluster]))];
    }

    private void Condense()
    {
        Stack<(int Node, int Cluster)> open = new([(_dendrogram.Root, 0)]);
        List<int> parts = [];
        List<int> points = [];
        while (open.TryPop(out (int Node, int Cluster) own))
        {
            double density = 1 / Math.Max(_dendrogram.Distance(own.Node), _leastDistance);
            _dendrogram.Parts(own.Node, parts);
            int large = parts.Count(part => _dendrogram.Size(part) >= _leastSize);
            foreach (int part in parts)
            {
                if (_dendrogram.Size(part) < _leastSize)
                {
                    _dendrogram.Points(part, points);
                    points.ForEach(point => (_leftFrom[point], _leftAt[point]) = (own.Cluster, density));
                    Leave(own.Cluster, density, points.Count);
                }
                else if (large == 1)
                {
                    open.Push((part, own.Cluster));
                }
                else
                {
                    Leave(own.Cluster, density, _dendrogram.Size(part));
                    open.Push((part, Open(own.Cluster, density)));
                }
            }
        }
    }

    private void Leave(int cluster, double density, int points)
    {
        _stabilities[cluster] += points * (density - _births[cluster]);
        _deaths[cluster] = Math.Max(_deaths[cluster], density);
    }

    private int Open(int parent, double density)
    {
        _parents.Add(parent);
        _births.Add(density);
        _deaths.Add(0);
        _stabilities.Add(0);
        return _parents.Count - 1;
    }

    private bool[] Leaves()
    {
        bool[] leaves = new bool[_parents.Count];
        Array.Fill(leaves, true);
        for (int cluster = 1; cluster < leaves.Length; cluster++)
        {
            leaves[_parents[cluster]] = false;
        }

        leaves[0] = false; // the whole is no cluster
        return leaves;
    }

    // Children have higher numbers than their parents, so one pass from the end sees every subtree before its root.
    private bool[] MostStable()
    {
        bool[] chosen = new bool[_parents.Count];
        double[] below = new double[chosen.Length];
        for (int cluster = chosen.Length - 1; cluster > 0; cluster--)
        {
            chosen[cluster] = _stabilities[cluster] >= below[cluster] * (1 - Rounding);
            below[_parents[cluster]] += chosen[cluster] ? _stabilities[cluster] : below[cluster];
        }

        return chosen;
    }
}
