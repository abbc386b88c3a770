using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Negative binomial regression of counts.</summary>
public static class NegativeBinomialRegression
{
    internal const string Source =
        "Lawless 1987, doi:10.2307/3314912; Hilbe 2011, doi:10.1017/CBO9780511973420; Cameron & Trivedi 2013, doi:10.1017/CBO9781139013567";

    private const double Boundary = 1e6; // a larger θ cannot be told from Poisson

    /// <summary>Estimates the coefficients and θ.</summary>
    /// <remarks>
    /// E y = m = exp(x'b), var y = m + m²/θ, by joint maximum likelihood in b and ln θ: Newton's steps with the observed
    /// information, begun at the Poisson regression. Covariance of b by the expected information Σ m/(1 + m/θ)xx' at the
    /// estimated θ, which is right since b and θ are asymptotically uncorrelated. Where the Poisson residuals show no
    /// overdispersion, Σ((y − m)² − y) ≤ 0, θ is infinite and the Poisson regression is the maximum. Tests by the normal
    /// distribution. Assumes independent rows (or clusters). Cost: n·k²/2 per step, some 12 steps.
    /// Source: Lawless 1987, doi:10.2307/3314912; Hilbe 2011, doi:10.1017/CBO9780511973420; Cameron and Trivedi 2013,
    /// doi:10.1017/CBO9781139013567, section 3.3. Agrees with: R 4.2 MASS 7.3 glm.nb, relative 2e-5 (glm.nb stops there).
    /// </remarks>
    /// <param name="sample">The observations; weights are numbers of observations.</param>
    /// <param name="options">Model, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">The outcome holds no counts or only zeros, a column is missing, or there are too
    /// few rows.</exception>
    public static NegativeBinomialRegressionResult Estimate(
        RegressionSample sample, NegativeBinomialRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        DesignMatrix design = DesignMatrix.Build(sample, options.Model);
        Check(design, options.Model.Outcome);
        NegativeBinomialFit fit = NegativeBinomialFit.Fit(design, cancellationToken);
        NegativeBinomialFit? empty = !design.HasIntercept ? null
            : design.Terms.Length == 1 ? fit
            : NegativeBinomialFit.Fit(design.WithTerms([0]), cancellationToken);
        Matrix<double> covariance = fit.Covariance(options.Covariance, sample);
        return new NegativeBinomialRegressionResult
        {
            Coefficients = CoefficientTable.Normal(design.Terms, fit.Estimates, covariance, null, options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Fit = new LikelihoodSummary(
                Sums.Sum(design.Weights), fit.LogLikelihood, empty?.LogLikelihood ?? double.NaN, design.Terms.Length + 1, 2),
            Theta = fit.Theta,
            ThetaStandardError = fit.ThetaStandardError,
            OverdispersionStatistic = Math.Max(0, 2 * (fit.LogLikelihood - fit.Poisson.Value)),
            Fitted = fit.Fitted,
            Rows = design.Rows,
            Notes = [.. DesignNotes.Dropped(sample.Data.RowCount - design.Rows.Length, sample.Data.RowCount), .. AliasedTerms.Notes(design), .. Notes(fit)],
            Provenance = new Provenance(
                "econometrics.negative-binomial-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static void Check(DesignMatrix design, string outcome)
    {
        int wrong = Array.FindIndex(design.Outcome, value => !(value >= 0) || value != Math.Floor(value));
        Require.That(wrong < 0, outcome, FormattableString.Invariant(
            $"must hold counts, 0, 1, 2, …; row {(wrong < 0 ? 0 : design.Rows[wrong] + 1)} was {(wrong < 0 ? 0 : design.Outcome[wrong])}"));
        Require.That(design.Outcome.Any(value => value > 0), outcome, "must hold a count above 0 among the complete rows; all were 0");
    }

    private static IEnumerable<Note> Notes(NegativeBinomialFit fit)
    {
        Ascent ascent = fit.Joint ?? fit.Poisson;
        if (fit.Theta > Boundary)
        {
            yield return new Note(
                "no-overdispersion",
                Severity.Information,
                "The counts vary no more than Poisson counts given the terms: theta is infinite or cannot be told from it, and the estimates are those of a Poisson regression.");
        }

        if (ascent.Estimates.Any(estimate => Math.Abs(estimate) > 25) && fit.Theta <= Boundary)
        {
            yield return new Note(
                "separation",
                Severity.Warning,
                "Some level of a term has only zeros: its estimate falls without limit and is no estimate. Merge levels or drop the term.");
        }

        foreach (Note note in ascent.Notes)
        {
            yield return note;
        }
    }
}
