using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Censored Gaussian regression.</summary>
public static class TobitRegression
{
    internal const string Source = "Tobin 1958, doi:10.2307/1907382; Olsen 1978, doi:10.2307/1913445";

    /// <summary>Estimates the coefficients and the scale.</summary>
    /// <remarks>
    /// Latent y* = x'b + e, e ~ N(0, scale²); y = y* between the limits, and the limit where y* lies outside. Maximum
    /// likelihood in b/scale and 1/scale, in which the log-likelihood is concave; observed information. Tests by the normal
    /// distribution. Assumes that the error is normal with one variance, that the same terms decide whether and how much,
    /// and independent rows (or clusters): where the first is wrong, so are the coefficients. Cost: n·k²/2 per step, some 8
    /// steps. Source: Tobin 1958, doi:10.2307/1907382; Olsen 1978, doi:10.2307/1913445.
    /// Agrees with: R 4.2 AER 1.2-10 tobit, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The observations; weights are numbers of observations.</param>
    /// <param name="options">Model, limits, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">No row or a constant outcome between the limits, limits out of order, a column is
    /// missing, or there are too few rows.</exception>
    public static TobitRegressionResult Estimate(
        RegressionSample sample, TobitRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        (double lower, double upper) = (options.Lower ?? double.NegativeInfinity, options.Upper ?? double.PositiveInfinity);
        Require.That(lower < upper, nameof(options.Upper), FormattableString.Invariant($"must be above the left limit {lower}; it was {upper}"));
        DesignMatrix design = DesignMatrix.Build(sample, options.Model);
        double[] between = [.. design.Outcome.Where(value => value > lower && value < upper)];
        Require.That(between.Length > design.Terms.Length, options.Model.Outcome, FormattableString.Invariant(
            $"must have more values between the limits than there are terms; there are {between.Length} values and {design.Terms.Length} terms"));
        OutcomeUnit unit = OutcomeUnit.Of(between, design.HasIntercept);
        TobitRow row = new([.. design.Outcome.Select(unit.Of)], unit.Of(lower), unit.Of(upper));
        ScaledColumns scaled = ScaledColumns.Of(design);
        IndexLikelihood<TobitRow> likelihood = new(row, scaled.Columns, design.Weights, true);
        LocationScaleFit fit = LocationScaleFit.Fit(scaled, unit, likelihood, cancellationToken);
        Matrix<double> covariance = fit.Covariance(() => likelihood.Scores(fit.Ascent.Estimates), options.Covariance, sample, design);
        int k = design.Terms.Length;
        double jacobian = Sums.Sum([.. design.Weights.Where((_, i) => design.Outcome[i] > lower && design.Outcome[i] < upper)]) * Math.Log(unit.Spread);
        return new TobitRegressionResult
        {
            Coefficients = CoefficientTable.Normal(design.Terms, fit.Estimates, covariance, null, options.Level),
            Covariance = covariance.SubMatrix(0, k, 0, k).ToRowMajorArray(),
            Scale = fit.Scale,
            ScaleStandardError = Math.Sqrt(Math.Max(0, covariance[k, k])),
            Fit = new LikelihoodSummary(
                Sums.Sum(design.Weights), fit.Ascent.Value - jacobian, NullLogLikelihood(design, row, unit, cancellationToken) - jacobian, k + 1, 2),
            Counts = (design.Outcome.Count(value => value <= lower), between.Length, design.Outcome.Count(value => value >= upper)),
            AverageMarginalEffects = Effects(design, fit, lower, upper),
            Rows = design.Rows,
            Notes = [.. DesignNotes.Dropped(sample.Data.RowCount - design.Rows.Length, sample.Data.RowCount), .. AliasedTerms.Notes(design), .. fit.Ascent.Notes, .. Notes(design, between)],
            Provenance = new Provenance(
                "econometrics.tobit-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, lower = {options.Lower}, upper = {options.Upper}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static double NullLogLikelihood(DesignMatrix design, TobitRow row, OutcomeUnit unit, CancellationToken cancellationToken)
    {
        if (!design.HasIntercept)
        {
            return double.NaN;
        }

        ScaledColumns constant = ScaledColumns.Of(design.WithTerms([0]));
        return LocationScaleFit.Fit(
            constant, unit, new IndexLikelihood<TobitRow>(row, constant.Columns, design.Weights, true), cancellationToken).Ascent.Value;
    }

    // ∂E(y)/∂x_k = b_k P(lower < y* < upper).
    private static double[] Effects(DesignMatrix design, LocationScaleFit fit, double lower, double upper)
    {
        double[] index = IndexLikelihood<TobitRow>.Index(design.Columns, fit.Estimates);
        double[] chances = [.. index.Select(mean => NormalTail.Upper((lower - mean) / fit.Scale) - NormalTail.Upper((upper - mean) / fit.Scale))];
        double chance = Sums.Dot(chances, design.Weights) / Sums.Sum(design.Weights);
        return [.. fit.Estimates.Select((estimate, term) => design.HasIntercept && term == 0 ? double.NaN : estimate * chance)];
    }

    private static IEnumerable<Note> Notes(DesignMatrix design, double[] between) => between.Length < design.Outcome.Length
        ? []
        : [new Note(
            "no-censoring",
            Severity.Information,
            "No outcome lies at or beyond a limit: the estimates are those of least squares, the scale with divisor n.")];
}
