using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Clustering coefficients.</summary>
public sealed record ClusteringResult : IMeasureResult
{
    /// <summary>Gets the ids.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Gets the coefficient of each node in the variant asked for.</summary>
    public required IReadOnlyList<double> Estimate { get; init; }

    /// <summary>Gets 3 triangles over connected triples; NaN without triples.</summary>
    public required double Global { get; init; }

    /// <summary>Gets the mean of the binary coefficients, 0 for nodes with fewer than two neighbours.</summary>
    public required double AverageZero { get; init; }

    /// <summary>Gets the mean of the binary coefficients over nodes with at least two neighbours.</summary>
    public required double AverageDefined { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Vector("estimate", Estimate)
        .Scalar("global", Global)
        .Scalar("average_zero", AverageZero)
        .Scalar("average_defined", AverageDefined);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "clustering",
        Column.Of("node", Nodes, "Node", "Id of the node."),
        Column.Of("estimate", Estimate, "Clustering", "", "Share of pairs of neighbours that are tied.", recommended: true));
}
