using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A spatial error model.</summary>
public sealed record SpatialErrorRegressionResult : IMeasureResult
{
    /// <summary>Gets the estimates.</summary>
    public required AutoregressiveModel Model { get; init; }

    /// <summary>Gets the comparison of the coefficients with those of least squares; not defined where their difference has no
    /// variance.</summary>
    public required ModelTest Hausman { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Coefficients(Model.Coefficients)
        .Scalar("lambda", Model.Estimate("lambda"))
        .Scalar("lambda_std_error", Model.StandardError("lambda"))
        .Scalar("log_likelihood", Model.LogLikelihood)
        .Scalar("sigma2", Model.Sigma2)
        .Scalar("likelihood_ratio", Model.LikelihoodRatio)
        .Scalar("likelihood_ratio_p", Model.LikelihoodRatioPValue)
        .Scalar("hausman", Hausman.Statistic)
        .Scalar("hausman_p", Hausman.PValue)
        .Scalar("n", Model.Rows.Count)
        .Scalar("aic", Model.Aic)
        .Scalar("bic", Model.Bic);

    /// <inheritdoc/>
    public Table ToTable() => Model.ToTable("spatial_error_regression");
}
