using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether the means of two groups differ.</summary>
public static class TTest
{
    internal const string Source =
        "Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Hedges 1981, doi:10.3102/10769986006002107";

    /// <summary>Tests the difference of two means.</summary>
    /// <remarks>
    /// t = (x̄₁ − x̄₂ − δ)/s. Welch: s² = s₁²/n₁ + s₂²/n₂, degrees s⁴/Σ (s_g²/n_g)²/(n_g − 1). Pooled: s² = s_p²(1/n₁ +
    /// 1/n₂), degrees n₁ + n₂ − 2. First group less second, in ordinal order. Limits at the level, one-sided with a one-sided
    /// alternative. Effect size: Hedges' g = J (x̄₁ − x̄₂)/s_p with J = Γ(m/2)/(√(m/2) Γ((m − 1)/2)), m = n₁ + n₂ − 2. Assumes
    /// independent values and means that are near normal. Cost: one pass.
    /// Source: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Hedges 1981,
    /// doi:10.3102/10769986006002107, equation 6e. Agrees with: R 4.2 t.test, relative 1e-10.
    /// </remarks>
    /// <param name="sample">Values of two groups, at least two each.</param>
    /// <param name="options">Variances, alternative, difference, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test with means and effect size.</returns>
    /// <exception cref="ArgumentException">Not two groups, too few values, or values that do not vary within
    /// groups.</exception>
    public static TTestResult Estimate(
        GroupedValues sample, TTestOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new TTestOptions();
        GroupedObservations groups = GroupedObservations.Of(sample, leastSize: 2, mostGroups: 2);
        IReadOnlyList<double> variances = groups.Variances;
        Require.That(variances[0] + variances[1] > 0, nameof(sample), "must vary within a group; all values of each group are equal");
        (double first, double second) = (groups.Sizes[0], groups.Sizes[1]);
        double degrees = first + second - 2;
        double pooled = (((first - 1) * variances[0]) + ((second - 1) * variances[1])) / degrees;
        (double ofFirst, double ofSecond) = options.Variance == VarianceAssumption.Welch
            ? (variances[0] / first, variances[1] / second)
            : (pooled / first, pooled / second);
        double squared = ofFirst + ofSecond;
        double used = options.Variance == VarianceAssumption.Pooled
            ? degrees
            : squared * squared / ((ofFirst * ofFirst / (first - 1)) + (ofSecond * ofSecond / (second - 1)));
        double difference = groups.Means[0] - groups.Means[1];
        double statistic = (difference - options.Difference) / Math.Sqrt(squared);
        double tail = options.Alternative == Alternative.TwoSided ? (1 + options.Level) / 2 : options.Level;
        double half = StudentT.Quantile(tail, used) * Math.Sqrt(squared);
        return new TTestResult
        {
            Groups = groups.Groups.Codes,
            Sizes = groups.Sizes,
            Means = groups.Means,
            Deviations = [.. variances.Select(Math.Sqrt)],
            Estimate = difference,
            StandardError = Math.Sqrt(squared),
            Statistic = statistic,
            Degrees = used,
            PValue = StudentT.PValue(statistic, used, options.Alternative),
            ConfidenceLow = options.Alternative == Alternative.Less ? double.NegativeInfinity : difference - half,
            ConfidenceHigh = options.Alternative == Alternative.Greater ? double.PositiveInfinity : difference + half,
            EffectSize = SmallSampleFactor(degrees) * difference / Math.Sqrt(pooled),
            Notes = [.. groups.Notes],
            Provenance = new Provenance(
                "econometrics.t-test",
                FormattableString.Invariant(
                    $"variance = {options.Variance}, alternative = {options.Alternative}, difference = {options.Difference}, level = {options.Level}"),
                Source),
        };
    }

    private static double SmallSampleFactor(double degrees) => Math.Exp(
        SpecialFunctions.GammaLn(degrees / 2) - SpecialFunctions.GammaLn((degrees - 1) / 2)) / Math.Sqrt(degrees / 2);
}
