using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How much of the variance of ratings lies between the subjects that are rated.</summary>
public static class IntraclassCorrelation
{
    internal const string Source =
        "Shrout & Fleiss 1979, doi:10.1037/0033-2909.86.2.420; McGraw & Wong 1996, doi:10.1037/1082-989X.1.1.30";

    /// <summary>Estimates the six usual forms.</summary>
    /// <remarks>
    /// n subjects, k raters; mean squares B between subjects, W within, J between raters, E residual. Single:
    /// one-way (B − W)/(B + (k − 1)W); two-way random (absolute agreement) (B − E)/(B + (k − 1)E + k(J − E)/n); two-way
    /// mixed (consistency) (B − E)/(B + (k − 1)E). Mean of k: (B − W)/B; (B − E)/(B + (J − E)/n); (B − E)/B.
    /// F = B/W or B/E. Limits: of Shrout and Fleiss; for two-way random of McGraw and Wong, with the degrees of freedom
    /// of Satterthwaite. Assumes normal ratings and subjects drawn at random. Subjects without a rating of every rater
    /// are left out and counted in a note. No variance within subjects: 1, F infinite, p 0. No variance at all: NaN and
    /// a note. Estimates may be negative: subjects are then less alike than chance has it.
    /// Cost: n·k. Source: Shrout and Fleiss 1979, doi:10.1037/0033-2909.86.2.420; McGraw and Wong 1996,
    /// doi:10.1037/1082-989X.1.1.30. Agrees with: psych 2.2.9 ICC(lmer = FALSE), relative 1e-8.
    /// </remarks>
    /// <param name="ratings">The ratings by rater.</param>
    /// <param name="options">Coverage.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The six forms.</returns>
    /// <exception cref="ArgumentException">Fewer than two raters or complete subjects, or ratings that are
    /// names.</exception>
    public static IntraclassCorrelationResult Estimate(
        RaterTable ratings,
        IntraclassCorrelationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        options ??= new IntraclassCorrelationOptions();
        Require.That(
            ratings.Raters.Count >= 2, nameof(ratings), $"must hold at least two raters; it had {ratings.Raters.Count}");
        Require.That(ratings.AreNumbers, nameof(ratings), "must hold numbers; it held names");
        ratings.Check();
        RatingVariance variance = RatingVariance.Of(ratings);
        double tail = (1 + options.Confidence) / 2;
        int dropped = ratings.Units - variance.Subjects;
        return new IntraclassCorrelationResult
        {
            Forms = [.. Forms(variance, tail)],
            Subjects = variance.Subjects,
            Raters = variance.Raters,
            Notes =
            [
                .. dropped == 0 ? Array.Empty<Note>() : [new Note("incomplete-subjects", Severity.Information, FormattableString.Invariant(
                    $"{dropped} of {ratings.Units} subjects lack a rating and were not used."))],
                .. variance.Between + variance.Within > 0 ? Array.Empty<Note>() : [new Note(
                    "no-variation", Severity.Warning, "All ratings are the same; the correlations are not defined.")],
            ],
            Provenance = new Provenance(
                "psychometrics.intraclass-correlation",
                FormattableString.Invariant($"confidence = {options.Confidence}"),
                Source),
        };
    }

    private static IEnumerable<IntraclassForm> Forms(RatingVariance v, double tail)
    {
        (int n, int k) = (v.Subjects, v.Raters);
        (double subjects, double cells) = (n - 1.0, (n - 1.0) * (k - 1));
        Test oneWay = Test.Of(v.Between, v.Within, subjects, n * (k - 1.0), tail);
        Test twoWay = Test.Of(v.Between, v.Residual, subjects, cells, tail);
        double ofRaters = (v.OfRaters - v.Residual) / n;
        double random = Ratio(v.Between - v.Residual, v.Between + ((k - 1) * v.Residual) + (k * ofRaters));
        (double low, double high) = RandomLimits(v, random, tail);
        yield return oneWay.Form("one-way-single", Single(oneWay.F, k), Single(oneWay.Low, k), Single(oneWay.High, k));
        yield return twoWay.Form("two-way-random-single", random, low, high);
        yield return twoWay.Form("two-way-mixed-single", Single(twoWay.F, k), Single(twoWay.Low, k), Single(twoWay.High, k));
        yield return oneWay.Form("one-way-average", 1 - (1 / oneWay.F), 1 - (1 / oneWay.Low), 1 - (1 / oneWay.High));
        yield return twoWay.Form(
            "two-way-random-average", Ratio(v.Between - v.Residual, v.Between + ofRaters), Average(low, k), Average(high, k));
        yield return twoWay.Form("two-way-mixed-average", 1 - (1 / twoWay.F), 1 - (1 / twoWay.Low), 1 - (1 / twoWay.High));
    }

    private static double Single(double f, int k) => double.IsPositiveInfinity(f) ? 1 : (f - 1) / (f + k - 1);

    // Spearman and Brown: the reliability of the mean of k raters.
    private static double Average(double single, int k) => k * single / (1 + ((k - 1) * single));

    private static double Ratio(double above, double below) => below == 0 ? double.NaN : above / below;

    private static (double Low, double High) RandomLimits(RatingVariance v, double estimate, double tail)
    {
        if (v.Residual == 0 && v.OfRaters == 0)
        {
            return (estimate, estimate);
        }

        (double n, double k) = (v.Subjects, v.Raters);
        double a = k * estimate / (n * (1 - estimate));
        double b = 1 + (k * estimate * (n - 1) / (n * (1 - estimate)));
        double ratersPart = a * v.OfRaters;
        double residualPart = b * v.Residual;
        double degrees = (ratersPart + residualPart) * (ratersPart + residualPart)
            / ((ratersPart * ratersPart / (k - 1)) + (residualPart * residualPart / ((n - 1) * (k - 1))));
        if (!(degrees > 0) || double.IsInfinity(degrees))
        {
            return (double.NaN, double.NaN);
        }

        double upper = DistributionQuantiles.OfFisher(n - 1, degrees, tail);
        double lower = DistributionQuantiles.OfFisher(degrees, n - 1, tail);
        double spread = (k * v.OfRaters) + (((k * n) - k - n) * v.Residual);
        return (
            n * (v.Between - (upper * v.Residual)) / ((upper * spread) + (n * v.Between)),
            n * ((lower * v.Between) - v.Residual) / (spread + (n * lower * v.Between)));
    }

    /// <summary>F with its limits, from which the forms without rater variance follow.</summary>
    private sealed record Test(double F, double Degrees1, double Degrees2, double PValue, double Low, double High)
    {
        public static Test Of(double above, double below, double degrees1, double degrees2, double tail)
        {
            double f = above / below;
            return double.IsNaN(f)
                ? new Test(f, degrees1, degrees2, f, f, f)
                : new Test(
                    f, degrees1, degrees2, FisherF.UpperTail(f, degrees1, degrees2),
                    f / DistributionQuantiles.OfFisher(degrees1, degrees2, tail),
                    f * DistributionQuantiles.OfFisher(degrees2, degrees1, tail));
        }

        public IntraclassForm Form(string type, double estimate, double low, double high) =>
            new(type, estimate, F, Degrees1, Degrees2, PValue, low, high);
    }
}
