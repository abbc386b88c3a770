namespace Karkhana.Methods.Networks;

/// <summary>How many pairs of nodes reach each other along directed ties.</summary>
/// <param name="Reachable">Unordered pairs of which at least one reaches the other.</param>
/// <param name="Mutual">Unordered pairs that reach each other.</param>
internal sealed record Reachability(double Reachable, double Mutual)
{
    /// <summary>Counts the pairs by strong components: whoever reaches one member reaches all.</summary>
    public static Reachability Of(Graph graph, CancellationToken cancellationToken)
    {
        int[] component = Components.Strong(graph);
        double[] sizes = new double[graph.NodeCount == 0 ? 0 : component.Max() + 1];
        foreach (int number in component)
        {
            sizes[number]++;
        }

        Graph between = Graph.Of(
            new string[sizes.Length], graph.Ties().Select(tie => (component[tie.From], component[tie.To], 1.0)));
        PathSweep sweep = new(between, valued: false);
        double mutual = 0;
        double oneWay = 0;
        for (int from = 0; from < sizes.Length; from++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mutual += sizes[from] * (sizes[from] - 1) / 2;
            sweep.From(from);
            foreach (int to in sweep.Order[1..])
            {
                oneWay += sizes[from] * sizes[to];
            }
        }

        return new Reachability(mutual + oneWay, mutual);
    }
}
