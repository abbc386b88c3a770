using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>The brokerage roles of each node.</summary>
/// <param name="Nodes">The ids.</param>
/// <param name="Counts">Six numbers per node, one after another: the roles of <see cref="Roles"/>.</param>
/// <param name="Expected">Their means under random ties of the same density.</param>
/// <param name="Z">Distance from the mean in standard deviations; NaN where the role cannot vary.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record BrokerageResult(
    IReadOnlyList<string> Nodes,
    IReadOnlyList<double> Counts,
    IReadOnlyList<double> Expected,
    IReadOnlyList<double> Z,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the names of the roles, the total last.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"];

    /// <summary>Gives how often each node played a role.</summary>
    /// <param name="role">The position among <see cref="Roles"/>.</param>
    /// <returns>One count per node.</returns>
    public IReadOnlyList<double> Of(int role) => Column(Counts, role);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new MeasureOutputs().Vector("node", Nodes);
        for (int role = 0; role < Roles.Count; role++)
        {
            outputs.Vector(Roles[role], Of(role));
        }

        return outputs
            .Vector("role", Roles)
            .Vector("count", Roles.Select((_, role) => Of(role).Sum()))
            .Vector("expected_count", Roles.Select((_, role) => Column(Expected, role).Sum()))
            .Matrix("expected", Nodes, Roles, Expected)
            .Matrix("z", Nodes, Roles, Z);
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "brokerage",
        [
            Core.Tables.Column.Of("node", Nodes, "Node", "Id of the node."),
            .. Roles.Select((role, position) => Core.Tables.Column.Of(
                role, Of(position), Label(role), "two-paths", "Open two-paths through the node.", recommended: role == "total")),
            .. Roles.Select((role, position) => Core.Tables.Column.Of(
                "z_" + role, Column(Z, position), $"{Label(role)}, z", "", "Distance from what random ties of the same density let expect.")),
        ]);

    private static string Label(string role) => char.ToUpperInvariant(role[0]) + role[1..];

    private static double[] Column(IReadOnlyList<double> cells, int role) =>
        [.. Enumerable.Range(0, cells.Count / Roles.Count).Select(node => cells[(node * Roles.Count) + role])];
}
