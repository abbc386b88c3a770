using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A network autocorrelation model.</summary>
public sealed record NetworkAutocorrelationResult : IMeasureResult
{
    /// <summary>Gets the estimates.</summary>
    public required AutoregressiveModel Model { get; init; }

    /// <summary>Gets the score test of autocorrelation that is left in the residuals.</summary>
    public required ModelTest ResidualTest { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Coefficients(Model.Coefficients)
        .Scalar("rho", Model.Estimate("rho"))
        .Scalar("rho_std_error", Model.StandardError("rho"))
        .Scalar("sigma", Math.Sqrt(Model.Sigma2))
        .Scalar("log_likelihood", Model.LogLikelihood)
        .Scalar("likelihood_ratio", Model.LikelihoodRatio)
        .Scalar("likelihood_ratio_p", Model.LikelihoodRatioPValue)
        .Scalar("residual_lm", ResidualTest.Statistic)
        .Scalar("residual_lm_p", ResidualTest.PValue)
        .Scalar("n", Model.Rows.Count)
        .Scalar("aic", Model.Aic)
        .Scalar("bic", Model.Bic);

    /// <inheritdoc/>
    public Table ToTable() => Model.ToTable("network_autocorrelation");
}
