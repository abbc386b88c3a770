using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Shapiro-Wilk test.</summary>
public sealed record ShapiroWilkTestResult : IMeasureResult
{
    /// <summary>Gets the number of known values.</summary>
    public required int Observations { get; init; }

    /// <summary>Gets W, at most 1, which is near to normal.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the p-value; NaN above 5,000 values.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("n", Observations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "shapiro_wilk_test",
        Column.Of("statistic", [Statistic], "W", "", "At most 1, which is near to normal.", recommended: true),
        Column.Of("p_value", [PValue], "p", "", "Of a normal distribution."),
        Column.Of("n", [Observations], "Values", "", "Known values."));
}
