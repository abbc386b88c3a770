using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether values may come from a normal distribution.</summary>
public static class ShapiroWilkTest
{
    internal const string Source = "Shapiro & Wilk 1965, doi:10.1093/biomet/52.3-4.591; Royston 1995, doi:10.2307/2986146";

    private const int MostCalibrated = 5000;

    /// <summary>Tests normality.</summary>
    /// <remarks>
    /// W = (Σ a_i x_(i))²/Σ (x − x̄)², with Royston's approximation of the weights a from the normal scores
    /// Φ⁻¹((i − ⅜)/(n + ¼)); p by his normalising transformation of 1 − W, exact for n = 3. Above 5,000 values p is not
    /// calibrated and left out, with a note. Cost: n log n.
    /// Source: Shapiro and Wilk 1965, doi:10.1093/biomet/52.3-4.591; Royston 1995, doi:10.2307/2986146 (AS R94).
    /// Agrees with: R 4.2 shapiro.test, relative 1e-6 (the constants are given to seven digits).
    /// </remarks>
    /// <param name="values">At least three values that vary; NaN is missing.</param>
    /// <param name="options">Nothing can be set.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>W and p.</returns>
    /// <exception cref="ArgumentException">Fewer than three known values, or values that do not vary.</exception>
    public static ShapiroWilkTestResult Estimate(
        IReadOnlyList<double> values,
        ShapiroWilkTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        Require.That(sorted.Length >= 3, nameof(values), FormattableString.Invariant($"must hold at least three known values; it held {sorted.Length}"));
        Require.Finite(sorted, nameof(values));
        Require.That(sorted[^1] > sorted[0], nameof(values), FormattableString.Invariant($"must vary; all are {sorted[0]}"));
        double statistic = Statistic(sorted);
        bool calibrated = sorted.Length <= MostCalibrated;
        return new ShapiroWilkTestResult
        {
            Observations = sorted.Length,
            Statistic = statistic,
            PValue = calibrated ? PValue(statistic, sorted.Length) : double.NaN,
            Notes =
            [
                .. DesignNotes.Dropped(values.Count - sorted.Length, values.Count),
                .. calibrated ? Array.Empty<Note>() : [new Note("not-calibrated", Severity.Warning, FormattableString.Invariant(
                    $"The approximation of p holds up to {MostCalibrated} values; with {sorted.Length} look at W and at a quantile plot."))],
            ],
            Provenance = new Provenance("econometrics.shapiro-wilk-test", "", Source),
        };
    }

    private static double Statistic(double[] sorted)
    {
        // The range as unit keeps large and small values from overflow.
        double range = sorted[^1] - sorted[0];
        double[] scaled = [.. sorted.Select(value => (value - sorted[0]) / range)];
        double[] weights = Weights(sorted.Length);
        double contrast = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            contrast += weights[i] * (scaled[scaled.Length - 1 - i] - scaled[i]);
        }

        return Math.Min(1, contrast * contrast / (Sums.Variance(scaled) * (scaled.Length - 1)));
    }

    // The weights of the greatest values; those of the least are their negatives.
    private static double[] Weights(int count)
    {
        double[] scores = [.. Enumerable.Range(1, count / 2).Select(i => -Normal.InvCDF(0, 1, (i - 0.375) / (count + 0.25)))];
        if (count == 3)
        {
            return [Math.Sqrt(0.5)];
        }

        double squares = 2 * Sums.Dot(scores, scores);
        double small = 1 / Math.Sqrt(count);
        double first = (scores[0] / Math.Sqrt(squares)) + Polynomial.Evaluate(small, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056);
        int given = count > 5 ? 2 : 1;
        double second = given == 1
            ? 0
            : (scores[1] / Math.Sqrt(squares)) + Polynomial.Evaluate(small, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
        double left = squares - (2 * scores[0] * scores[0]) - (given == 1 ? 0 : 2 * scores[1] * scores[1]);
        double factor = Math.Sqrt(left / (1 - (2 * first * first) - (2 * second * second)));
        return [.. scores.Select((score, i) => i == 0 ? first : i < given ? second : score / factor)];
    }

    private static double PValue(double statistic, int count)
    {
        if (count == 3)
        {
            return Math.Clamp(6 / Math.PI * (Math.Asin(Math.Sqrt(statistic)) - Math.Asin(Math.Sqrt(0.75))), 0, 1);
        }

        double distance = Math.Log(1 - statistic);
        double logarithm = Math.Log(count);
        if (count > 11)
        {
            double mean = Polynomial.Evaluate(logarithm, -1.5861, -0.31082, -0.083751, 0.0038915);
            double deviation = Math.Exp(Polynomial.Evaluate(logarithm, -0.4803, -0.082676, 0.0030302));
            return NormalTail.Upper((distance - mean) / deviation);
        }

        double bound = Polynomial.Evaluate(count, -2.273, 0.459);
        double centre = Polynomial.Evaluate(count, 0.544, -0.39978, 0.025054, -6.714e-4);
        double spread = Math.Exp(Polynomial.Evaluate(count, 1.3822, -0.77857, 0.062767, -0.0020322));
        return distance >= bound ? 0 : NormalTail.Upper((-Math.Log(bound - distance) - centre) / spread);
    }
}
