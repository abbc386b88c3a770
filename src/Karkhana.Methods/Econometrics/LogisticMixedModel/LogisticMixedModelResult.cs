using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A logistic regression with a random intercept per group.</summary>
public sealed record LogisticMixedModelResult : IMeasureResult
{
    /// <summary>Gets the coefficients; infinite, with no standard error, where terms part the answers.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the covariance of the coefficients, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the standard deviation of the random intercept.</summary>
    public required double RandomStandardDeviation { get; init; }

    /// <summary>Gets its standard error; NaN at 0.</summary>
    public required double RandomStandardDeviationStandardError { get; init; }

    /// <summary>Gets how well the model fits; the null model has a constant and a random intercept.</summary>
    public required LikelihoodSummary Fit { get; init; }

    /// <summary>Gets the test that there is no random intercept: twice the log-likelihood gained, with half the χ² tail.</summary>
    public required TermTest GroupTest { get; init; }

    /// <summary>Gets the groups in order of appearance.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the conditional modes of their intercepts.</summary>
    public required IReadOnlyList<double> RandomIntercepts { get; init; }

    /// <summary>Gets the conditional standard deviations about them.</summary>
    public required IReadOnlyList<double> RandomInterceptStandardErrors { get; init; }

    /// <summary>Gets the share of the latent variance that lies between groups: s²/(s² + π²/3).</summary>
    public double IntraclassCorrelation
    {
        get
        {
            double variance = RandomStandardDeviation * RandomStandardDeviation;
            return variance / (variance + (Math.PI * Math.PI / 3));
        }
    }

    /// <summary>Gets the median odds ratio of two like observations from two groups, the greater over the smaller:
    /// exp(√2·z_0.75·s).</summary>
    public double MedianOddsRatio => Math.Exp(Math.Sqrt(2) * DistributionQuantiles.TwoSidedNormal(0.5) * RandomStandardDeviation);

    /// <summary>Gets exp(estimate): odds ratios within a group.</summary>
    public IReadOnlyList<double> OddsRatios =>
        [.. Coefficients.Terms.Zip(Coefficients.Estimates, (term, estimate) => term == "intercept" ? double.NaN : Math.Exp(estimate))];

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Coefficients(Coefficients)
        .Vector("odds_ratio", OddsRatios)
        .Scalar("random_sd", RandomStandardDeviation)
        .Scalar("random_sd_std_error", RandomStandardDeviationStandardError)
        .Scalar("intraclass_correlation", IntraclassCorrelation)
        .Scalar("median_odds_ratio", MedianOddsRatio)
        .Likelihood(Fit)
        .Scalar("group_statistic", GroupTest.Statistic)
        .Scalar("group_p_value", GroupTest.PValue)
        .Vector("group", Groups)
        .Vector("random_intercept", RandomIntercepts)
        .Vector("random_intercept_std_error", RandomInterceptStandardErrors)
        .Matrix("covariance_matrix", Coefficients.Terms, Coefficients.Terms, Covariance);

    /// <inheritdoc/>
    public Table ToTable() => Coefficients.ToTable("logistic_mixed_model");
}
