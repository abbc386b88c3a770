using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>A regression of one network on others.</summary>
/// <param name="Terms">The intercept and the predictors.</param>
/// <param name="Estimates">The coefficients.</param>
/// <param name="StandardErrors">Classical standard errors.</param>
/// <param name="Statistics">Estimate over standard error: t, or z of the logit.</param>
/// <param name="PValues">By the test asked for; NaN for the intercept of dsp.</param>
public sealed record NetworkRegressionResult(
    IReadOnlyList<string> Terms,
    IReadOnlyList<double> Estimates,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> Statistics,
    IReadOnlyList<double> PValues)
    : IMeasureResult
{
    /// <summary>Gets the share of variance; NaN for the logit.</summary>
    public required double RSquared { get; init; }

    /// <summary>Gets −2 log likelihood; NaN for least squares.</summary>
    public required double Deviance { get; init; }

    /// <summary>Gets the deviance plus twice the number of terms; NaN for least squares.</summary>
    public required double Aic { get; init; }

    /// <summary>Gets the number of pairs.</summary>
    public required double Observations { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Terms).Vector("estimate", Estimates).Vector("std_error", StandardErrors)
        .Vector("statistic", Statistics).Vector("p_value", PValues)
        .Scalar("r_squared", RSquared).Scalar("deviance", Deviance).Scalar("aic", Aic).Scalar("observations", Observations);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "network_regression",
        Column.Of("term", Terms, "Term", "Predictor; the constant is called intercept."),
        Column.Of("estimate", Estimates, "Estimate", "", "Coefficient.", recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "", "As if pairs were independent."),
        Column.Of("statistic", Statistics, "Statistic", "", "Estimate over standard error."),
        Column.Of("p_value", PValues, "p", "", "Two-sided p-value by the test asked for."));
}
