using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlation of a continuous variable with the normal variable behind an ordered one.</summary>
public sealed record PolyserialCorrelationResult : IMeasureResult
{
    /// <summary>Gets the correlation, −1 to 1.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets its standard error; NaN when not estimated.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets the pairs that were used.</summary>
    public required int Respondents { get; init; }

    /// <summary>Gets the normal quantiles of the cumulative shares of the ordered variable.</summary>
    public required IReadOnlyList<double> Thresholds { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("estimate", Estimate)
        .Scalar("std_error", StandardError)
        .Scalar("n", Respondents);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "polyserial_correlation",
        Column.Of("estimate", [Estimate], "ρ", "", "Correlation with the latent variable.", recommended: true),
        Column.Of("std_error", [StandardError], "SE", "", "Standard error; maximum likelihood only."),
        Column.Of("n", [Respondents], "n", "respondents", "Pairs that were used."));
}
