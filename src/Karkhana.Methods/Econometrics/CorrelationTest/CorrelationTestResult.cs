using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A correlation with its test.</summary>
public sealed record CorrelationTestResult : IMeasureResult
{
    /// <summary>Gets the number of complete pairs.</summary>
    public required int Observations { get; init; }

    /// <summary>Gets the correlation, from −1 to 1; NaN when a variable does not vary.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets t, or z with Kendall; infinite for a perfect correlation.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the p-value.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the lower limit; NaN with too few pairs.</summary>
    public required double ConfidenceLow { get; init; }

    /// <summary>Gets the upper limit; NaN with too few pairs.</summary>
    public required double ConfidenceHigh { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate)
        .Scalar("p_value", PValue)
        .Scalar("conf_low", ConfidenceLow)
        .Scalar("conf_high", ConfidenceHigh)
        .Scalar("statistic", Statistic)
        .Scalar("n", Observations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "correlation_test",
        Column.Of("estimate", [Estimate], "Correlation", "", "From −1 to 1.", recommended: true),
        Column.Of("statistic", [Statistic], "t or z", "", "Test statistic."),
        Column.Of("p_value", [PValue], "p", "", "Of no correlation."),
        Column.Of("conf_low", [ConfidenceLow], "Low", "", "Lower limit."),
        Column.Of("conf_high", [ConfidenceHigh], "High", "", "Upper limit."),
        Column.Of("n", [Observations], "Pairs", "", "Complete pairs."));
}
