using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How closely a directed binary network holds together.</summary>
public static class Cohesion
{
    internal const string Source = "Holland & Leinhardt 1970, doi:10.1086/224954; Krackhardt 1994; Wasserman & Faust 1994";

    /// <summary>Counts dyads, triples and components, and Krackhardt's dimensions.</summary>
    /// <remarks>
    /// With n nodes, m ties, M mutual, A asymmetric and N null dyads: density m / (n (n − 1)); reciprocity: dyadic (M +
    /// N) / (M + A + N), of dyads with a tie M / (M + A), of ties 2M / (2M + A), correlation of a_ij with a_ji over
    /// ordered pairs; transitivity: share of i → j → k, all different, with i → k; connectedness: share of pairs joined
    /// when directions are ignored; hierarchy: 1 − mutually reachable / reachable pairs; efficiency: 1 − ties beyond a
    /// spanning tree of each weak component over the most there could be. A ratio without cases is NaN. Cost: triples
    /// by the ties of neighbours; reachability by a search from each strong component. Source: Holland and Leinhardt
    /// 1970, doi:10.1086/224954; Krackhardt 1994, in Computational Organization Theory; Wasserman and Faust 1994,
    /// doi:10.1017/CBO9780511815478. Agrees with: sna 2.7-1, relative 1e-9.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The counts and ratios.</returns>
    public static CohesionResult Estimate(
        Graph graph, CohesionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double n = graph.NodeCount;
        (double mutual, double asymmetric) = Dyads(graph);
        double pairs = n * (n - 1) / 2;
        double nulls = pairs - mutual - asymmetric;
        (double twoPaths, double closed) = Triples(graph, cancellationToken);
        int[] weak = Components.Weak(graph);
        Reachability reach = Reachability.Of(graph, cancellationToken);
        double density = graph.TieCount / (n * (n - 1));
        return new CohesionResult
        {
            Nodes = graph.NodeCount,
            Density = density,
            Mutual = mutual,
            Asymmetric = asymmetric,
            Null = nulls,
            ReciprocityDyadic = (mutual + nulls) / pairs,
            ReciprocityNonnull = mutual / (mutual + asymmetric),
            ReciprocityEdgewise = 2 * mutual / ((2 * mutual) + asymmetric),
            ReciprocityCorrelation = ((mutual / pairs) - (density * density)) / (density * (1 - density)),
            Transitivity = closed / twoPaths,
            TransitiveTriples = closed,
            WeakComponents = weak.Length == 0 ? 0 : weak.Max() + 1,
            StrongComponents = Components.StrongCount(graph),
            Connectedness = Connectedness(weak),
            Hierarchy = 1 - (reach.Mutual / reach.Reachable),
            Efficiency = Efficiency(graph, weak),
            Provenance = new Provenance("networks.cohesion", "", Source),
        };
    }

    private static (double Mutual, double Asymmetric) Dyads(Graph graph)
    {
        int returned = graph.Ties().Count(tie => graph.Has(tie.To, tie.From));
        return (returned / 2.0, graph.TieCount - returned);
    }

    private static (double TwoPaths, double Closed) Triples(Graph graph, CancellationToken cancellationToken)
    {
        double paths = 0;
        double closed = 0;
        for (int i = 0; i < graph.NodeCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int j in graph.Targets(i))
            {
                foreach (int k in graph.Targets(j))
                {
                    paths += k != i ? 1 : 0;
                    closed += k != i && graph.Has(i, k) ? 1 : 0;
                }
            }
        }

        return (paths, closed);
    }

    private static double Connectedness(int[] weak)
    {
        double n = weak.Length;
        double joined = weak.GroupBy(component => component).Sum(
            component => component.Count() * (component.Count() - 1.0) / 2);
        return joined / (n * (n - 1) / 2);
    }

    private static double Efficiency(Graph graph, int[] weak)
    {
        double needed = 0;
        double most = 0;
        foreach (IGrouping<int, int> component in weak.GroupBy(component => component))
        {
            double size = component.Count();
            needed += size - 1;
            most += (size * (size - 1)) - (size - 1);
        }

        return 1 - ((graph.TieCount - needed) / most);
    }
}
