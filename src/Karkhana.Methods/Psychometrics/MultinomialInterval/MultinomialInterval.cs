using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Shares of categories with intervals that hold for all of them at once.</summary>
public static class MultinomialInterval
{
    internal const string Source =
        "Goodman 1965, doi:10.1080/00401706.1965.10490252; Wilson 1927, doi:10.1080/01621459.1927.10502953; Quesenberry & Hurst 1964, doi:10.1080/00401706.1964.10490163; Sison & Glaz 1995, doi:10.1080/01621459.1995.10476521";

    private const int FewExpected = 5;

    /// <summary>Estimates shares and their intervals.</summary>
    /// <remarks>
    /// n_i of N: share s = n_i/N, limits (B + 2 n_i ± √(B (B + 4 n_i (N − n_i)/N)))/(2 (N + B)), with B the quantile of
    /// chi-square: 1 degree of freedom at 1 − α/k for k categories (Goodman), at 1 − α (Wilson, each share by itself),
    /// or k − 1 degrees at 1 − α (Quesenberry and Hurst). Sison and Glaz: s − c/N to s + (c + 2γ)/N, c the greatest
    /// whole number with P(all counts within c) &lt; 1 − α and γ the fraction that lacks. Assumes independent
    /// observations; several answers of one firm are not. Cost: k; Sison and Glaz k N.
    /// Source: Goodman 1965, doi:10.1080/00401706.1965.10490252; Wilson 1927,
    /// doi:10.1080/01621459.1927.10502953; Quesenberry and Hurst 1964, doi:10.1080/00401706.1964.10490163; Sison and
    /// Glaz 1995, doi:10.1080/01621459.1995.10476521. Agrees with: the formulas in R 4.2, relative 1e-9.
    /// </remarks>
    /// <param name="counts">Categories and counts.</param>
    /// <param name="options">Method, coverage, order.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One share per category.</returns>
    /// <exception cref="ArgumentException">What is no count, no observation at all, or a category that is not
    /// listed.</exception>
    public static MultinomialIntervalResult Estimate(
        CategoryCounts counts,
        MultinomialIntervalOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        options ??= new MultinomialIntervalOptions();
        string[] categories = options.Categories.Count > 0 ? [.. options.Categories] : [.. counts.Categories.Distinct(StringComparer.Ordinal)];
        int[] numbers = Tally(counts, categories);
        long sum = numbers.Sum(number => (long)number);
        Require.That(sum is > 0 and < int.MaxValue, nameof(counts.Counts), $"must add up to a number from 1 to {int.MaxValue - 1}; it was {sum}");
        int total = (int)sum;
        double[] shares = [.. numbers.Select(number => number / (double)total)];
        (double Low, double High)[] limits = Limits(numbers, shares, total, options);
        bool few = options.Method == ShareIntervalMethod.SisonGlaz && numbers.Any(number => number is > 0 and < FewExpected);
        return new MultinomialIntervalResult
        {
            Categories = categories,
            Counts = numbers,
            Shares = shares,
            Lows = [.. limits.Select(limit => limit.Low)],
            Highs = [.. limits.Select(limit => limit.High)],
            Total = total,
            Notes = few
                ? [new Note("small-counts", Severity.Information, "A category has fewer than five observations; intervals of Sison and Glaz are approximate there. Goodman's are safer.")]
                : [],
            Provenance = new Provenance(
                "psychometrics.multinomial-interval",
                FormattableString.Invariant(
                    $"method = {options.Method}, confidence = {options.Confidence}, categories = [{string.Join(", ", options.Categories)}]"),
                Source),
        };
    }

    private static int[] Tally(CategoryCounts counts, string[] categories)
    {
        Require.SameLength(counts.Categories.Count, counts.Counts.Count, nameof(counts.Counts));
        Require.That(
            categories.Distinct(StringComparer.Ordinal).Count() == categories.Length,
            nameof(MultinomialIntervalOptions.Categories), "must hold each category once");
        double[] sums = new double[categories.Length];
        for (int row = 0; row < counts.Counts.Count; row++)
        {
            double count = counts.Counts[row];
            int place = Array.IndexOf(categories, counts.Categories[row]);
            if (place < 0)
            {
                Require.That(false, nameof(MultinomialIntervalOptions.Categories), $"must hold every category that occurs; \"{counts.Categories[row]}\" was missing");
            }

            if (!double.IsInteger(count) || count is < 0 or >= int.MaxValue)
            {
                Require.That(false, nameof(counts.Counts), FormattableString.Invariant($"must be whole numbers from 0; row {row + 1} was {count}"));
            }

            sums[place] += count;
        }

        return [.. sums.Select(sum => (int)Math.Min(sum, int.MaxValue))];
    }

    private static (double Low, double High)[] Limits(int[] numbers, double[] shares, int total, MultinomialIntervalOptions options)
    {
        int k = numbers.Length;
        double rest = 1 - options.Confidence;
        if (options.Method == ShareIntervalMethod.SisonGlaz)
        {
            (int c, double fraction) = SisonGlaz.Solve(numbers, total, options.Confidence);
            return [.. shares.Select(share => (
                Math.Max(0, share - (c / (double)total)), Math.Min(1, share + ((c + (2 * fraction)) / total))))];
        }

        double z = options.Method switch
        {
            ShareIntervalMethod.Goodman => DistributionQuantiles.TwoSidedNormal(1 - (rest / k)),
            ShareIntervalMethod.Wilson => DistributionQuantiles.TwoSidedNormal(options.Confidence),
            _ => Math.Sqrt(DistributionQuantiles.OfChiSquare(Math.Max(1, k - 1), options.Confidence)),
        };
        return [.. shares.Select(share => WilsonInterval.Of(share, total, z))];
    }
}
