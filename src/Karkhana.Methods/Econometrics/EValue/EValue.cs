using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How strong confounding that was not measured must be to explain a risk ratio away.</summary>
public static class EValue
{
    internal const string Source = "VanderWeele & Ding 2017, doi:10.7326/M16-2607";

    /// <summary>Computes the E-value.</summary>
    /// <remarks>
    /// RR ≥ 1: RR + √(RR(RR − 1)); RR &lt; 1: the same of 1/RR. A confounder whose risk ratios with both the exposure and the
    /// outcome are below it cannot explain the ratio away. The E-value of the limit nearest to 1 is 1 when the
    /// interval holds 1. Cost: constant. Source: VanderWeele and Ding 2017, doi:10.7326/M16-2607. Agrees with: the formula,
    /// relative 1e-9.
    /// </remarks>
    /// <param name="options">The ratio and its limits.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The E-value.</returns>
    /// <exception cref="ArgumentException">Limits do not hold the ratio between them.</exception>
    public static EValueResult Estimate(
        EValueOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.That(
            (options.ConfLow ?? 0) <= options.RiskRatio && options.RiskRatio <= (options.ConfHigh ?? double.PositiveInfinity),
            nameof(options.RiskRatio),
            FormattableString.Invariant($"must lie between its limits; {options.RiskRatio} does not lie in [{options.ConfLow ?? 0}, {options.ConfHigh ?? double.PositiveInfinity}]"));
        double? nearest = options.RiskRatio >= 1 ? options.ConfLow : options.ConfHigh;
        double limit = nearest switch
        {
            null => double.NaN,
            double value when value >= 1 != options.RiskRatio >= 1 => 1,
            double value => Of(value, options.Scale),
        };
        return new EValueResult
        {
            Estimate = Of(options.RiskRatio, options.Scale),
            Limit = limit,
            Provenance = new Provenance(
                "econometrics.e-value", FormattableString.Invariant($"risk_ratio = {options.RiskRatio}, scale = {options.Scale}"), Source),
        };
    }

    private static double Of(double ratio, RatioScale scale)
    {
        double risk = scale switch
        {
            RatioScale.CommonOddsRatio => Math.Sqrt(ratio),
            RatioScale.CommonHazardRatio => (1 - Math.Pow(0.5, Math.Sqrt(ratio))) / (1 - Math.Pow(0.5, Math.Sqrt(1 / ratio))),
            _ => ratio,
        };
        double above = risk >= 1 ? risk : 1 / risk;
        return above + Math.Sqrt(above * (above - 1));
    }
}
