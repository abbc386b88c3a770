using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Words about networks on which a measure is not defined, the same for every measure.</summary>
internal static class NetworkNotes
{
    public static Note NoTies() => new(
        "no-ties", Severity.Warning, "The network has no tie, so the measure is not defined.");

    /// <summary>Says how many nodes have no tie.</summary>
    /// <param name="graph">The network with directions merged.</param>
    /// <param name="meaning">What that means for the measure.</param>
    public static IReadOnlyList<Note> Isolates(Graph graph, string meaning)
    {
        int isolates = Enumerable.Range(0, graph.NodeCount).Count(node => graph.Targets(node).IsEmpty);
        return isolates == 0
            ? []
            : [new Note("isolates", Severity.Information, FormattableString.Invariant($"{isolates} of {graph.NodeCount} nodes have no tie: {meaning}."))];
    }

    public static IReadOnlyList<Note> TooFewNodes(int nodes, int least) => nodes >= least
        ? []
        : [new Note("too-few-nodes", Severity.Warning, FormattableString.Invariant(
            $"The measure is defined for at least {least} nodes; the network has {nodes}."))];

    /// <summary>Says when equations of potentials were not solved as exactly as rounding allows.</summary>
    /// <param name="solved">1 or 0 for each system.</param>
    public static IReadOnlyList<Note> Unsolved(double[] solved)
    {
        int open = solved.Count(value => value == 0);
        return open == 0
            ? []
            : [new Note("not-converged", Severity.Warning, FormattableString.Invariant(
                $"{open} of {solved.Length} systems of equations were solved to less than nine digits: read the scores as approximate."))];
    }

    /// <summary>Refuses a network in several parts.</summary>
    /// <returns>The network with directions merged and every tie of value 1.</returns>
    public static Graph Connected(Graph graph, int leastNodes)
    {
        Require.That(
            graph.NodeCount >= leastNodes, nameof(graph),
            FormattableString.Invariant($"must have at least {leastNodes} nodes; it had {graph.NodeCount}"));
        int parts = Components.Weak(graph).Max() + 1;
        Require.That(
            parts == 1, nameof(graph), FormattableString.Invariant(
                $"must be connected when directions are ignored; it had {parts} parts: leave out isolates, or measure each part by itself"));
        return graph.Undirected().WithValues(_ => 1);
    }
}
