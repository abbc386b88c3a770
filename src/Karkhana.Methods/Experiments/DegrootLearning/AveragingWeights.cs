using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>Weights by which each node averages itself and all whom it listens to, equally.</summary>
internal sealed class AveragingWeights
{
    /// <summary>Groups of up to this many nodes are solved as they stand; for larger ones steps are repeated.</summary>
    public const int MostDense = 1000;

    private readonly Graph _heard;
    private readonly int[] _groupOf;
    private readonly int[][] _groups;

    public AveragingWeights(Graph network)
    {
        _heard = Graph.Of(network.Nodes, network.Ties().Where(tie => tie.Value > 0).Select(tie => (tie.From, tie.To, 1.0)));
        _groupOf = Components.Strong(_heard);
        _groups = [.. Enumerable.Range(0, _heard.NodeCount).GroupBy(node => _groupOf[node]).Select(group => group.ToArray())];
    }

    /// <summary>Gives the groups whose members listen, directly or through others, to each other and to nobody else.</summary>
    public IReadOnlyList<int[]> ClosedGroups()
    {
        bool[] open = new bool[_heard.NodeCount];
        foreach ((int from, int to, double _) in _heard.Ties())
        {
            open[_groupOf[from]] |= _groupOf[from] != _groupOf[to];
        }

        return [.. _groups.Where(group => !open[_groupOf[group[0]]])];
    }

    /// <summary>Averages once.</summary>
    public void Step(double[] current, double[] next)
    {
        _heard.Multiply(current, next);
        for (int node = 0; node < next.Length; node++)
        {
            next[node] = (current[node] + next[node]) * Weight(node);
        }
    }

    /// <summary>Gives the left unit eigenvector of the weights, with sum 1, when one group is closed; 0 for nodes outside of
    /// it.</summary>
    public (double[] Shares, IReadOnlyList<Note> Notes) Influence(int[] closed, CancellationToken cancellationToken)
    {
        double[] influence = new double[_heard.NodeCount];
        Graph within = Within(closed);
        (double[] shares, IReadOnlyList<Note> notes) = closed.Length <= MostDense ? (Solved(within), []) : Repeated(within, cancellationToken);
        for (int member = 0; member < closed.Length; member++)
        {
            influence[closed[member]] = shares[member];
        }

        return (influence, notes);
    }

    /// <summary>Gives the second largest modulus of an eigenvalue; NaN with one node, or with a group too large to
    /// solve.</summary>
    /// <remarks>Sorted by groups the weights are block triangular: their eigenvalues are those of the blocks.</remarks>
    public double SecondEigenvalue(CancellationToken cancellationToken)
    {
        if (_heard.NodeCount == 1 || _groups.Any(group => group.Length > MostDense))
        {
            return double.NaN;
        }

        List<double> moduli = new(_heard.NodeCount);
        foreach (int[] group in _groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            moduli.AddRange(group.Length == 1 ? [Weight(group[0])] : Block(group).Evd().EigenValues.Select(value => value.Magnitude));
        }

        moduli.Sort();
        return moduli[^2];
    }

    /// <summary>Says whether a group is too large for its eigenvalues.</summary>
    public IReadOnlyList<Note> TooLarge() => _groups.Max(group => group.Length) is int largest && largest > MostDense
        ? [new Note("group-too-large", Severity.Information, FormattableString.Invariant(
            $"The second eigenvalue is left out: {largest} nodes listen to each other, and it is computed for up to {MostDense}."))]
        : [];

    private static double[] Solved(Graph within)
    {
        int n = within.NodeCount;
        Matrix<double> equations = Matrix<double>.Build.Dense(n, n);
        for (int node = 0; node < n; node++)
        {
            double weight = 1.0 / (1 + within.Targets(node).Length);
            equations[node, node] = weight - 1;
            foreach (int heard in within.Targets(node))
            {
                equations[heard, node] = weight;
            }
        }

        // One equation follows from the others; in its place stands that the shares add up to 1.
        equations.SetRow(n - 1, [.. Enumerable.Repeat(1.0, n)]);
        return [.. equations.Solve(Vector<double>.Build.Dense(n, node => node == n - 1 ? 1 : 0))];
    }

    private static (double[] Shares, IReadOnlyList<Note> Notes) Repeated(Graph within, CancellationToken cancellationToken)
    {
        Graph listeners = within.Reversed();
        double[] given = new double[within.NodeCount];
        PowerIteration found = PowerIteration.Run(
            within.NodeCount,
            (current, next) =>
            {
                for (int node = 0; node < given.Length; node++)
                {
                    given[node] = current[node] / (1 + within.Targets(node).Length);
                }

                listeners.Multiply(given, next);
                for (int node = 0; node < next.Length; node++)
                {
                    next[node] += given[node];
                }
            },
            PowerIteration.DefaultMaxIterations,
            cancellationToken);
        return (found.Vector, found.Notes);
    }

    private double Weight(int node) => 1.0 / (1 + _heard.Targets(node).Length);

    private Graph Within(int[] group)
    {
        int[] places = new int[_heard.NodeCount];
        Array.Fill(places, -1);
        return _heard.Among(group, places);
    }

    private Matrix<double> Block(int[] group)
    {
        Graph within = Within(group);
        Matrix<double> block = Matrix<double>.Build.Dense(group.Length, group.Length);
        for (int member = 0; member < group.Length; member++)
        {
            double weight = Weight(group[member]); // those outside of the group take their part
            block[member, member] = weight;
            foreach (int heard in within.Targets(member))
            {
                block[member, heard] = weight;
            }
        }

        return block;
    }
}
