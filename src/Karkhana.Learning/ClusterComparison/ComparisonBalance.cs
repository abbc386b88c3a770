namespace Karkhana.Learning;

/// <summary>How alike clustered and dispersed firms are in a covariate, or its square.</summary>
/// <param name="Outcome">The outcome whose firms these are.</param>
/// <param name="Estimator">How they were made comparable.</param>
/// <param name="Covariate">The covariate.</param>
/// <param name="Before">The standardised mean difference of all firms.</param>
/// <param name="After">The same after matching or weighting; a mean over the draws.</param>
public sealed record ComparisonBalance(string Outcome, ComparisonEstimator Estimator, string Covariate, double Before, double After)
{
    /// <summary>The difference beyond which a covariate counts as apart.</summary>
    public const double Threshold = 0.1;

    /// <summary>Gets a value indicating whether the firms are alike in it: below 0.1.</summary>
    public bool IsBalanced => Math.Abs(After) < Threshold;
}
