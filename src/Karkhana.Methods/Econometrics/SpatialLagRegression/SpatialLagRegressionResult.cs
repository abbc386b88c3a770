using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A spatial lag or Durbin model.</summary>
public sealed record SpatialLagRegressionResult : IMeasureResult
{
    /// <summary>Gets the estimates.</summary>
    public required AutoregressiveModel Model { get; init; }

    /// <summary>Gets the score test of autocorrelation that is left in the residuals.</summary>
    public required ModelTest ResidualTest { get; init; }

    /// <summary>Gets the impacts of the terms.</summary>
    public required ImpactTable Impacts { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Coefficients(Model.Coefficients)
        .Scalar("rho", Model.Estimate("rho"))
        .Scalar("rho_std_error", Model.StandardError("rho"))
        .Scalar("log_likelihood", Model.LogLikelihood)
        .Scalar("sigma2", Model.Sigma2)
        .Scalar("likelihood_ratio", Model.LikelihoodRatio)
        .Scalar("likelihood_ratio_p", Model.LikelihoodRatioPValue)
        .Scalar("residual_lm", ResidualTest.Statistic)
        .Scalar("residual_lm_p", ResidualTest.PValue)
        .Scalar("n", Model.Rows.Count)
        .Scalar("aic", Model.Aic)
        .Scalar("bic", Model.Bic)
        .Vector("impact_term", Impacts.Terms)
        .Vector("direct", Impacts.Direct)
        .Vector("indirect", Impacts.Indirect)
        .Vector("total", Impacts.Total)
        .Vector("direct_std_error", Impacts.DirectErrors)
        .Vector("indirect_std_error", Impacts.IndirectErrors)
        .Vector("total_std_error", Impacts.TotalErrors);

    /// <inheritdoc/>
    public Table ToTable() => Model.ToTable("spatial_lag_regression");
}
