using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Turns values of ties into strengths or lengths, as the options say what they mean.</summary>
internal static class TieValues
{
    // Beyond this ratio a short tie is lost in the rounding of a path that has a long one.
    private const double FarApart = 1e10;

    // Sums and reciprocals of values in this range are finite, for any number of ties that fits in memory.
    private const double Least = 1e-300;
    private const double Most = 1e300;

    public static string InWords(bool weighted, ValueMeaning meaning) => weighted
        ? $"weighted = True, value_meaning = {meaning}"
        : "weighted = False";

    /// <summary>Gives the network with strengths as values; all 1 when values are not used.</summary>
    public static Graph Strengths(Graph graph, ValuedNetworkOptions options)
    {
        Graph strengths = Strengths(graph, options.Weighted, options.ValueMeaning);
        Graph counted = options.Directed ? strengths : strengths.Undirected();
        return options.Weighted ? counted : counted.WithValues(_ => 1);
    }

    /// <summary>Gives the directed network with strengths as values.</summary>
    public static Graph Strengths(Graph graph, bool weighted, ValueMeaning meaning) =>
        !weighted ? graph.WithValues(_ => 1) : meaning == ValueMeaning.Length ? Inverted(graph) : Positive(graph);

    /// <summary>Gives the network with lengths as values; when values are not used they say nothing.</summary>
    public static Graph Lengths(Graph graph, ValuedNetworkOptions options)
    {
        if (!options.Weighted)
        {
            return options.Directed ? graph : graph.Undirected();
        }

        if (options.ValueMeaning == ValueMeaning.Length)
        {
            return options.Directed ? Positive(graph) : Positive(graph).Undirected(Math.Min);
        }

        return Inverted(options.Directed ? graph : Positive(graph).Undirected());
    }

    /// <summary>Says when lengths lie so far apart that paths which differ by a short tie count as equal.</summary>
    public static IReadOnlyList<Note> Notes(Graph lengths)
    {
        (double least, double most) = (double.PositiveInfinity, 0);
        foreach ((int _, int _, double value) in lengths.Ties())
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return most / least < FarApart || most == 0
            ? []
            : [new Note("lengths-far-apart", Severity.Warning, FormattableString.Invariant(
                $"Lengths of ties run from {least:G3} to {most:G3}. Paths that differ by less than 1e-10 of their length count as equally long, so the shortest ties do not tell such paths apart."))];
    }

    private static Graph Inverted(Graph graph) => Positive(graph).WithValues(value => 1 / value);

    private static Graph Positive(Graph graph)
    {
        foreach ((int from, int to, double value) in graph.Ties())
        {
            if (!(value >= Least && value <= Most))
            {
                Require.That(false, "network", FormattableString.Invariant(
                    $"must have values in [{Least}, {Most}] when weighted is true; the tie from {graph.Nodes[from]} to {graph.Nodes[to]} had {value}"));
            }
        }

        return graph;
    }
}
