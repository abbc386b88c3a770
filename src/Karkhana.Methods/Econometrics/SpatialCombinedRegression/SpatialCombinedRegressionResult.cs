using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A spatial lag model with autoregressive errors.</summary>
public sealed record SpatialCombinedRegressionResult : IMeasureResult
{
    /// <summary>Gets the estimates.</summary>
    public required AutoregressiveModel Model { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Coefficients(Model.Coefficients)
        .Scalar("rho", Model.Estimate("rho"))
        .Scalar("rho_std_error", Model.StandardError("rho"))
        .Scalar("lambda", Model.Estimate("lambda"))
        .Scalar("lambda_std_error", Model.StandardError("lambda"))
        .Scalar("log_likelihood", Model.LogLikelihood)
        .Scalar("sigma2", Model.Sigma2)
        .Scalar("likelihood_ratio", Model.LikelihoodRatio)
        .Scalar("likelihood_ratio_p", Model.LikelihoodRatioPValue)
        .Scalar("n", Model.Rows.Count)
        .Scalar("aic", Model.Aic)
        .Scalar("bic", Model.Bic);

    /// <inheritdoc/>
    public Table ToTable() => Model.ToTable("spatial_combined_regression");
}
