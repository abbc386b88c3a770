using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The cluster index of one industry.</summary>
/// <param name="Regions">The region codes, in the order they were listed.</param>
/// <param name="Values">The index; 1 is the average of the regions.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ClusterIndexResult(
    IReadOnlyList<string> Regions, IReadOnlyList<double> Values, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("region", Regions)
        .Vector("estimate", Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cluster_index",
        Column.Of("region", Regions, "Region", "Region code."),
        Column.Of("estimate", Values, "Cluster index", "ratio", "1 is the average of the regions.", recommended: true));
}
