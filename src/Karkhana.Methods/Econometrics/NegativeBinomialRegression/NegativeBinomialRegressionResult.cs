using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A negative binomial regression.</summary>
public sealed record NegativeBinomialRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how well the model fits; the null model has a constant and a θ of its own.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets θ of the variance m + m²/θ; infinite where the counts vary no more than Poisson counts.</summary>
    public required double Theta { get; init; }

    /// <summary>Gets the standard error of θ; NaN when θ is infinite.</summary>
    public required double ThetaStandardError { get; init; }

    /// <summary>Gets twice the log-likelihood gained over the Poisson regression.</summary>
    public required double OverdispersionStatistic { get; init; }

    /// <summary>Gets the p-value of the test that there is no overdispersion: half the χ² tail, as θ = ∞ is at the edge.</summary>
    public double OverdispersionPValue => OverdispersionStatistic > 0 ? ChiSquare.UpperTail(OverdispersionStatistic, 1) / 2 : 1;

    /// <summary>Gets exp(estimate): how the expected count is multiplied per unit.</summary>
    public IReadOnlyList<double> RateRatios => [.. Coefficients.Estimates.Select(Math.Exp)];

    /// <summary>Gets the expected counts of the rows used.</summary>
    public required IReadOnlyList<double> Fitted { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Vector("rate_ratio", RateRatios)
        .Scalar("theta", Theta)
        .Scalar("theta_std_error", ThetaStandardError)
        .Likelihood(Fit)
        .Scalar("overdispersion_statistic", OverdispersionStatistic)
        .Scalar("overdispersion_p_value", OverdispersionPValue)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("negative_binomial_regression");
}
