using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A logit or probit.</summary>
public sealed record BinaryRegressionResult : IMeasureResult
{
    /// <summary>Gets the coefficients; infinite, with no standard error, where terms separate yes from no; the others NaN where the
    /// separation is complete.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the estimates, term × term, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets how well the model fits; the null model has a constant only.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets the change of the probability per unit of each term, on average over the rows; NaN for the
    /// constant.</summary>
    public required IReadOnlyList<double> AverageMarginalEffects { get; init; }

    /// <summary>Gets their standard errors by the delta method.</summary>
    public required IReadOnlyList<double> AverageMarginalEffectStandardErrors { get; init; }

    /// <summary>Gets the derivative of the probability by the index where all terms are at their means.</summary>
    public required double DensityAtMeans { get; init; }

    /// <summary>Gets the fitted probabilities of the rows used.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Gets the link.</summary>
    public required BinaryLink Link { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets exp(estimate) of a logit: how the odds of a yes are multiplied per unit; NaN for the constant and for a
    /// probit.</summary>
    public IReadOnlyList<double> OddsRatios => [.. Coefficients.Terms.Zip(Coefficients.Estimates, (term, estimate) =>
        Link == BinaryLink.Logit && term != "intercept" ? Math.Exp(estimate) : double.NaN)];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Likelihood(Fit)
        .Scalar("null_deviance", -2 * Fit.NullLogLikelihood)
        .Scalar("deviance", -2 * Fit.LogLikelihood)
        .Scalar("pseudo_r_squared", Fit.PseudoRSquared)
        .Vector("average_marginal_effect", AverageMarginalEffects)
        .Vector("average_marginal_effect_std_error", AverageMarginalEffectStandardErrors)
        .Vector("odds_ratio", OddsRatios)
        .Scalar("density_at_means", DensityAtMeans)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("binary_regression");
}
