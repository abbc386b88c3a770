namespace Karkhana.Methods.Networks;

/// <summary>Lists the triangles of an undirected network.</summary>
/// <remarks>Each tie is looked at from its end of lower degree, which makes the cost m^1.5 at most, hubs or
/// not.</remarks>
internal static class Triangles
{
    /// <summary>What is done with a triangle: its nodes and the values of the ties (a, b), (a, c) and (b, c).</summary>
    public delegate void Visitor(int a, int b, int c, double ab, double ac, double bc);

    public static void Visit(Graph merged, Visitor visitor, CancellationToken cancellationToken)
    {
        int n = merged.NodeCount;
        bool Precedes(int left, int right)
        {
            int difference = merged.Targets(left).Length - merged.Targets(right).Length;
            return difference < 0 || (difference == 0 && left < right);
        }

        Graph upwards = Graph.Of(merged.Nodes, merged.Ties().Where(tie => Precedes(tie.From, tie.To)));
        int[] places = new int[n];
        Array.Fill(places, -1);
        for (int a = 0; a < n; a++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> targets = upwards.Targets(a);
            ReadOnlySpan<double> values = upwards.Values(a);
            for (int k = 0; k < targets.Length; k++)
            {
                places[targets[k]] = k;
            }

            for (int k = 0; k < targets.Length; k++)
            {
                ReadOnlySpan<int> thirds = upwards.Targets(targets[k]);
                for (int j = 0; j < thirds.Length; j++)
                {
                    int place = places[thirds[j]];
                    if (place >= 0)
                    {
                        visitor(a, targets[k], thirds[j], values[k], values[place], upwards.Values(targets[k])[j]);
                    }
                }
            }

            foreach (int target in targets)
            {
                places[target] = -1;
            }
        }
    }
}
