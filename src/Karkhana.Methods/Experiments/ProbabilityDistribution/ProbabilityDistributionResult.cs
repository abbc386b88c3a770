using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Values of a distribution's function.</summary>
public sealed record ProbabilityDistributionResult : IMeasureResult
{
    /// <summary>Gets the arguments.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>Gets the values, in the same order.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Vector("x", X).Vector("value", Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "probability_distribution",
        Column.Of("x", X, "x", "", "Argument."),
        Column.Of("value", Values, "Value", "", "Value of the function there.", recommended: true));
}
