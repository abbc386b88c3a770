using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I of rates whose precision differs with the population.</summary>
public static class EmpiricalBayesMoran
{
    internal const string Source = "Assunção & Reis 1999; Marshall 1991, doi:10.2307/2347593";

    /// <summary>Standardises the rates by empirical Bayes and computes I of them.</summary>
    /// <remarks>
    /// r_i = c_i / p_i; b = Σc / Σp; s² = Σ p_i (r_i − b)² / Σp; a = s² − b / p̄. Smoothed:
    /// b + (r_i − b) a⁺ / (a⁺ + b/p_i) with a⁺ = max(a, 0). For the index v_i = a + b/p_i (b/p_i where that is not
    /// positive), z_i = (r_i − b)/√v_i, I = Moran's I of z. Assumes cases that are Poisson given the rate. Islands stay
    /// in n with lag 0; missing values, negative cases and populations of zero are refused; no cases at all: NaN and a
    /// note. Cost: linear in the links.
    /// Source: Assunção and Reis 1999, Statistics in Medicine 18: 2147–2162; Marshall 1991, doi:10.2307/2347593.
    /// Agrees with: spdep 1.2 EBImoran.mc and EBest, relative 1e-10.
    /// </remarks>
    /// <param name="input">The cases, populations and weights.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The index and the rates.</returns>
    /// <exception cref="ArgumentException">A number is missing or out of range, or there are fewer than 3
    /// units.</exception>
    public static EmpiricalBayesMoranResult Estimate(
        SpatialRates input,
        BinaryCodingOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new BinaryCodingOptions();
        (double[] cases, double[] populations) = Checked(input);
        SpatialWeights weights = input.Weights.Coded(options.Style);
        double b = Sums.Sum(cases) / Sums.Sum(populations);
        double[] raw = [.. cases.Select((count, unit) => count / populations[unit])];
        double a = PriorVariance(raw, populations, b);
        double prior = Math.Max(a, 0);
        double[] smoothed = [.. raw.Select((rate, unit) => prior == 0 ? b : b + ((rate - b) * prior / (prior + (b / populations[unit]))))];
        (double[] z, double squares) = Deviations.Of([.. raw.Select((rate, unit) => Standardised(rate - b, a, b / populations[unit]))]);
        double s0 = weights.S0;
        return new EmpiricalBayesMoranResult(
            weights.Ids, MoranI.Statistic(weights, z, z, z.Length, s0, squares), prior, b, raw, smoothed,
            [.. SpatialNotes.Islands(weights, "they stay in n with lag 0"), .. SpatialNotes.Undefined(squares, s0)],
            new Provenance("spatial.empirical-bayes-moran", $"style = {options.Style}", Source));
    }

    private static (double[] Cases, double[] Populations) Checked(SpatialRates input)
    {
        double[] cases = SpatialValues.Complete(input.Cases, input.Weights, nameof(input.Cases), least: 3);
        double[] populations = SpatialValues.Complete(input.Populations, input.Weights, nameof(input.Populations), least: 3);
        int negative = Array.FindIndex(cases, count => count < 0);
        Require.That(negative < 0, nameof(input.Cases), negative < 0 ? "" : FormattableString.Invariant($"must be zero or greater; {input.Weights.Ids[negative]} had {cases[negative]}"));
        int empty = Array.FindIndex(populations, population => population <= 0);
        Require.That(empty < 0, nameof(input.Populations), empty < 0 ? "" : FormattableString.Invariant($"must be greater than zero; {input.Weights.Ids[empty]} had {populations[empty]}"));
        return (cases, populations);
    }

    private static double PriorVariance(double[] raw, double[] populations, double b)
    {
        double[] spread = [.. raw.Select(rate => (rate - b) * (rate - b))];
        return (Sums.Dot(populations, spread) / Sums.Sum(populations)) - (b / Sums.Mean(populations));
    }

    private static double Standardised(double deviation, double a, double sampling)
    {
        double variance = a + sampling > 0 ? a + sampling : sampling;
        return variance > 0 ? deviation / Math.Sqrt(variance) : 0;
    }
}
