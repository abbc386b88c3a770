using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A regression with spatially lagged regressors.</summary>
public sealed record SpatiallyLaggedRegressorsResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the impacts of the terms, with limits by Student's t.</summary>
    public required ImpactTable Impacts { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how well the model fits.</summary>
    public required GoodnessOfFit Fit { get; init; }

    /// <summary>Gets the residuals.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Coefficients(Coefficients)
        .Scalar("n", Fit.Observations)
        .Scalar("sigma", Fit.Sigma)
        .Scalar("r_squared", Fit.RSquared)
        .Scalar("log_likelihood", Fit.LogLikelihood)
        .Scalar("aic", Fit.Aic)
        .Scalar("bic", Fit.Bic)
        .Vector("impact_term", Impacts.Terms)
        .Vector("direct", Impacts.Direct)
        .Vector("indirect", Impacts.Indirect)
        .Vector("total", Impacts.Total)
        .Vector("total_std_error", Impacts.TotalErrors);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("spatially_lagged_regressors");
}
