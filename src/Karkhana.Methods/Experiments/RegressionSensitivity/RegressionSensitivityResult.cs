using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Sensitivities of an output to inputs from a regression.</summary>
public sealed record RegressionSensitivityResult : IMeasureResult
{
    /// <summary>Gets the names of the inputs.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Gets the sensitivities.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the lower limits; NaN without bootstrap.</summary>
    public required IReadOnlyList<double> ConfLow { get; init; }

    /// <summary>Gets the upper limits; NaN without bootstrap.</summary>
    public required IReadOnlyList<double> ConfHigh { get; init; }

    /// <summary>Gets the sensitivities from the first half of the runs; NaN with fewer than four.</summary>
    public required IReadOnlyList<double> Half { get; init; }

    /// <summary>Gets the largest change of a sensitivity from the first half of the runs to all.</summary>
    public required double GreatestChange { get; init; }

    /// <summary>Gets the share of the variance that the linear regression on the values explains.</summary>
    public required double RSquared { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("variable", Variables)
        .Vector("estimate", Estimates)
        .Vector("conf_low", ConfLow)
        .Vector("conf_high", ConfHigh)
        .Vector("estimate_half", Half)
        .Scalar("greatest_change", GreatestChange)
        .Scalar("r_squared", RSquared);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "regression_sensitivity",
        Column.Of("variable", Variables, "Input", "Input of the model."),
        Column.Of("estimate", Estimates, "Sensitivity", "", "Standardised coefficient or correlation.", recommended: true),
        Column.Of("conf_low", ConfLow, "From", "", "Lower limit."),
        Column.Of("conf_high", ConfHigh, "To", "", "Upper limit."),
        Column.Of("estimate_half", Half, "Half", "", "From the first half of the runs."),
        Column.Of("r_squared", Variables.Select(_ => RSquared), "R²", "share", "Of the linear regression on the values."));
}
