using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear regression with errors that may be correlated over time or space.</summary>
public sealed record RobustRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, and how it was estimated.</summary>
    public required CoefficientCovariance Covariance { get; init; }

    /// <summary>Gets the fitted model, which other covariances can be asked from.</summary>
    public required LinearModel Model { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    internal static IReadOnlyList<OutputSpec> Outputs { get; } =
    [
        new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
        new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
        new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
        new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
        new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
        new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
        new OutputSpec("covariance", OutputShape.Scalar, "how the covariance was estimated, in words"),
    ];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Scalar("covariance", Covariance.Description);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("robust_regression");
}
