using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>The dependencies of one source on every node, by going back from the farthest (Brandes 2001).</summary>
/// <remarks>
/// Forward: σ_w = Σ σ_v over the nodes v before w. Backward: δ_v = σ_v Σ_w (1 + δ_w) / σ_w over the nodes w behind v;
/// the quotient is formed once per node. Stress: the paths that go on from v, Σ_w (1 + τ_w), times σ_v.
/// </remarks>
internal sealed class BetweennessKernel
{
    public const string TooManyPaths = "must have fewer than 1.8e308 shortest paths between two nodes; it had more";

    private readonly PathSweep _sweep;
    private readonly PathCount _count;
    private readonly double[] _paths;
    private readonly double[] _behind;

    public BetweennessKernel(Graph lengths, bool valued, PathCount count)
    {
        _sweep = new PathSweep(lengths, valued, next: true);
        _count = count;
        _paths = new double[lengths.NodeCount];
        _behind = new double[lengths.NodeCount];
        Scores = new double[lengths.NodeCount];
    }

    /// <summary>Gets the sums so far.</summary>
    public double[] Scores { get; }

    /// <summary>Adds what the paths from one source give.</summary>
    public void Add(int source)
    {
        _sweep.From(source);
        Forward(source);
        Backward();
    }

    private void Forward(int source)
    {
        ReadOnlySpan<int> order = _sweep.Order;
        double[] paths = _paths;
        foreach (int node in order)
        {
            paths[node] = 0;
        }

        paths[source] = 1;
        for (int place = 0; place < order.Length; place++)
        {
            double arriving = paths[order[place]];
            foreach (int target in _sweep.Next(place))
            {
                paths[target] += arriving;
            }

            if (double.IsPositiveInfinity(arriving))
            {
                Require.That(false, "graph", TooManyPaths);
            }
        }
    }

    private void Backward()
    {
        ReadOnlySpan<int> order = _sweep.Order;
        double[] behind = _behind;
        for (int place = order.Length - 1; place >= 0; place--)
        {
            int node = order[place];
            double sum = 0;
            foreach (int target in _sweep.Next(place))
            {
                sum += behind[target];
            }

            double score = _paths[node] * sum;
            behind[node] = _count == PathCount.Share ? (1 + score) / _paths[node] : 1 + sum;
            Scores[node] += place > 0 ? score : 0;
        }
    }
}
