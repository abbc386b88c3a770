using System.Globalization;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>A network and what is known of its nodes.</summary>
/// <param name="Network">The network.</param>
/// <param name="Values">A number per node, NaN where there is none; or null.</param>
/// <param name="Groups">A group per node, null where there is none; or null.</param>
public sealed record AssortativityInput(Graph Network, IReadOnlyList<double>? Values = null, IReadOnlyList<string?>? Groups = null)
{
    internal static AssortativityInput Read(MeasureRequest request)
    {
        Graph graph = Graph.Read(request);
        if (request.OptionalTable("attributes") is not { } table)
        {
            return new AssortativityInput(graph);
        }

        string?[] groups = NodeAttributes.Cells(graph, table, table.Has("value") ? "value" : "group");
        return new AssortativityInput(graph, Array.ConvertAll(groups, Number), groups);
    }

    private static double Number(string? cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
