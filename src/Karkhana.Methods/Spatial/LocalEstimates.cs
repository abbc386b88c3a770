using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>One number per unit.</summary>
public sealed record LocalEstimates : IMeasureResult
{
    /// <summary>Gets the ids of the units.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Gets the statistic of each unit; NaN when not defined.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the name of the table.</summary>
    public required string TableName { get; init; }

    /// <summary>Gets what people call the statistic.</summary>
    public required string Label { get; init; }

    /// <summary>Gets one sentence on how to read it.</summary>
    public required string Meaning { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Vector("unit", Units).Vector("estimate", Estimates);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        TableName,
        Column.Of("unit", Units, "Unit", "Id of the unit."),
        Column.Of("estimate", Estimates, Label, "", Meaning, recommended: true));
}
