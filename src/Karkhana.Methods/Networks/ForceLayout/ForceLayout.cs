using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Places the nodes of a network for drawing: tied nodes near each other, isolates in a margin
/// below.</summary>
public static class ForceLayout
{
    private const int Rounds = 300;
    private const double Margin = 0.12;

    /// <summary>Moves nodes under springs and repulsion until the drawing settles.</summary>
    /// <remarks>
    /// Repulsion k² / d between all nodes with a tie, attraction d² / k along ties, steps that shrink to zero; starting
    /// places come from the seed. The same seed gives the same drawing. Cost: rounds × n²; meant for up to about a
    /// thousand nodes.
    /// Source: Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102. Agrees with: nothing; a layout has no
    /// reference.
    /// </remarks>
    /// <param name="graph">The network; directions are ignored.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellationToken">Looked at between rounds.</param>
    /// <returns>A place in the unit square for each node.</returns>
    public static IReadOnlyList<(double X, double Y)> Estimate(
        Graph graph, ulong seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph merged = graph.Undirected();
        int[] tied = [.. Enumerable.Range(0, merged.NodeCount).Where(node => merged.Targets(node).Length > 0)];
        int[] isolates = [.. Enumerable.Range(0, merged.NodeCount).Where(node => merged.Targets(node).Length == 0)];
        double[] x = new double[merged.NodeCount];
        double[] y = new double[merged.NodeCount];
        foreach (int node in tied)
        {
            RandomStream stream = new(seed, RandomPurpose.NetworkLayout, 0, node);
            (x[node], y[node]) = (stream.NextDouble(), stream.NextDouble());
        }

        double length = Math.Sqrt(1.0 / Math.Max(1, tied.Length));
        for (int round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Move(merged, tied, x, y, length, 0.1 * (1 - ((double)round / Rounds)));
        }

        Fit(tied, x, isolates.Length > 0 ? 0.02 : 0);
        Fit(tied, y, isolates.Length > 0 ? Margin : 0);
        for (int i = 0; i < isolates.Length; i++)
        {
            (x[isolates[i]], y[isolates[i]]) = ((i + 0.5) / isolates.Length, Margin / 3);
        }

        return [.. x.Zip(y)];
    }

    private static void Move(Graph graph, int[] tied, double[] x, double[] y, double length, double step)
    {
        double[] pushX = new double[x.Length];
        double[] pushY = new double[x.Length];
        for (int a = 0; a < tied.Length; a++)
        {
            for (int b = a + 1; b < tied.Length; b++)
            {
                Push(tied[a], tied[b], distance => length * length / distance);
            }
        }

        foreach ((int from, int to, double _) in graph.Ties())
        {
            if (from < to)
            {
                Push(from, to, distance => -distance * distance / length);
            }
        }

        foreach (int node in tied)
        {
            double size = Math.Sqrt((pushX[node] * pushX[node]) + (pushY[node] * pushY[node]));
            double scale = size > 0 ? Math.Min(size, step) / size : 0;
            x[node] += pushX[node] * scale;
            y[node] += pushY[node] * scale;
        }

        void Push(int left, int right, Func<double, double> force)
        {
            double dx = x[left] - x[right];
            double dy = y[left] - y[right];
            double distance = Math.Max(1e-9, Math.Sqrt((dx * dx) + (dy * dy)));
            double strength = force(distance) / distance;
            pushX[left] += dx * strength;
            pushY[left] += dy * strength;
            pushX[right] -= dx * strength;
            pushY[right] -= dy * strength;
        }
    }

    private static void Fit(int[] nodes, double[] values, double least)
    {
        if (nodes.Length == 0)
        {
            return;
        }

        double low = nodes.Min(node => values[node]);
        double range = Math.Max(1e-12, nodes.Max(node => values[node]) - low);
        foreach (int node in nodes)
        {
            values[node] = least + ((values[node] - low) / range * (1 - least));
        }
    }
}
