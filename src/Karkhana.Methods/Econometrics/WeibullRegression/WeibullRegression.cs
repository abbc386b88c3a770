using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Weibull accelerated failure time regression.</summary>
public static class WeibullRegression
{
    internal const string Source = "Kalbfleisch & Prentice 2002, doi:10.1002/9781118032985";

    /// <summary>Estimates the coefficients and the scale.</summary>
    /// <remarks>
    /// ln T = x'b + scale·W, W of the standard minimum extreme value distribution; censored subjects add ln P(T &gt; t).
    /// Maximum likelihood in b/scale and 1/scale, in which the log-likelihood is concave; observed information. The model is
    /// at once one of proportional hazards: the hazard is multiplied by exp(−b/scale) per unit. Log-likelihood of T, not ln T.
    /// Tests by the normal distribution. Assumes that the end of watching says nothing about the event, and a hazard that
    /// rises or falls as a power of time. Cost: n·k²/2 per step, some 8 steps.
    /// Source: Kalbfleisch and Prentice 2002, doi:10.1002/9781118032985, sections 2.3 and 3.6.
    /// Agrees with: R 4.2 survival 3.5-3 survreg, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The subjects.</param>
    /// <param name="options">Terms, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A time is not positive, entries or strata are given, there is no event, a column
    /// is missing, or there are too few rows.</exception>
    public static WeibullRegressionResult Estimate(
        SurvivalRegressionSample sample, WeibullRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(sample.Survival.Entries is null, "entry", "must be left out: a Weibull regression takes every subject as watched from time 0");
        Require.That(sample.Survival.Strata.Count == 0, "stratum", "must be left out: make it a categorical term");
        SurvivalDesign survival = SurvivalDesign.Of(sample, options.Terms, options.Categorical);
        DesignMatrix design = survival.Design;
        int wrong = Array.FindIndex(design.Outcome, time => !(time > 0));
        Require.That(wrong < 0, "time", FormattableString.Invariant($"must be positive; row {(wrong < 0 ? 0 : design.Rows[wrong] + 1)} was 0"));
        double[] logs = [.. design.Outcome.Select(time => Math.Log(time))];
        OutcomeUnit unit = OutcomeUnit.Of(logs, true);
        WeibullRow row = new([.. logs.Select(unit.Of)], survival.Events);
        ScaledColumns scaled = ScaledColumns.Of(design);
        IndexLikelihood<WeibullRow> likelihood = new(row, scaled.Columns, design.Weights, true);
        LocationScaleFit fit = LocationScaleFit.Fit(scaled, unit, likelihood, cancellationToken);
        ScaledColumns constant = ScaledColumns.Of(design.WithTerms([0]));
        double empty = LocationScaleFit.Fit(
            constant, unit, new IndexLikelihood<WeibullRow>(row, constant.Columns, design.Weights, true), cancellationToken).Ascent.Value;
        double unitOfTime = Sums.Dot(survival.Events, logs) + (Sums.Sum(survival.Events) * Math.Log(unit.Spread));
        Matrix<double> covariance = fit.Covariance(
            () => likelihood.Scores(fit.Ascent.Estimates), options.Covariance, survival.Sample, design);
        int k = design.Terms.Length;
        return new WeibullRegressionResult
        {
            Coefficients = CoefficientTable.Normal(design.Terms, fit.Estimates, covariance, null, options.Level),
            Covariance = covariance.SubMatrix(0, k, 0, k).ToRowMajorArray(),
            Scale = fit.Scale,
            ScaleStandardError = Math.Sqrt(Math.Max(0, covariance[k, k])),
            Fit = new LikelihoodSummary(logs.Length, fit.Ascent.Value - unitOfTime, empty - unitOfTime, k + 1, 2),
            Events = (int)Sums.Sum(survival.Events),
            Rows = design.Rows,
            Notes = [.. DesignNotes.Dropped(sample.Data.RowCount - design.Rows.Length, sample.Data.RowCount), .. AliasedTerms.Notes(design), .. fit.Ascent.Notes],
            Provenance = new Provenance(
                "econometrics.weibull-regression",
                FormattableString.Invariant(
                    $"terms = {string.Join(" ", options.Terms)}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }
}
