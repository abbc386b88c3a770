using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>An indirect association by assumed residual correlation.</summary>
public sealed record MediationSensitivityResult : IMeasureResult
{
    /// <summary>Gets the assumed correlations.</summary>
    public required IReadOnlyList<double> Correlations { get; init; }

    /// <summary>Gets the correlation at which the indirect part is 0, then the indirect part at each assumed one.</summary>
    public required EffectTable Table { get; init; }

    /// <summary>Gets the direct part at each assumed correlation.</summary>
    public required IReadOnlyList<double> Direct { get; init; }

    /// <summary>Gets the correlation at which the indirect part is 0.</summary>
    public double CorrelationAtZero => Table.Estimates[0];

    /// <summary>Gets its square: the product of the shares of residual variance.</summary>
    public double RSquaredAtZero => CorrelationAtZero * CorrelationAtZero;

    /// <summary>Gets the product of the shares of whole variance.</summary>
    public required double TotalRSquaredAtZero { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("correlation_at_zero", CorrelationAtZero)
        .Scalar("correlation_at_zero_low", Table.ConfidenceLow[0])
        .Scalar("correlation_at_zero_high", Table.ConfidenceHigh[0])
        .Scalar("r_squared_at_zero", RSquaredAtZero)
        .Scalar("total_r_squared_at_zero", TotalRSquaredAtZero)
        .Vector("correlation", Correlations)
        .Vector("indirect", Table.Estimates.Skip(1))
        .Vector("conf_low", Table.ConfidenceLow.Skip(1))
        .Vector("conf_high", Table.ConfidenceHigh.Skip(1))
        .Vector("direct", Direct);

    /// <inheritdoc/>
    public Table ToTable() => Karkhana.Core.Tables.Table.Of(
        "mediation_sensitivity",
        Column.Of("correlation", Correlations, "r", "", "Assumed correlation of the residuals of mediator and outcome."),
        Column.Of("indirect", Table.Estimates.Skip(1), "Indirect", "", "Indirect part under this assumption.", recommended: true),
        Column.Of("conf_low", Table.ConfidenceLow.Skip(1), "Low", "", "Lower confidence limit."),
        Column.Of("conf_high", Table.ConfidenceHigh.Skip(1), "High", "", "Upper confidence limit."),
        Column.Of("direct", Direct, "Direct", "", "Direct part under this assumption."));
}
