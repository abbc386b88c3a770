using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A Weibull regression.</summary>
public sealed record WeibullRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients of the logarithm of time.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the scale; 1/scale is the Weibull shape.</summary>
    public required double Scale { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required double ScaleStandardError { get; init; }

    /// <summary>Gets how well the model fits the times; the null model has a constant and a scale of its own.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets the number of events.</summary>
    public required int Events { get; init; }

    /// <summary>Gets exp(estimate): how time is stretched per unit.</summary>
    public IReadOnlyList<double> TimeRatios => [.. Coefficients.Estimates.Select(Math.Exp)];

    /// <summary>Gets exp(−estimate/scale): how the hazard is multiplied per unit.</summary>
    public IReadOnlyList<double> HazardRatios => [.. Coefficients.Estimates.Select(estimate => Math.Exp(-estimate / Scale))];

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Vector("time_ratio", TimeRatios)
        .Vector("hazard_ratio", HazardRatios)
        .Scalar("scale", Scale)
        .Scalar("scale_std_error", ScaleStandardError)
        .Scalar("events", Events)
        .Likelihood(Fit)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("weibull_regression");
}
