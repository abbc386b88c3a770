using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlation of a continuous variable with the normal variable behind an ordered one.</summary>
public static class PolyserialCorrelation
{
    internal const string Source = "Olsson, Drasgow & Dorans 1982, doi:10.1007/BF02294164; Cox 1974, doi:10.2307/2529626";

    /// <summary>Estimates the correlation.</summary>
    /// <remarks>
    /// x continuous, y ordered with thresholds t_k. Two-step (ad hoc): ρ = √((n − 1)/n) sd(y) r_xy/Σ φ(t_k) with t_k
    /// the normal quantiles of the cumulative shares; y must hold consecutive whole numbers; beyond ±1 it is set to ±1
    /// with a note. Maximum likelihood: z = (x − x̄)/sd is fixed; ρ and the thresholds maximise Σ ln[Φ((t_y − ρz)/√(1 −
    /// ρ²)) − Φ((t_{y−1} − ρz)/√(1 − ρ²))]; the standard error is from the inverse observed information; ±1 without an
    /// error when x orders y without exception. A binary y gives the biserial correlation. Assumes that x and the
    /// variable behind y are jointly normal.
    /// Cost: n log n; maximum likelihood n per Newton step.
    /// Source: Olsson, Drasgow and Dorans 1982, doi:10.1007/BF02294164; Cox 1974, doi:10.2307/2529626.
    /// Agrees with: polycor polyserial, two-step relative 1e-9, maximum likelihood absolute 2e-4.
    /// </remarks>
    /// <param name="pairs">At least three pairs; both variables must vary.</param>
    /// <param name="options">The estimation.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The correlation.</returns>
    /// <exception cref="ArgumentException">Fewer than three complete pairs, a variable that does not vary, or codes of
    /// the ordered one that the two-step form cannot use.</exception>
    public static PolyserialCorrelationResult Estimate(
        ContinuousOrdinalPairs pairs,
        PolyserialCorrelationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        options ??= new PolyserialCorrelationOptions();
        ItemResponses all = pairs.ToResponses().Checked(leastItems: 2);
        ItemResponses used = all.CompleteAtLeast(3).Varying();
        double[] values = [.. used.Answers[1].Distinct().Order()];
        int[] categories = [.. used.Answers[1].Select(answer => Array.BinarySearch(values, answer))];
        double[] thresholds = ContingencyTable.CutsOf(used.Answers[1])[1..^1];
        LatentCorrelation correlation = options.Method == LatentCorrelationMethod.TwoStep
            ? TwoStep(used, Consecutive(values), thresholds)
            : MaximumLikelihood(used.Answers[0], categories, thresholds);
        return new PolyserialCorrelationResult
        {
            Estimate = Math.Clamp(correlation.Estimate, -1, 1),
            StandardError = correlation.StandardError,
            Respondents = used.Respondents,
            Thresholds = thresholds,
            Notes = [.. ResponseNotes.Incomplete(all, used), .. NotesOf(correlation)],
            Provenance = new Provenance("psychometrics.polyserial-correlation", $"method = {options.Method}", Source),
        };
    }

    private static double[] Consecutive(double[] values)
    {
        int gap = Enumerable.Range(0, values.Length).FirstOrDefault(
            i => values[i] != Math.Floor(values[i]) || (i > 0 && values[i] != values[i - 1] + 1), -1);
        Require.That(
            gap < 0, "ordinal",
            FormattableString.Invariant($"must hold consecutive whole numbers for the two-step form; found {(gap < 0 ? 0 : values[gap])} out of line. Recode them or use maximum-likelihood"));
        return values;
    }

    private static LatentCorrelation TwoStep(ItemResponses used, double[] values, double[] thresholds)
    {
        ItemCovariance covariance = ItemCovariance.Of(used with
        {
            // The codes may start anywhere; the distance from the first keeps their spread exact.
            Answers = [used.Answers[0], [.. used.Answers[1].Select(answer => answer - values[0])]],
        });
        double spread = Math.Sqrt(covariance[1, 1] * (used.Respondents - 1) / used.Respondents);
        double densities = Sums.Sum([.. thresholds.Select(threshold => Normal.PDF(0, 1, threshold))]);
        return new LatentCorrelation(spread * covariance.Correlation(0, 1) / densities, double.NaN, true);
    }

    private static LatentCorrelation MaximumLikelihood(double[] continuous, int[] categories, double[] thresholds)
    {
        int count = thresholds.Length + 1;
        double[] lows = [.. Enumerable.Repeat(double.PositiveInfinity, count)];
        double[] highs = [.. Enumerable.Repeat(double.NegativeInfinity, count)];
        for (int row = 0; row < categories.Length; row++)
        {
            int category = categories[row];
            (lows[category], highs[category]) =
                (Math.Min(lows[category], continuous[row]), Math.Max(highs[category], continuous[row]));
        }

        int perfect = LatentCorrelation.PerfectOrder(lows, highs);
        return perfect != 0
            ? LatentCorrelation.Perfect(perfect)
            : new PolyserialLikelihood(Standard.Scores(continuous), categories, count).Maximise(thresholds);
    }

    private static IEnumerable<Note> NotesOf(LatentCorrelation correlation)
    {
        if (Math.Abs(correlation.Estimate) > 1)
        {
            yield return new Note("beyond-one", Severity.Warning, FormattableString.Invariant(
                $"The two-step form gave {correlation.Estimate:0.####} and was set to the bound; maximum-likelihood stays inside. The variables are not jointly normal, or the sample is small."));
        }

        if (Math.Abs(correlation.Estimate) == 1)
        {
            yield return new Note(
                "perfect-association", Severity.Warning,
                "The continuous variable orders the categories without exception, so that the likelihood rises up to a correlation of 1 or -1; no standard error is defined there.");
        }

        if (!correlation.Converged)
        {
            yield return new Note("not-converged", Severity.Warning, "The maximum was not reached; the value is where the search stopped.");
        }
    }
}
