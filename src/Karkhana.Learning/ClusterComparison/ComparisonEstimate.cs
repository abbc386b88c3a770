using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>One comparison of clustered with dispersed firms.</summary>
/// <param name="Outcome">What is compared.</param>
/// <param name="Group">Which firms: <c>all</c>, a control group or a size class.</param>
/// <param name="Estimator">How they were made comparable.</param>
/// <param name="Clustered">Clustered firms that are used.</param>
/// <param name="Dispersed">Dispersed firms that are used.</param>
public sealed record ComparisonEstimate(string Outcome, string Group, ComparisonEstimator Estimator, int Clustered, int Dispersed)
{
    /// <summary>Gets the difference, in standard deviations of the outcome; null where it could not be estimated.</summary>
    public CoefficientTable? Gap { get; init; }

    /// <summary>Gets why it could not; null where it could.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the firms among them of which some covariate was not answered and was drawn.</summary>
    public int Imputed { get; init; }

    /// <summary>Gets of which kind the reason is; null where there is an estimate.</summary>
    public EstimateRefusal? Refusal { get; init; }

    /// <summary>Gets the share of the variance of the difference that comes from measuring with error, and from covariates that were drawn.</summary>
    public double ShareMeasurement { get; init; } = double.NaN;

    /// <summary>Gets the p-value from places exchanging their status; NaN where not done.</summary>
    public double PermutationPValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value corrected over control groups and size classes, which are looked at after the fact; NaN for <c>all</c>.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets the firms left out because hardly any firm of the other kind is like them; a mean over the draws.</summary>
    public double Trimmed { get; init; } = double.NaN;

    /// <summary>Gets the effective number of dispersed firms, (Σw)²/Σw²; NaN where none are weighted.</summary>
    public double EffectiveDispersed { get; init; } = double.NaN;

    /// <summary>Gets the difference; NaN where it could not be estimated.</summary>
    public double Estimate => Gap?.Estimates[0] ?? double.NaN;

    /// <summary>Gets the lower limit.</summary>
    public double Low => Gap?.ConfidenceLow[0] ?? double.NaN;

    /// <summary>Gets the upper limit.</summary>
    public double High => Gap?.ConfidenceHigh[0] ?? double.NaN;

    /// <summary>Gets the p-value of the wild cluster bootstrap over places, for the two estimators that are regressions; NaN with 20 places or more.</summary>
    public double WildPValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value: the greatest of that of the estimate and, with few places, of their permutation or wild bootstrap.</summary>
    public double PValue => FewPlaces.PValue(Gap?.PValues[0] ?? double.NaN, PermutationPValue, WildPValue);

    /// <summary>Gets a value indicating whether the interval leaves out 0 and the p-value, that of few places with it, is as small.</summary>
    public bool IsClear => LeavesOutZero && PValue <= 1 - Gap!.Level;

    /// <summary>Gets a value indicating whether the interval leaves out 0.</summary>
    internal bool LeavesOutZero => Low > 0 || High < 0;
}
