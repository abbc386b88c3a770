using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Points of a low-discrepancy sequence on the unit cube.</summary>
public sealed record PointSequenceResult : IMeasureResult
{
    /// <summary>Gets the points, one row each.</summary>
    public required ExperimentalDesign Points { get; init; }

    /// <summary>Gets the index in the sequence of the first point.</summary>
    public required int First { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the outputs of every measure with this result.</summary>
    internal static IReadOnlyList<OutputSpec> Outputs { get; } =
        [new OutputSpec("point", OutputShape.Matrix, "index x dimension; rows by the point index, columns x1, x2, ...; in [0, 1)")];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Matrix(
        "point", Indices().Select(index => FormattableString.Invariant($"{index}")), Points.Names, Points.Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "point_sequence",
        [Column.Of("index", Indices(), "Index", "", "Index of the point in the sequence, from 0."), .. Points.TableColumns()]);

    private IEnumerable<int> Indices() => Enumerable.Range(First, Points.Runs);
}
