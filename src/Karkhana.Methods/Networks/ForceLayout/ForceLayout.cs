using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Places the nodes of a network for drawing: each connected part by itself, the parts side by side.</summary>
public static class ForceLayout
{
    private const int Rounds = 300;
    private const double Gap = 0.12;

    /// <summary>Moves nodes under springs and repulsion until the drawing settles.</summary>
    /// <remarks>
    /// Within a connected part: repulsion k² / d between all nodes, attraction d² / k along ties, steps that shrink to
    /// zero;
    /// starting places come from the seed. Parts are packed in rows, largest first, in squares whose side grows with
    /// the square
    /// root of their size; nodes without ties come last. The same seed gives the same drawing. Cost: rounds × n² of
    /// each part;
    /// meant for up to about a thousand nodes. Source: Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102.
    /// Agrees
    /// with: nothing; a layout has no reference.
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
        int[] part = Components.Weak(merged);
        int[][] parts = [.. Enumerable.Range(0, merged.NodeCount).GroupBy(node => part[node])
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Min()).Select(group => group.ToArray())];
        double[] x = new double[merged.NodeCount];
        double[] y = new double[merged.NodeCount];
        foreach (int[] nodes in parts)
        {
            foreach (int node in nodes)
            {
                RandomStream stream = new(seed, RandomPurpose.NetworkLayout, 0, node);
                (x[node], y[node]) = (stream.NextDouble(), stream.NextDouble());
            }

            double length = Math.Sqrt(1.0 / nodes.Length);
            for (int round = 0; round < Rounds && nodes.Length > 1; round++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Move(merged, nodes, x, y, length, 0.1 * (1 - ((double)round / Rounds)));
            }

            Fit(nodes, x);
            Fit(nodes, y);
        }

        Pack(parts, x, y);
        return [.. x.Zip(y)];
    }

    private static void Move(Graph graph, int[] nodes, double[] x, double[] y, double length, double step)
    {
        double[] pushX = new double[x.Length];
        double[] pushY = new double[x.Length];
        for (int a = 0; a < nodes.Length; a++)
        {
            for (int b = a + 1; b < nodes.Length; b++)
            {
                Push(nodes[a], nodes[b], distance => length * length / distance);
            }

            foreach (int target in graph.Targets(nodes[a]))
            {
                if (nodes[a] < target)
                {
                    Push(nodes[a], target, distance => -distance * distance / length);
                }
            }
        }

        foreach (int node in nodes)
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

    // Brings a part to the unit square; a single node to its middle.
    private static void Fit(int[] nodes, double[] values)
    {
        double low = nodes.Min(node => values[node]);
        double range = nodes.Max(node => values[node]) - low;
        foreach (int node in nodes)
        {
            values[node] = range > 1e-12 ? (values[node] - low) / range : 0.5;
        }
    }

    // Shelves from the top: each part in a square of side √size with a gap around it, rows about as wide as all is
    // high.
    private static void Pack(int[][] parts, double[] x, double[] y)
    {
        double[] sides = [.. parts.Select(part => Math.Sqrt(part.Length) * (1 + Gap) + Gap)];
        double width = Math.Max(sides.Length == 0 ? 1 : sides[0], Math.Sqrt(sides.Sum(side => side * side)) * 1.1);
        (double left, double top, double shelf, double widest) = (0, 0, 0, 0);
        for (int i = 0; i < parts.Length; i++)
        {
            if (left > 0 && left + sides[i] > width + 1e-9)
            {
                (left, top, shelf) = (0, top + shelf, 0);
            }

            double margin = sides[i] * Gap / 2;
            foreach (int node in parts[i])
            {
                x[node] = left + margin + (x[node] * (sides[i] - (2 * margin)));
                y[node] = top + margin + (y[node] * (sides[i] - (2 * margin)));
            }

            (left, shelf) = (left + sides[i], Math.Max(shelf, sides[i]));
            widest = Math.Max(widest, left);
        }

        double all = Math.Max(1e-12, Math.Max(widest, top + shelf));
        for (int node = 0; node < x.Length; node++)
        {
            (x[node], y[node]) = (x[node] / all, 1 - (y[node] / all));
        }
    }
}
