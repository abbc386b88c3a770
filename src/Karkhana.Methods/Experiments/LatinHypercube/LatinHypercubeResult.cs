using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>A Latin hypercube.</summary>
public sealed record LatinHypercubeResult : IMeasureResult
{
    /// <summary>Gets the points, scaled to the bounds.</summary>
    public required ExperimentalDesign Design { get; init; }

    /// <summary>Gets the least distance of two points on the unit cube; NaN unless the criterion is maximin.</summary>
    public required double MinDistance { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("design", Enumerable.Range(1, Design.Runs).Select(run => FormattableString.Invariant($"{run}")), Design.Names, Design.Values)
        .Scalar("min_distance", MinDistance);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "latin_hypercube",
        [Column.Of("run", Enumerable.Range(1, Design.Runs), "Run", "", "Run of the model, from 1."), .. Design.TableColumns()]);
}
