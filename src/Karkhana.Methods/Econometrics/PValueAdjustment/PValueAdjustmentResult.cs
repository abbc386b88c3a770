using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Adjusted p-values.</summary>
public sealed record PValueAdjustmentResult : IMeasureResult
{
    /// <summary>Gets the names of the tests.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Gets the p-values as they were given.</summary>
    public required IReadOnlyList<double> PValues { get; init; }

    /// <summary>Gets the adjusted p-values in the same order.</summary>
    public required IReadOnlyList<double> Adjusted { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("test", Names)
        .Vector("adjusted", Adjusted);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "p_value_adjustment",
        Column.Of("test", Names, "Test", "Name or number of the test."),
        Column.Of("p_value", PValues, "p", "", "As given."),
        Column.Of("adjusted", Adjusted, "Adjusted p", "", "Corrected for the number of tests.", recommended: true));
}
