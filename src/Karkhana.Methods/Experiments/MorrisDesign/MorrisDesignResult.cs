using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The runs for Morris screening.</summary>
public sealed record MorrisDesignResult : IMeasureResult
{
    /// <summary>Gets the runs, trajectory after trajectory.</summary>
    public required ExperimentalDesign Design { get; init; }

    /// <summary>Gets the trajectory of each run, from 1.</summary>
    public IReadOnlyList<int> Trajectory => [.. Enumerable.Range(0, Design.Runs).Select(run => (run / (Design.Inputs + 1)) + 1)];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("design", Enumerable.Range(1, Design.Runs).Select(run => FormattableString.Invariant($"{run}")), Design.Names, Design.Values)
        .Vector("trajectory", Trajectory);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "morris_design",
        [
            Column.Of("run", Enumerable.Range(1, Design.Runs), "Run", "", "Run of the model, from 1."),
            Column.Of("trajectory", Trajectory, "Trajectory", "", "Trajectory of the run, from 1."),
            .. Design.TableColumns(),
        ]);
}
