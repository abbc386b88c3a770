using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear regression.</summary>
public sealed record OrdinaryLeastSquaresResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how well the model fits.</summary>
    public required GoodnessOfFit Fit { get; init; }

    /// <summary>Gets the fitted model, which other covariances and tables can be asked from.</summary>
    public required LinearModel Model { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("statistic", Coefficients.Statistics)
        .Vector("p_value", Coefficients.PValues)
        .Vector("conf_low", Coefficients.ConfidenceLow)
        .Vector("conf_high", Coefficients.ConfidenceHigh)
        .Scalar("n", Fit.Observations)
        .Scalar("sigma", Fit.Sigma)
        .Scalar("r_squared", Fit.RSquared)
        .Scalar("adjusted_r_squared", Fit.AdjustedRSquared)
        .Scalar("f_statistic", Fit.FStatistic)
        .Scalar("log_likelihood", Fit.LogLikelihood)
        .Scalar("aic", Fit.Aic)
        .Scalar("bic", Fit.Bic)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("ordinary_least_squares");
}
