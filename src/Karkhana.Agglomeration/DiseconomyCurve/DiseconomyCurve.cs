using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Agglomeration;

/// <summary>Whether an outcome rises with density up to an optimum and falls beyond it.</summary>
public static class DiseconomyCurve
{
    private const string Source =
        "Lind & Mehlum 2010, doi:10.1111/j.1468-0084.2009.00569.x; Fieller 1954, Journal of the Royal Statistical Society B 16(2):175-185";

    /// <summary>Fits a quadratic and tests it.</summary>
    /// <remarks>
    /// y = b0 + b1 d + b2 d² + e by least squares; optimum d* = −b1/(2 b2). Delta method: se² = g'Vg with g = (−1/(2 b2),
    /// b1/(2 b2²)). Fieller: all d with (b1 + 2 d b2)² ≤ t²·Var(b1 + 2 d b2); unbounded when b2 cannot be told from 0. Lind
    /// and Mehlum: an inverted U needs a slope above 0 at the least density and below 0 at the greatest; p is the larger of
    /// the two one-sided p-values. Verdict inverted_u when b2 &lt; 0, the optimum lies within the data and p ≤ alpha; else
    /// cannot_tell with a note why. A significant b2 alone is no inverted U. Rows with a missing value are left out.
    /// Associations, not effects: firms choose where they stand. Cost: linear.
    /// Source: Lind and Mehlum 2010, doi:10.1111/j.1468-0084.2009.00569.x; Fieller 1954, Journal of the Royal Statistical
    /// Society B 16(2):175-185; framework 8, row 29.
    /// </remarks>
    /// <param name="density">The density at each firm, finite or missing.</param>
    /// <param name="outcome">The outcome of each firm, as many.</param>
    /// <param name="options">Covariance and levels.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is infinite, there are fewer than five complete rows or
    /// fewer than three different densities.</exception>
    public static DiseconomyCurveResult Estimate(
        IReadOnlyList<double> density, IReadOnlyList<double> outcome, DiseconomyCurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(density);
        ArgumentNullException.ThrowIfNull(outcome);
        Require.SameLength(density.Count, outcome.Count, nameof(outcome));
        options ??= new DiseconomyCurveOptions();
        double[] used = [.. density.Where((value, row) => !double.IsNaN(value) && !double.IsNaN(outcome[row]))];
        Require.That(
            used.Length >= SmallCells.LeastFirms, nameof(density),
            FormattableString.Invariant($"must have at least {SmallCells.LeastFirms} rows without missing values; it had {used.Length}"));
        int different = used.Distinct().Count();
        Require.That(
            different >= 3, nameof(density),
            FormattableString.Invariant($"must take at least three values; it took {different}"));
        OrdinaryLeastSquaresResult fit = OrdinaryLeastSquares.Estimate(
            new RegressionSample(Table.Of(
                "curve", Column.Of("density", density), Column.Of("density_squared", density.Select(value => value * value)),
                Column.Of("outcome", outcome))),
            new OrdinaryLeastSquaresOptions
            {
                Model = new ModelSpecification { Outcome = "outcome", Terms = ["density", "density_squared"] },
                Covariance = options.Covariance,
                Level = options.Level,
            });
        Require.That(
            fit.Coefficients.Terms.Count == 3, nameof(density), "must vary enough to tell its square from itself");
        return Judge(fit, used.Min(), used.Max(), options);
    }

    private static DiseconomyCurveResult Judge(
        OrdinaryLeastSquaresResult fit, double least, double greatest, DiseconomyCurveOptions options)
    {
        QuadraticSlope curve = new(
            fit.Coefficients.Estimates[1], fit.Coefficients.Estimates[2], fit.Covariance[4], fit.Covariance[5], fit.Covariance[8],
            fit.Coefficients.DegreesOfFreedom[1]);
        double optimum = curve.Optimum;
        (double low, double high, double p) = curve.SlopeTest(least, greatest);
        bool peaked = curve.Square < 0;
        bool inside = optimum > least && optimum < greatest;
        string? doubt = !peaked ? "square-not-negative" : !inside ? "optimum-outside-data" : p <= options.Alpha ? null : "not-significant";
        return new DiseconomyCurveResult
        {
            Verdict = doubt is null ? DiseconomyVerdict.InvertedU : DiseconomyVerdict.CannotTell,
            Regression = fit,
            Optimum = optimum,
            StandardError = curve.OptimumError,
            Fieller = curve.Fieller(options.Level),
            SlopeAtLeast = low,
            SlopeAtGreatest = high,
            PValue = peaked && inside ? p : double.NaN,
            LeastDensity = least,
            GreatestDensity = greatest,
            Level = options.Level,
            Notes = doubt is null ? [] : [new Note(doubt, Severity.Information, WordsFor(doubt))],
            Provenance = new Provenance(
                "agglomeration.diseconomy-curve",
                FormattableString.Invariant($"covariance = {options.Covariance}, level = {options.Level}, alpha = {options.Alpha}"),
                Source),
        };
    }

    private static string WordsFor(string doubt) => doubt switch
    {
        "square-not-negative" => "The outcome does not bend down with density: the data show no optimum.",
        "optimum-outside-data" => "The curve bends down, but its optimum lies outside the densities of the data: within them it only rises or only falls.",
        _ => "The curve bends down within the data, but the slopes at its ends cannot be told from 0.",
    };
}
