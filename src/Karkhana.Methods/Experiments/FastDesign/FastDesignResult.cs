using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The runs for extended FAST: search curves, one or more for each input.</summary>
public sealed record FastDesignResult : IMeasureResult
{
    /// <summary>Gets the runs: input of interest after input of interest, curve after curve, step after step.</summary>
    public required ExperimentalDesign Design { get; init; }

    /// <summary>Gets the number of points of a curve.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the number of curves per input.</summary>
    public required int Curves { get; init; }

    /// <summary>Gets the frequency of the input of interest.</summary>
    public required int Frequency { get; init; }

    /// <summary>Gets the frequencies of the other inputs, in their order.</summary>
    public required IReadOnlyList<int> OtherFrequencies { get; init; }

    /// <summary>Gets the input of interest of each run.</summary>
    public IReadOnlyList<string> Variable
    {
        get
        {
            IReadOnlyList<string> names = Design.Names;
            return [.. Enumerable.Range(0, Design.Runs).Select(run => names[run / (Count * Curves)])];
        }
    }

    /// <summary>Gets the curve of each run among those of its input, from 1.</summary>
    public IReadOnlyList<int> Curve => [.. Enumerable.Range(0, Design.Runs).Select(run => (run / Count % Curves) + 1)];

    /// <summary>Gets the step of each run along its curve, from 0.</summary>
    public IReadOnlyList<int> Step => [.. Enumerable.Range(0, Design.Runs).Select(run => run % Count)];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("design", Enumerable.Range(1, Design.Runs).Select(run => FormattableString.Invariant($"{run}")), Design.Names, Design.Values)
        .Vector("variable", Variable)
        .Vector("curve", Curve)
        .Vector("step", Step)
        .Scalar("frequency", Frequency)
        .Vector("other_frequency", OtherFrequencies);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "fast_design",
        [
            Column.Of("run", Enumerable.Range(1, Design.Runs), "Run", "", "Run of the model, from 1."),
            Column.Of("variable", Variable, "Input", "Input of interest of the curve."),
            Column.Of("curve", Curve, "Curve", "", "Curve of the input, from 1."),
            Column.Of("step", Step, "Step", "", "Step along the curve, from 0."),
            .. Design.TableColumns(),
        ]);
}
