using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The runs that Sobol indices are estimated from.</summary>
public sealed record SaltelliDesignResult : IMeasureResult
{
    /// <summary>Gets the inputs of each run: per base point A, AB1 to ABk, with second order BA1 to BAk, and B.</summary>
    public required ExperimentalDesign Design { get; init; }

    /// <summary>Gets the number of base points.</summary>
    public required int BaseCount { get; init; }

    /// <summary>Gets a value indicating whether the BA rows are there.</summary>
    public required bool SecondOrder { get; init; }

    /// <summary>Gets the base point of each run, from 0.</summary>
    public IReadOnlyList<int> Point => [.. Enumerable.Range(0, Design.Runs).Select(run => run / RowsPerPoint)];

    /// <summary>Gets the block of each run: A, AB1, …, BA1, …, B.</summary>
    public IReadOnlyList<string> Block
    {
        get
        {
            string[] blocks = [.. Enumerable.Range(0, RowsPerPoint).Select(place => SobolBlock.NameOf(place, Design.Inputs, SecondOrder))];
            return [.. Enumerable.Range(0, Design.Runs).Select(run => blocks[run % RowsPerPoint])];
        }
    }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the number of runs per base point.</summary>
    internal int RowsPerPoint => SobolBlock.RowsPerPoint(Design.Inputs, SecondOrder);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("design", Enumerable.Range(1, Design.Runs).Select(run => FormattableString.Invariant($"{run}")), Design.Names, Design.Values)
        .Vector("point", Point)
        .Vector("block", Block);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "saltelli_design",
        [
            Column.Of("run", Enumerable.Range(1, Design.Runs), "Run", "", "Run of the model, from 1."),
            Column.Of("point", Point, "Base point", "", "Base point, from 0."),
            Column.Of("block", Block, "Block", "A, B, or one of them with one input from the other."),
            .. Design.TableColumns(),
        ]);
}
