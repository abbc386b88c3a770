using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>A network whose nodes belong to groups.</summary>
/// <param name="Network">The network.</param>
/// <param name="Groups">The group of each node.</param>
public sealed record GroupedNetwork(Graph Network, IReadOnlyList<string?> Groups)
{
    /// <summary>Reads the inputs <c>network</c> and <c>attributes</c> (id, group) of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The network and groups, matched by id.</returns>
    public static GroupedNetwork Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Graph graph = Graph.Read(request);
        return new GroupedNetwork(graph, NodeAttributes.Cells(graph, request.Table("attributes"), "group"));
    }

    /// <summary>Numbers the groups in the ordinal order of their names; a node without a group is refused.</summary>
    internal (string[] Names, int[] Codes) Numbered()
    {
        Require.SameLength(Network.NodeCount, Groups.Count, "attributes");
        SortedDictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int node = 0; node < Groups.Count; node++)
        {
            Require.That(Groups[node] is not null, "attributes", $"must have a group for every node; {Network.Nodes[node]} had none");
            numbers[Groups[node]!] = 0;
        }

        string[] names = [.. numbers.Keys];
        for (int group = 0; group < names.Length; group++)
        {
            numbers[names[group]] = group;
        }

        return (names, [.. Groups.Select(group => numbers[group!])]);
    }
}
