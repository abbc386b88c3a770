using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>One comparison of clustered with dispersed firms.</summary>
/// <param name="Outcome">What is compared.</param>
/// <param name="Group">Which firms: <c>all</c>, a control group or a size class.</param>
/// <param name="Estimator">How they were made comparable.</param>
/// <param name="Clustered">Clustered firms with all values.</param>
/// <param name="Dispersed">Dispersed firms with all values.</param>
public sealed record ComparisonEstimate(string Outcome, string Group, ComparisonEstimator Estimator, int Clustered, int Dispersed)
{
    /// <summary>Gets the difference, in standard deviations of the outcome; null where it could not be estimated.</summary>
    public CoefficientTable? Gap { get; init; }

    /// <summary>Gets why it could not; null where it could.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the share of the variance of the difference that comes from measuring with error.</summary>
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

    /// <summary>Gets the p-value: the greater of that of the estimate and that of the places' permutation.</summary>
    public double PValue => Gap is null ? double.NaN : double.IsNaN(PermutationPValue) ? Gap.PValues[0] : Math.Max(Gap.PValues[0], PermutationPValue);
}
